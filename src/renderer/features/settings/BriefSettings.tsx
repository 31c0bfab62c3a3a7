import { type FocusEvent, type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contracts/settings.ts';
import { Input } from '../../components/ui/Input.tsx';
import { Select } from '../../components/ui/Select.tsx';
import { Switch } from '../../components/ui/Switch.tsx';
import { weekdayNamesLong } from '../../i18n/format.ts';
import { SettingsGroup, SettingsRow } from './SettingsParts.tsx';
import { useUpdateSettings } from './useSettings.ts';

const FIRST_BRIEF = '08:00';
/** Friday afternoon. */
const FIRST_REVIEW = { weekday: 5, time: '17:00' };

/** When the daily brief and the weekly review are written by themselves. */
export function BriefSettings({ briefAt, reviewAt }: Pick<Settings, 'briefAt' | 'reviewAt'>) {
  const { t } = useTranslation('settings');
  const update = useUpdateSettings();
  const [briefId, reviewId] = [useId(), useId()];
  return (
    <SettingsGroup title={t('briefs.title')}>
      <SettingsRow title={t('briefs.day')} body={t('briefs.dayBody')} htmlFor={briefId}>
        {briefAt === null ? null : (
          <TimeField label={t('briefs.dayTime')} time={briefAt} onChange={(time) => update({ briefAt: time })} />
        )}
        <Switch
          id={briefId}
          checked={briefAt !== null}
          onCheckedChange={(isOn) => update({ briefAt: isOn ? FIRST_BRIEF : null })}
        />
      </SettingsRow>
      <SettingsRow title={t('briefs.week')} body={t('briefs.weekBody')} htmlFor={reviewId}>
        {reviewAt === null ? null : (
          <>
            <Select
              aria-label={t('briefs.weekday')}
              className="w-32"
              value={String(reviewAt.weekday)}
              options={weekdayNamesLong().map((label, index) => ({ value: String(index + 1), label }))}
              onChange={(weekday) => update({ reviewAt: { ...reviewAt, weekday: Number(weekday) } })}
            />
            <TimeField
              label={t('briefs.weekTime')}
              time={reviewAt.time}
              onChange={(time) => update({ reviewAt: { ...reviewAt, time } })}
            />
          </>
        )}
        <Switch
          id={reviewId}
          checked={reviewAt !== null}
          onCheckedChange={(isOn) => update({ reviewAt: isOn ? FIRST_REVIEW : null })}
        />
      </SettingsRow>
    </SettingsGroup>
  );
}

interface TimeFieldProps {
  label: string;
  time: string;
  onChange: (time: string) => void;
}

/** Kept on leaving it and on Enter: on the way to 18:00 one types 01:00. Left empty, it is as before. */
function TimeField({ label, time, onChange }: TimeFieldProps) {
  const keep = ({ currentTarget }: FocusEvent<HTMLInputElement> | KeyboardEvent<HTMLInputElement>): void => {
    const next = currentTarget.value.slice(0, 5);
    if (next === '') currentTarget.value = time;
    else if (next !== time) onChange(next);
  };
  return (
    <Input
      // Another window's change comes in too.
      key={time}
      type="time"
      aria-label={label}
      defaultValue={time}
      className="w-24 flex-none tabular-nums [&::-webkit-calendar-picker-indicator]:hidden"
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep(event);
      }}
    />
  );
}
