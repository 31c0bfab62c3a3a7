import { FileText, ListChecks, MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../components/ui/Kbd.tsx';
import { SectionTitle } from '../../../components/ui/Section.tsx';
import { formatNumber } from '../../../i18n/format.ts';
import { cn } from '../../../lib/cn.ts';
import { keysOf } from '../../commands/shortcuts.ts';
import { type SuggestionOrigin, suggestionOriginSchema } from './inboxSearch.ts';

const ICONS = { conversations: MessageSquare, notes: FileText, tasks: ListChecks } as const;
const KEYS = ['approve', 'edit', 'reject', 'next', 'previous', 'approveAll'] as const;

interface InboxAsideProps {
  origins: Readonly<Record<SuggestionOrigin, number>>;
  from: SuggestionOrigin | undefined;
  onFrom: (from: SuggestionOrigin | undefined) => void;
}

/** Where suggestions come from, to see only those; and the keys of the list. In a narrow window it lies above the list. */
export function InboxAside({ origins, from, onFrom }: InboxAsideProps) {
  const { t } = useTranslation(['suggestions', 'commands']);
  return (
    <aside
      aria-label={t('inbox.from')}
      className="flex flex-none gap-1 px-5 pt-2 wide:block wide:w-72 wide:pr-6 wide:pl-6"
    >
      <SectionTitle className="max-wide:sr-only">{t('inbox.from')}</SectionTitle>
      {suggestionOriginSchema.options.map((origin) => {
        const Icon = ICONS[origin];
        const isChosen = from === origin;
        return (
          <button
            key={origin}
            type="button"
            aria-pressed={isChosen}
            disabled={origins[origin] === 0 && !isChosen}
            onClick={() => onFrom(isChosen ? undefined : origin)}
            className={cn(
              'flex h-8 items-center gap-2.5 rounded-md px-2.5 transition-state enabled:hover:bg-accent disabled:text-muted-foreground first-of-type:-ml-2.5 wide:-mx-2.5 wide:w-[calc(100%+20px)]',
              isChosen && 'bg-chip font-medium',
            )}
          >
            <Icon aria-hidden className="text-muted-foreground max-wide:hidden" />
            {t(`inbox.origin.${origin}`)}
            <span className="type-meta text-muted-foreground tabular-nums wide:ml-auto">
              {formatNumber(origins[origin])}
            </span>
          </button>
        );
      })}
      <section aria-label={t('inbox.keys')} className="mt-5 max-wide:hidden">
        <SectionTitle>{t('inbox.keys')}</SectionTitle>
        <dl>
          {KEYS.map((id) => (
            <div key={id} className="flex h-7 items-center text-muted-foreground">
              <dt className="min-w-0 flex-1 truncate">{t(`commands:shortcut.${id}`)}</dt>
              <dd className="flex-none">
                <Kbd keys={keysOf(id)} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </aside>
  );
}
