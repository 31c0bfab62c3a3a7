import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Field } from '../../components/ui/Field.tsx';
import { Input } from '../../components/ui/Input.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '../../components/ui/Popover.tsx';
import { keysOf } from '../commands/shortcuts.ts';
import { useReject } from './useSuggestionActions.ts';

const REASON_MAX = 2_000;

/** Rejecting, from a button: a field for the reason, which may stay empty; Enter rejects, Esc goes back. */
export function RejectPopover({ suggestion, children }: { suggestion: Suggestion; children: ReactNode }) {
  const { t } = useTranslation(['suggestions', 'common']);
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { reject, isWorking } = useReject();
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>{children}</PopoverTrigger>
      <PopoverContent align="end" aria-label={t('rejectNamed', { title: suggestion.title })} className="w-80 p-3">
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (isWorking) return;
            setIsOpen(false);
            reject(suggestion, reason);
          }}
        >
          <Field label={t('reason.label')} hint={t('reason.hint')}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                dir="auto"
                maxLength={REASON_MAX}
                value={reason}
                placeholder={t('reason.example')}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" size="sm" className="justify-self-end">
            {t('common:actions.reject')}
            <Kbd keys={keysOf('send')} />
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}
