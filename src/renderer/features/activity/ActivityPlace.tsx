import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ActivityItem } from '../../../contracts/activity.ts';
import { useChat, useChatSession } from '../chat/useChat.ts';
import type { Words } from '../history/describeField.ts';

const link =
  'inline-block max-w-full truncate rounded-sm align-bottom hover:text-foreground hover:underline underline-offset-2 focus-inset';

/** Where it comes from: the conversation, the project, or the screen it was done on. */
export function ActivityPlace({ item, words }: { item: ActivityItem; words: Words }) {
  const { t } = useTranslation('activity');
  if (item.conversationId !== null && item.conversationTitle !== null)
    return <ConversationLink conversationId={item.conversationId} title={item.conversationTitle} />;
  if (item.projectId !== null) {
    const name = words.projectName(item.projectId);
    if (name !== undefined && item.recordKind !== 'project') {
      return (
        <Link
          to="/projects/$projectId"
          params={{ projectId: item.projectId }}
          tabIndex={-1}
          dir="auto"
          className={link}
        >
          {name}
        </Link>
      );
    }
  }
  if (item.type === 'tool') return t('assistant');
  if (item.type === 'brief') return <Screen to="/">{t('from.brief')}</Screen>;
  switch (item.recordKind) {
    case null:
      return t('from.many');
    case 'task':
    case 'comment':
    case 'view':
      return <Screen to="/tasks">{t(`from.${item.recordKind}`)}</Screen>;
    case 'client':
    case 'project':
    case 'checkpoint':
      return <Screen to="/projects">{t(`from.${item.recordKind}`)}</Screen>;
    case 'note':
      return <Screen to="/notes">{t('from.note')}</Screen>;
  }
}

function Screen({ to, children }: { to: '/' | '/tasks' | '/projects' | '/notes'; children: string }) {
  return (
    <Link to={to} tabIndex={-1} className={link}>
      {children}
    </Link>
  );
}

interface ConversationLinkProps {
  conversationId: NonNullable<ActivityItem['conversationId']>;
  title: string;
  className?: string;
  tabIndex?: number;
}

/** Opens the chat with a conversation in it. */
export function ConversationLink({ conversationId, title, className = link, tabIndex = -1 }: ConversationLinkProps) {
  const { t } = useTranslation('activity');
  const chat = useChat();
  const [, session] = useChatSession();
  const name = title.trim() === '' ? t('filter.untitledConversation') : title;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      title={t('openConversation', { title: name })}
      dir="auto"
      onClick={() => {
        session.openConversation(conversationId);
        chat.open();
      }}
      className={className}
    >
      {name}
    </button>
  );
}
