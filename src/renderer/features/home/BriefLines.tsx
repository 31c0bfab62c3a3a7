import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefLine } from '../../../contracts/brief.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { showError } from '../../components/ui/showError.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { trpc } from '../../trpc.ts';
import { RecordLink } from '../records/RecordLink.tsx';

/** How many lines of a long brief are read at once. */
const SHOWN = 7;

/** The lines of a brief, each with links into the workspace and a way to read less of its like. */
export function BriefLines({ lines }: { lines: readonly BriefLine[] }) {
  const { t } = useTranslation('home');
  const [showsAll, setShowsAll] = useState(false);
  const dismiss = useDismiss();
  // One line alone is not worth hiding.
  const hidden = lines.length > SHOWN + 1 ? lines.length - SHOWN : 0;
  return (
    <>
      <div className="grid gap-2 type-lead">
        {lines.slice(0, showsAll || hidden === 0 ? lines.length : SHOWN).map((line) => (
          // By what it says: when another one goes, it keeps the focus.
          <div key={JSON.stringify(line)} data-brief-line className="group relative -mr-3 flex items-start gap-2">
            <p dir="auto" className="min-w-0 flex-1 break-words">
              {line.pieces.map((piece, place) =>
                piece.link === null ? (
                  piece.text
                ) : (
                  <RecordLink key={place} record={piece.link}>
                    {piece.text}
                  </RecordLink>
                ),
              )}
            </p>
            {line.about.length === 0 ? null : (
              <IconButton
                size="row"
                label={t('brief.lessOf', { title: titleOf(line) })}
                hint={t('brief.less')}
                side="right"
                className="-my-px opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
                onClick={(event) => {
                  focusBeside(event);
                  dismiss(line);
                }}
              >
                <X aria-hidden className="icon-14" />
              </IconButton>
            )}
          </div>
        ))}
      </div>
      {hidden === 0 ? null : (
        <button
          type="button"
          aria-expanded={showsAll}
          onClick={() => setShowsAll((before) => !before)}
          className="mt-2 min-h-6 rounded-xs type-section text-muted-foreground hover:text-foreground"
        >
          {showsAll ? t('brief.fewer') : t('brief.more', { count: hidden })}
        </button>
      )}
    </>
  );
}

/** Leaves a line out from now on, with Undo beside what it says. */
function useDismiss(): (line: BriefLine) => void {
  const { t } = useTranslation('home');
  const { t: common } = useTranslation();
  const onError = (error: unknown): void => showError(error);
  const { mutate: dismiss } = useMutation(trpc.brief.dismiss.mutationOptions({ onError }));
  const { mutate: restore } = useMutation(trpc.brief.restore.mutationOptions({ onError }));
  return (line) => {
    const { about } = line;
    dismiss(
      { about },
      {
        onSuccess: () =>
          showToast({
            id: 'briefDismissed',
            message: t('brief.dismissed', { title: titleOf(line) }),
            action: { label: common('actions.undo'), onSelect: () => restore({ about }) },
          }),
      },
    );
  };
}

/** What a line is called: its first record. */
const titleOf = ({ pieces }: BriefLine): string => pieces.find(({ link }) => link !== null)?.text ?? '';

/** The line goes, and its button with it: the keyboard goes on at the line that takes its place. */
function focusBeside({ currentTarget }: MouseEvent<HTMLElement>): void {
  const line = currentTarget.closest('[data-brief-line]');
  const beside = line?.nextElementSibling ?? line?.previousElementSibling;
  beside?.querySelector('button')?.focus({ preventScroll: true });
}
