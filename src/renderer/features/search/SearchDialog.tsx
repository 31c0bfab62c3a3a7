import { Dialog as Radix } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { dialogScrim, dialogSurface } from '../../components/ui/Dialog.tsx';
import { RememberOpener, useReturnFocus } from '../../components/ui/ReturnFocus.tsx';
import { cn } from '../../lib/cn.ts';
import { Palette } from './Palette.tsx';
import { ProjectQuestion } from './ProjectQuestion.tsx';
import { useSearchDialog } from './searchDialog.ts';

/** Search across everything and run any command; or the choice that a command asks for. */
export function SearchDialog() {
  const { t } = useTranslation('search');
  const { isOpen, turn, question, subject, ask, setOpen } = useSearchDialog();
  const focus = useReturnFocus();
  const close = (): void => setOpen(false);
  return (
    <Radix.Root open={isOpen} onOpenChange={setOpen}>
      <Radix.Portal>
        <Radix.Overlay className={dialogScrim} />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(dialogSurface, 'top-24 max-h-[min(560px,calc(100vh-120px))] w-160')}
          onCloseAutoFocus={focus.onCloseAutoFocus}
        >
          <RememberOpener remember={focus.remember} />
          <Radix.Title className="sr-only">{t('title')}</Radix.Title>
          {question === null ? (
            <Palette key={turn} subject={subject} onAsk={ask} onClose={close} />
          ) : (
            <ProjectQuestion key={turn} question={question} onBack={() => ask(null)} onClose={close} />
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
