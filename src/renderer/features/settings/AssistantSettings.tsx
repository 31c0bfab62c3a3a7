import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptText } from '../../../contracts/prompt.ts';
import { ABOUT_MAX, type Settings } from '../../../contracts/settings.ts';
import { ErrorLine, ErrorState } from '../../components/ui/ErrorState.tsx';
import { Textarea } from '../../components/ui/Input.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { client, queryClient, trpc } from '../../trpc.ts';
import { DraftProblem } from '../drafts/DraftProblem.tsx';
import { useDraft } from '../drafts/useDraft.ts';
import { BriefSettings } from './BriefSettings.tsx';
import { SettingsGroup, SettingsHead } from './SettingsParts.tsx';
import { ToolRounds } from './ToolRounds.tsx';

/** What the user tells the assistant, and what it is told besides. */
export function AssistantSettings() {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useQuery(trpc.settings.get.queryOptions());
  return (
    <>
      <SettingsHead title={t('assistant.title')} body={t('assistant.body')} />
      {data !== undefined ? (
        <>
          <SettingsGroup title={t('assistant.yours')}>
            <AboutText field="profile" saved={data.profile} />
            <AboutText field="personality" saved={data.personality} />
          </SettingsGroup>
          <SettingsGroup title={t('assistant.work')}>
            <ToolRounds />
          </SettingsGroup>
          <BriefSettings briefAt={data.briefAt} reviewAt={data.reviewAt} />
        </>
      ) : error === null ? (
        <SkeletonRows count={4} />
      ) : (
        <ErrorState
          className="h-auto min-h-0 place-content-start px-0 pb-0"
          title={t('readError')}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      <Prompts />
    </>
  );
}

interface AboutTextProps {
  field: keyof Pick<Settings, 'profile' | 'personality'>;
  saved: string;
}

/** One text, saved on a pause and on leaving it. */
function AboutText({ field, saved }: AboutTextProps) {
  const { t } = useTranslation('settings');
  const id = useId();
  const draft = useDraft(`settings:${field}`, {
    field,
    saved,
    // Settings have no versions: what is written last is kept.
    version: 0,
    save: async (text) => {
      const settings = await client.settings.update.mutate({ [field]: text });
      queryClient.setQueryData(trpc.settings.get.queryKey(), settings);
    },
  });
  const left = ABOUT_MAX - draft.text.length;
  return (
    <div className="px-4 py-3">
      <label htmlFor={id} className="block font-medium">
        {t(`assistant.${field}`)}
      </label>
      <p id={`${id}-hint`} className="type-meta text-muted-foreground">
        {t(`assistant.${field}Body`)}
      </p>
      <Textarea
        id={id}
        aria-describedby={`${id}-hint`}
        aria-invalid={draft.problem === null ? undefined : true}
        dir="auto"
        className="mt-2 max-h-[40vh]"
        value={draft.text}
        maxLength={ABOUT_MAX}
        placeholder={t(`assistant.${field}Example`)}
        onChange={(event) => draft.set(event.target.value)}
        onBlur={draft.commit}
      />
      {left < ABOUT_MAX / 10 ? (
        <p role="status" className="mt-1 type-meta text-muted-foreground tabular-nums">
          {t('assistant.left', { count: left, formatted: formatNumber(left) })}
        </p>
      ) : null}
      <DraftProblem draft={draft} />
    </div>
  );
}

function Prompts() {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useQuery(trpc.assistant.prompts.queryOptions());
  if (data === undefined && error !== null)
    return <ErrorLine title={t('assistant.promptsError')} error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <SettingsGroup title={t('assistant.prompts')}>
      {data.items.map((prompt) => (
        <PromptRow key={prompt.name} prompt={prompt} />
      ))}
    </SettingsGroup>
  );
}

/** Opens on the text as models get it. */
function PromptRow({ prompt: { name, version, text } }: { prompt: PromptText }) {
  const { t } = useTranslation('settings');
  return (
    <details className="group">
      <summary className="flex min-h-14 cursor-default list-none items-center gap-2 rounded-lg px-4 py-2 transition-state hover:bg-accent focus-inset [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="icon-14 flex-none text-muted-foreground transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{t(`assistant.prompt.${name}`)}</span>
          <span className="block type-meta text-muted-foreground">{t(`assistant.promptBody.${name}`)}</span>
        </span>
        <span className="flex-none type-meta text-muted-foreground tabular-nums">
          {t('assistant.version', { version })}
        </span>
      </summary>
      <p dir="auto" className="max-w-160 px-4 pt-1 pb-4 pl-10 whitespace-pre-wrap text-muted-foreground select-text">
        {text}
      </p>
    </details>
  );
}
