import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/ui/Checkbox.tsx';
import { Field } from '../../../components/ui/Field.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { FrameInput, InputFrame } from '../../../components/ui/Input.tsx';
import { OutsideLink } from '../../../components/ui/OutsideLink.tsx';

/** What is done with a key: typed anew, kept, forgotten; and whether it may lie in a file. */
export interface KeyChoice {
  readonly key: string;
  readonly forgets: boolean;
  readonly allowFile: boolean;
}

interface KeyFieldProps {
  value: KeyChoice;
  onChange: (value: KeyChoice) => void;
  /** Whether one is kept already. */
  isKept: boolean;
  isNeeded: boolean;
  /** Where one gets a key; null where there is no such page. */
  keyPage: string | null;
  /** No keychain is there to hold it. */
  asksForFile: boolean;
  error: string | undefined;
}

export function KeyField({ value, onChange, isKept, isNeeded, keyPage, asksForFile, error }: KeyFieldProps) {
  const { t } = useTranslation('settings');
  const [isShown, setIsShown] = useState(false);
  const hint = isKept ? (
    t('provider.keyKept')
  ) : !isNeeded ? (
    t('provider.keyHint')
  ) : keyPage === null ? undefined : (
    <>
      {t('provider.keyFrom')} <OutsideLink href={keyPage}>{new URL(keyPage).host}</OutsideLink>
    </>
  );
  return (
    <>
      <Field label={t('provider.key')} hint={hint} error={error}>
        {(control) => (
          <InputFrame className="pr-0.5">
            <FrameInput
              {...control}
              type={isShown ? 'text' : 'password'}
              autoComplete="off"
              spellCheck={false}
              placeholder={t('provider.keyPlaceholder')}
              value={value.key}
              onChange={(event) => onChange({ ...value, key: event.target.value })}
            />
            <IconButton
              label={t(isShown ? 'provider.hideKey' : 'provider.showKey')}
              onClick={() => setIsShown((before) => !before)}
            >
              {isShown ? <EyeOff aria-hidden className="icon-14" /> : <Eye aria-hidden className="icon-14" />}
            </IconButton>
          </InputFrame>
        )}
      </Field>
      {isKept && value.key === '' ? (
        <label className="flex items-center gap-2.5">
          <Checkbox
            checked={value.forgets}
            onCheckedChange={(checked) => onChange({ ...value, forgets: checked === true })}
          />
          {t('provider.removeKey')}
        </label>
      ) : null}
      {asksForFile ? (
        <label className="flex items-start gap-2.5">
          <Checkbox
            className="-mt-0.5"
            checked={value.allowFile}
            onCheckedChange={(checked) => onChange({ ...value, allowFile: checked === true })}
          />
          <span>
            {t('provider.allowFile')}
            <span className="block type-meta text-pretty text-muted-foreground">{t('provider.allowFileBody')}</span>
          </span>
        </label>
      ) : null}
    </>
  );
}
