import {
  type Brief,
  type BriefKey,
  type BriefLine,
  type BriefListItem,
  briefSchema,
} from '../../../contracts/brief.ts';
import { AdiuvaError } from '../../../contracts/errors.ts';
import type { WorkspaceEvent } from '../../../contracts/event.ts';
import { addDays } from '../../../language/calendar.ts';
import type { ActivityWriter } from '../../activity/activityWriter.ts';
import type { Database } from '../../db/openDatabase.ts';
import type { Clock, Logger } from '../../ports.ts';
import { type Condition, createPager, type Order } from '../../records/pager.ts';
import type { SettingsService } from '../../workspace.ts';
import { sentences } from '../catalogue.en.ts';
import { weekdayName } from '../composePrompt.ts';
import { askInTurn } from '../models/askInTurn.ts';
import { OFFLINE } from '../models/providerRows.ts';
import type { Providers, ReadyProvider } from '../models/providers.ts';
import { orNull, type RecordReader, type RecordServices } from '../records.ts';
import { briefs } from '../tables.ts';
import type { AssistantTimings } from '../timings.ts';
import { arrangeFacts, arrangeLines, type BriefFact, countLeftOut, type Dismissed, isDismissed } from './briefFact.ts';
import type { BriefService } from './briefService.ts';
import { createDismissals } from './dismissals.ts';
import { gatherFacts } from './gatherFacts.ts';
import { type GatheredWeek, gatherWeek, weekOfReview } from './gatherWeek.ts';
import { layOut } from './layOut.ts';
import { askForBrief, readPhrased } from './phraseBrief.ts';

interface BriefParts {
  database: Database;
  activity: Pick<ActivityWriter, 'addBrief'>;
  clock: Clock;
  logger: Logger;
  services: RecordServices;
  reader: RecordReader;
  providers: Pick<Providers, 'defaultId' | 'nameOf' | 'ready' | 'keepAway' | 'next' | 'learn'>;
  settings: SettingsService;
  timings: AssistantTimings;
  /** Aborts when the workspace closes. */
  signal: AbortSignal;
  emit(event: WorkspaceEvent): void;
}

type ListRow = BriefListItem & { key: string };
const COLUMNS = `b.kind, b.day, b.generated_at as generatedAt, b.kind || b.day as key`;
const lastWrittenFirst: Order<ListRow> = {
  name: 'briefs',
  key: 'b.generated_at',
  id: 'b.kind || b.day',
  direction: 'desc',
  type: 'number',
  keyOf: (row) => [row.generatedAt, row.key],
};

/** What is to be written: for the week of `day`, days are said as seen from `today`. */
interface Plan extends BriefKey {
  readonly today: string;
}

