import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TOOL_ROUNDS_MAX } from '../../../contracts/settings.ts';
import { Select } from '../../components/ui/Select.tsx';
import { SettingsRow } from './SettingsParts.tsx';
import { useSettings, useUpdateSettings } from './useSettings.ts';

const CHOICES = [1, 2, 3, 5, 8, 12, TOOL_ROUNDS_MAX];

/** How often a model may look and propose before it has to answer. */
export function ToolRounds() {
  const { t } = useTranslation('settings');
  const id = useId();
  const settings = useSettings();
  const update = useUpdateSettings();
  const choices = CHOICES.includes(settings.toolRounds)
    ? CHOICES
    : [...CHOICES, settings.toolRounds].toSorted((one, other) => one - other);
  return (
    <SettingsRow title={t('assistant.toolRounds')} body={t('assistant.toolRoundsBody')} htmlFor={id}>
      <Select
        id={id}
        className="w-20"
        value={String(settings.toolRounds)}
        options={choices.map((count) => ({ value: String(count), label: String(count) }))}
        onChange={(value) => update({ toolRounds: Number(value) })}
      />
    </SettingsRow>
  );
}
