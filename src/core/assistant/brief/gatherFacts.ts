import type { BriefSection } from '../../../contracts/brief.ts';
import { historyListInputSchema } from '../../../contracts/change.ts';
import { checkpointListInputSchema } from '../../../contracts/checkpoint.ts';
import type { RecordKind } from '../../../contracts/record.ts';
import { suggestionListInputSchema } from '../../../contracts/suggestion.ts';
import { type TaskListItem, taskListInputSchema } from '../../../contracts/task.ts';
import { addDays } from '../../../language/calendar.ts';
import type { Sentences } from '../catalogue.ts';
import { dayOfTime } from '../days.ts';
import { orNull, type RecordReader, type RecordServices } from '../records.ts';
import { type BriefFact, type Dismissed, nameWith, nothingDismissed, type Piece, plain } from './briefFact.ts';

const OVERDUE_MAX = 8;
const TODAY_MAX = 12;
const CHECKPOINTS_MAX = 5;
const CHECKPOINT_DAYS = 14;
const SUGGESTIONS_MAX = 5;
const CHANGES_MAX = 6;
/** History entries looked through for what changed. */
const HISTORY_MAX = 300;
/** Changed records that are read to learn what became of them. */
const GATHERED_MAX = 40;

/**
 * The facts of a day, from the records alone, in the words of a catalogue. Pending suggestions are named as such and counted
 * nowhere else.
 */
export function gatherFacts(
  services: RecordServices,
  reader: RecordReader,
  today: string,
  sentences: Sentences,
  dismissed: Dismissed = nothingDismissed,
): BriefFact[] {
  const { tasks, checkpoints, suggestions } = services;
  const words = sentences.brief;
  const linked = nameWith(sentences.untitled);
  const fact = (section: BriefSection, kind: RecordKind, id: string, pieces: Piece[]): BriefFact => ({
    section,
    pieces,
    about: [{ section, kind, id }],
  });
  /** The first so many that are not left out, of a list that has as many more as are. */
  const listed = <Item>(
    section: BriefSection,
    max: number,
    list: (limit: number) => readonly Item[],
    subjectOf: (item: Item) => { kind: RecordKind; id: string } | null,
  ): Item[] =>
    list(max + dismissed.countOf(section))
      .filter((item) => {
        const subject = subjectOf(item);
        return subject !== null && !dismissed.has({ section, ...subject });
      })
      .slice(0, max);
  const ofTask = ({ id }: TaskListItem) => ({ kind: 'task' as const, id });
  const projectPieces = (projectId: string | null): Piece[] => {
    const project = projectId === null ? null : reader.read('project', projectId);
    return project === null ? [] : [plain(words.inProject), linked('project', project.id, project.title)];
  };
  const taskFact = (section: BriefSection, task: TaskListItem, text: string): BriefFact =>
    fact(section, 'task', task.id, [
      linked('task', task.id, task.title),
      plain(text),
      ...projectPieces(task.projectId),
      ...(task.priority === 'high' ? [plain(words.highPriority)] : []),
    ]);

  const overdue = listed(
    'overdue',
    OVERDUE_MAX,
    (limit) => tasks.list(taskListInputSchema.parse({ dueTo: addDays(today, -1), limit })).items,
    ofTask,
  );
  const due = listed(
    'today',
    TODAY_MAX,
    (limit) => tasks.list(taskListInputSchema.parse({ dueFrom: today, dueTo: today, limit })).items,
    ofTask,
  );
  const next = listed(
    'checkpoints',
    CHECKPOINTS_MAX,
    (limit) =>
      checkpoints.list(checkpointListInputSchema.parse({ isDone: false, to: addDays(today, CHECKPOINT_DAYS), limit }))
        .items,
    ({ id }) => ({ kind: 'checkpoint', id }),
  );
  const pending = listed(
    'suggestions',
    SUGGESTIONS_MAX,
    (limit) => suggestions.list(suggestionListInputSchema.parse({ state: 'pending', limit })).items,
    ({ changes: [change] }) => (change === undefined ? null : { kind: change.recordKind, id: change.recordId }),
  );

  const facts = [
    ...overdue.map((task) => taskFact('overdue', task, words.overdueSince(task.dueDate ?? today, today))),
    ...due.map((task) => taskFact('today', task, words.dueToday(task.dueTime))),
    ...next.map((checkpoint) =>
      fact('checkpoints', 'checkpoint', checkpoint.id, [
        linked('checkpoint', checkpoint.id, checkpoint.title),
        plain((checkpoint.date < today ? words.checkpointOverdue : words.checkpointOn)(checkpoint.date, today)),
        ...projectPieces(checkpoint.projectId),
      ]),
    ),
    ...pending.flatMap((suggestion): BriefFact[] => {
      const [change] = suggestion.changes;
      if (change === undefined) return [];
      const link = linked(change.recordKind, change.recordId, suggestion.title);
      const pieces = [link, plain(words.suggestionWaits), ...projectPieces(suggestion.projectId)];
      return [fact('suggestions', change.recordKind, change.recordId, pieces)];
    }),
  ];
  // What is told already is not told again as news.
  const told = new Set(facts.flatMap(({ pieces }) => pieces.map((piece) => piece.link?.id)));
  const changes = gatherChanges(services, reader, today, sentences).filter(
    ({ about }) => !about.some(({ kind, id }) => told.has(id) || dismissed.hasRecord(kind, id)),
  );
  return [...facts, ...changes.slice(0, CHANGES_MAX)];
}

/** What is new, approved, finished or changed since yesterday: one line per record, newest first. */
export function gatherChanges(
  { history, tasks }: RecordServices,
  reader: RecordReader,
  today: string,
  sentences: Sentences,
): BriefFact[] {
  const since = addDays(today, -1);
  const words = sentences.brief.changed;
  const linked = nameWith(sentences.untitled);
  const seen = new Set<string>();
  const facts: BriefFact[] = [];
  for (const entry of history.list(historyListInputSchema.parse({ limit: HISTORY_MAX })).items) {
    if (dayOfTime(entry.at) < since || facts.length >= GATHERED_MAX) break;
    const key = `${entry.recordKind} ${entry.recordId}`;
    if (seen.has(key) || entry.recordKind === 'comment') continue;
    seen.add(key);
    const record = reader.read(entry.recordKind, entry.recordId);
    if (record === null) continue;
    const isDone = entry.recordKind === 'task' && orNull(() => tasks.get(entry.recordId))?.status === 'done';
    const text = isDone ? words.done : wordsOfOperation(entry.operation);
    if (text === null) continue;
    facts.push({
      section: 'changes',
      pieces: [linked(entry.recordKind, entry.recordId, record.title), plain(text)],
      about: [{ section: 'changes', kind: entry.recordKind, id: entry.recordId }],
    });
  }
  return facts;

  function wordsOfOperation(operation: string): string | null {
    return operation === 'create' || operation === 'update' || operation === 'approve' ? words[operation] : null;
  }
}
