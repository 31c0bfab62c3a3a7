import { useInfiniteQuery } from '@tanstack/react-query';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comment } from '../../../../contracts/comment.ts';
import type { TaskId } from '../../../../contracts/ids.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { ErrorLine } from '../../../components/ui/ErrorState.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Markdown } from '../../../components/ui/Markdown.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../../components/ui/Menu.tsx';
import { SectionTitle } from '../../../components/ui/Section.tsx';
import { showError } from '../../../components/ui/showError.ts';
import { formatMomentInline } from '../../../i18n/format.ts';
import { useToday } from '../../../lib/useToday.ts';
import { useLastingMutation } from '../../../lib/useLastingMutation.ts';
import { trpc } from '../../../trpc.ts';
import { DraftProblem } from '../../drafts/DraftProblem.tsx';
import { useDraft } from '../../drafts/useDraft.ts';
import { useSettings } from '../../settings/useSettings.ts';
import { offerUndo } from '../../undo/undo.ts';
import { initialsOf } from '../../records/initials.ts';
import { MarkdownComposer } from './MarkdownComposer.tsx';

/** Oldest first. */
export function TaskComments({ taskId }: { taskId: TaskId }) {
  const { t } = useTranslation(['tasks', 'common']);
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    trpc.comments.list.infiniteQueryOptions({ taskId, limit: 100 }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const comments = data?.pages.flatMap((page) => page.items) ?? [];
  if (comments.length === 0 && error === null) return null;
  return (
    <section aria-label={t('panel.comments')} className="mt-1">
      <SectionTitle>{t('panel.comments')}</SectionTitle>
      {error !== null ? (
        <ErrorLine title={t('panel.commentsError')} error={error} onRetry={() => void refetch()} />
      ) : null}
      <ul className="grid gap-3">
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button variant="ghost" size="sm" className="-ml-2.5" onClick={() => void fetchNextPage()}>
          {t('panel.moreComments')}
        </Button>
      ) : null}
    </section>
  );
}

function CommentItem({ comment }: { comment: Comment }) {
  const { t } = useTranslation(['tasks', 'common']);
  const today = useToday();
  const { userName } = useSettings();
  const [isEditing, setIsEditing] = useState(false);
  const { mutateAsync: update } = useLastingMutation(trpc.comments.update.mutationOptions());
  const { mutate: remove } = useLastingMutation(trpc.comments.delete.mutationOptions());
  const isOwn = comment.author === 'user';
  const author = isOwn ? (userName === '' ? t('panel.you') : userName) : t('panel.agent', { name: comment.author });
  const draft = useDraft(`comment:${comment.id}`, {
    field: 'body',
    saved: comment.body,
    version: comment.version,
    save: (body, expectedVersion) =>
      update({ id: comment.id, body, ...(expectedVersion === undefined ? {} : { expectedVersion }) }),
  });
  return (
    <li className="group/comment grid grid-cols-[24px_minmax(0,1fr)] gap-2.5">
      <span aria-hidden className="grid size-6 place-items-center rounded-full bg-chip text-[11px] font-medium">
        {initialsOf(author)}
      </span>
      <div className="min-w-0">
        <div className="flex min-h-6 items-center gap-1 type-meta text-muted-foreground">
          <p className="mr-auto min-w-0 truncate">
            <b className="font-medium text-foreground">{author}</b> {formatMomentInline(comment.createdAt, today)}
            {comment.version > 1 ? ` (${t('panel.edited')})` : ''}
          </p>
          {isOwn ? (
            <Menu>
              <MenuTrigger asChild>
                <IconButton
                  label={t('common:actions.more')}
                  size="row"
                  className="opacity-0 group-focus-within/comment:opacity-100 group-hover/comment:opacity-100 data-[state=open]:opacity-100"
                >
                  <Ellipsis aria-hidden className="icon-14" />
                </IconButton>
              </MenuTrigger>
              <MenuContent align="end">
                <MenuItem onSelect={() => setIsEditing(true)}>
                  <Pencil aria-hidden className="icon-14" />
                  {t('panel.editComment')}
                </MenuItem>
                <MenuItem
                  isDestructive
                  onSelect={() => {
                    remove(
                      { id: comment.id },
                      {
                        onSuccess: ({ changeSetId }) => offerUndo({ changeSetId, message: t('panel.commentDeleted') }),
                        onError: (error) => showError(error),
                      },
                    );
                  }}
                >
                  <Trash2 aria-hidden className="icon-14" />
                  {t('panel.deleteComment')}
                </MenuItem>
              </MenuContent>
            </Menu>
          ) : null}
        </div>
        {isEditing || draft.state === 'failed' || draft.state === 'conflict' ? (
          <>
            <MarkdownComposer
              label={t('panel.editComment')}
              autoFocus={isEditing}
              text={draft.text}
              onChange={draft.set}
              onSubmit={() => {
                setIsEditing(false);
                draft.commit();
              }}
              onLeave={() => {
                setIsEditing(false);
                draft.commit();
              }}
              isInvalid={draft.problem !== null}
            />
            <DraftProblem draft={draft} />
          </>
        ) : (
          <Markdown>{draft.text}</Markdown>
        )}
      </div>
    </li>
  );
}
