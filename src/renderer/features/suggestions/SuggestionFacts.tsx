import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../../contracts/ids.ts';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { formatMomentInline } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { useChat, useChatSession } from '../chat/useChat.ts';
import { useWords } from '../history/useWords.ts';
import { RecordLink } from '../records/RecordLink.tsx';
import { useProjects } from '../records/useProjects.ts';
import { useSettings } from '../settings/useSettings.ts';
import { useIsPopOut } from '../windows/popOut.ts';
import { staleSentences } from './describeStale.ts';
import { suggestionFacts } from './describeSuggestion.ts';

interface SuggestionFactsProps {
  suggestion: Suggestion;
  showsProject: boolean;
  /** Says which conversation it comes from; off in the chat itself. */
  showsConversation: boolean;
}

/** Below the title: what it is, where and when, and what led to it; of a stale one what its records have become. */
export function SuggestionFacts({ suggestion, showsProject, showsConversation }: SuggestionFactsProps) {
  const words = useWords();
  const { userName } = useSettings();
  const projects = useProjects();
  const line = 'mt-0.5 type-meta text-pretty text-muted-foreground tabular-nums';
  if (suggestion.stale.length > 0) {
    const sentences = staleSentences(suggestion, words, userName);
    return sentences.map((sentence) => (
      <p key={sentence} className={line} dir="auto">
        {sentence}
      </p>
    ));
  }
  const project = showsProject ? projects.byId(suggestion.projectId)?.name : undefined;
  const facts = suggestionFacts(suggestion, words.today, project);
  return (
    <p className={line}>
      {facts}
      <Origin suggestion={suggestion} showsConversation={showsConversation} />
    </p>
  );
}

function Origin({ suggestion, showsConversation }: Omit<SuggestionFactsProps, 'showsProject'>) {
  const { t } = useTranslation('suggestions');
  const today = useToday();
  const { source, conversationId, createdAt } = suggestion;
  // A window of its own has no chat to open it in.
  const isPopOut = useIsPopOut();
  const isAsked = source === null && showsConversation && !isPopOut && conversationId !== null;
  const { data } = useQuery({
    ...trpc.conversations.get.queryOptions(isAsked ? { id: conversationId } : skipToken),
    // A deleted conversation is nothing to try again for: the suggestion then stands by itself.
    retry: false,
  });
  if (source !== null) {
    return (
      <>
        {'. '}
        {t('from')}{' '}
        <RecordLink record={source} className="break-words">
          {source.title.trim() === '' ? t('untitled') : source.title}
        </RecordLink>
      </>
    );
  }
  if (data === undefined || !isAsked) return null;
  return (
    <>
      {'. '}
      {t('fromConversation')} <ConversationName conversationId={conversationId} title={data.title} />
      {`, ${formatMomentInline(createdAt, today)}`}
    </>
  );
}

/** Opens the chat with the conversation in it. A link, so that it wraps as the words around it do. */
function ConversationName({ conversationId, title }: { conversationId: ConversationId; title: string }) {
  const { t } = useTranslation('chat');
  const chat = useChat();
  const [, session] = useChatSession();
  return (
    <a
      href={`#conversation/${conversationId}`}
      dir="auto"
      className="record-link break-words"
      onClick={(event) => {
        event.preventDefault();
        session.openConversation(conversationId);
        chat.open();
      }}
    >
      {title.trim() === '' ? t('untitled') : title}
    </a>
  );
}