/** The daily brief and the weekly review: code gathers the facts, a model at most phrases them, and every line points to a record that is there. */
export function createBrief(parts: BriefParts): BriefService & { settled(): Promise<unknown> } {
  const { database, clock, services, reader } = parts;
  const working = new Map<string, Promise<Brief>>();
  const dismissals = createDismissals(database, clock);
  const page = createPager<ListRow>(database);
  const selectOne = database.sqlite
    .prepare<[string, string], string>('select brief from briefs where kind = ? and day = ?')
    .pluck();
  const selectLatest = database.sqlite
    .prepare<[], string>('select brief from briefs order by generated_at desc limit 1')
    .pluck();

  const generate = async (plan: Plan): Promise<Brief> => {
    const dismissed = countLeftOut(dismissals.current());
    const { facts, counts } = gather(plan, dismissed);
    const recordCount = new Set(
      facts.flatMap(({ pieces }) => pieces.map((piece) => piece.link?.id)).filter((id) => id !== undefined),
    ).size;
    const written = await write(facts, plan);
    const brief: Brief = {
      kind: plan.kind,
      day: plan.day,
      ...written,
      lines: arrangeLines(written.lines.filter(isTrue), dismissed),
      recordCount,
      counts,
      leftOut: dismissed.leftOut(),
      generatedAt: clock.now(),
    };
    const row = { kind: brief.kind, day: brief.day, brief, generatedAt: brief.generatedAt };
    database.transaction(() => {
      database.orm
        .insert(briefs)
        .values(row)
        .onConflictDoUpdate({ target: [briefs.kind, briefs.day], set: row })
        .run();
      parts.activity.addBrief({ period: periodOf(plan), recordCount, at: brief.generatedAt });
    });
    parts.emit({ type: 'briefChanged' });
    return brief;
  };

  const gather = ({ kind, day, today }: Plan, dismissed: Dismissed): GatheredWeek => {
    if (kind === 'week') {
      const week = { from: day, to: addDays(day, 6) };
      const { facts, counts } = gatherWeek(services, reader, { week, today, sentences }, dismissed);
      return { facts: arrangeFacts(facts, dismissed), counts };
    }
    const { overdue, today: due } = services.tasks.counts(day);
    const facts = gatherFacts(services, reader, day, sentences, dismissed);
    return { facts: arrangeFacts(facts, dismissed), counts: { overdue, today: due } };
  };

  const write = async (
    facts: readonly BriefFact[],
    plan: Plan,
  ): Promise<Pick<Brief, 'lines' | 'provider' | 'model' | 'fallbackFrom'>> => {
    const offline = { lines: layOut(facts), provider: OFFLINE, model: null };
    let fallbackFrom: string | null = null;
    const phrased = await askInTurn(facts.length === 0 ? null : parts.providers.defaultId(), {
      providers: parts.providers,
      signal: parts.signal,
      async ask(provider) {
        const lines = await phrase(provider, facts, plan);
        if (lines.length > 0) return { lines, provider: provider.name, model: provider.model };
        throw new AdiuvaError('providerFailed', { host: new URL(provider.baseUrl).host, status: 200 });
      },
      onFailed({ providerId, provider, code }) {
        parts.logger.warn('a provider could not phrase the brief', { provider: providerId, code });
        fallbackFrom ??= provider;
      },
    });
    return { ...(phrased ?? offline), fallbackFrom };
  };

  const phrase = async (
    provider: ReadyProvider,
    facts: readonly BriefFact[],
    { kind, day, today }: Plan,
  ): Promise<BriefLine[]> => {
    const { request, ...known } = askForBrief({
      kind,
      facts,
      today: named(today),
      period: kind === 'day' ? null : `${named(day)} to ${named(addDays(day, 6))}`,
      user: parts.settings.get(),
    });
    const { askWithin } = await import('../models/askWithin.ts');
    const reply = await askWithin(provider, request, {
      signal: parts.signal,
      timings: parts.timings,
      onText: () => undefined,
      onLearned: (facts) => parts.providers.learn(provider.id, facts),
    });
    return readPhrased(reply.text, known);
  };

  /** Whether every record that a line points to is there still. */
  const isTrue = ({ pieces }: BriefLine): boolean => {
    const links = pieces.flatMap((piece) => (piece.link === null ? [] : [piece.link]));
    return links.length > 0 && links.every((link) => isThere(services, link.kind, link.id));
  };

  /** What has gone or was dismissed since is in it no more. null for what cannot be read: a newer version wrote it. */
  const readKept = (json: string | undefined): Brief | null => {
    if (json === undefined) return null;
    const { data: brief } = briefSchema.safeParse(JSON.parse(json));
    if (brief === undefined) return null;
    const dismissed = dismissals.current();
    return { ...brief, lines: brief.lines.filter((line) => isTrue(line) && !isDismissed(line, dismissed)) };
  };

  return {
    async generate(claimedToday, kind = 'day', of) {
      const today = claimedToday ?? clock.today();
      const day = kind === 'day' ? today : weekOfReview(of ?? today).from;
      const key = `${kind} ${day}`;
      // Pressed twice, it is made once.
      const known = working.get(key);
      if (known !== undefined) return known;
      const work = generate({ kind, day, today }).finally(() => working.delete(key));
      working.set(key, work);
      return work;
    },
    latest: () => readKept(selectLatest.get()),
    list({ kind, limit, cursor }) {
      const ofKind: Condition[] = kind === undefined ? [] : [{ sql: 'b.kind = ?', values: [kind] }];
      return page({
        select: `select ${COLUMNS} from briefs b`,
        where: ofKind,
        order: lastWrittenFirst,
        limit,
        cursor,
        toItem: ({ key: _key, ...item }): BriefListItem => item,
      });
    },
    get({ kind, day }: BriefKey) {
      const brief = readKept(selectOne.get(kind, day));
      if (brief === null) throw new AdiuvaError('notFound', { recordKind: 'brief', id: `${kind} ${day}` });
      return brief;
    },
    dismiss(about) {
      dismissals.dismiss(about);
      parts.emit({ type: 'briefChanged' });
    },
    restore(about) {
      dismissals.restore(about);
      parts.emit({ type: 'briefChanged' });
    },
    settled: () => Promise.allSettled(working.values()),
  };
}

/** Of a week both ends, as ISO 8601 writes a period. */
function periodOf({ kind, day }: BriefKey): string {
  return kind === 'day' ? day : `${day}/${addDays(day, 6)}`;
}

const named = (day: string): string => `${weekdayName(day)}, ${day}`;

/** A pending record is there too: the brief names it as waiting for approval. */
function isThere(
  services: RecordServices,
  kind: NonNullable<BriefLine['pieces'][number]['link']>['kind'],
  id: string,
): boolean {
  // A view is how tasks are looked at, nothing that a brief tells.
  if (kind === 'view') return false;
  const readers = {
    client: services.clients,
    project: services.projects,
    task: services.tasks,
    checkpoint: services.checkpoints,
    note: services.notes,
    comment: services.comments,
  } as const;
  return orNull(() => readers[kind].get(id)) !== null;
}
