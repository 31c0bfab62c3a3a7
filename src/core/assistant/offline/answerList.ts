import { recordJsonSchema } from '../../../contracts/change.ts';
import { checkpointListInputSchema } from '../../../contracts/checkpoint.ts';
import { suggestionListInputSchema } from '../../../contracts/suggestion.ts';
import { type TaskListInput, type TaskListItem, taskListInputSchema } from '../../../contracts/task.ts';
import type { BriefFact } from '../brief/briefFact.ts';
import { gatherChanges, gatherFacts } from '../brief/gatherFacts.ts';
import { layOut } from '../brief/layOut.ts';
import { addDays } from '../../../language/calendar.ts';
import type { Sentences } from '../catalogue.ts';
import { dayOfTime } from '../days.ts';
import type { AnswerTask } from '../runs/runs.ts';
import type { OfflineParts } from './answerOffline.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { Question, Span } from './readQuestion.ts';
import type { Place } from './readPlace.ts';
import type { Teller } from './teller.ts';

/** Records that a list looks at, and that it shows. */
const LOOKED_AT = 200;
const SHOWN = 15;

interface ListParts extends OfflineParts {
  readonly task: AnswerTask;
  readonly teller: Teller;
  readonly sentences: Sentences;
  /** Of the step, when a message asks for several lists. */
  readonly key: string;
}

/** Lists what is overdue, due, open, done, ahead or pending, in the place that the question is about. */
export async function answerList(question: Question, place: Place, parts: ListParts): Promise<void> {
  const { task, sentences } = parts;
  const { today } = task.run;
  const where = placeInWords(place, sentences);
  switch (question.kind) {
    case 'overdue': {
      const found = await listTasks({ dueTo: addDays(today, -1) }, place, parts);
      return sayTasks(found, sentences.overdue(found.length, where), sentences.noneOverdue(where), parts);
    }
    case 'due': {
      const { from, to } = question.span;
      const found = await listTasks(
        { ...(from === null ? {} : { dueFrom: from }), ...(to === null ? {} : { dueTo: to }) },
        place,
        parts,
      );
      const when = spanInWords(question.span, today, sentences);
      return sayTasks(found, sentences.due(found.length, when, where), sentences.noneDue(when, where), parts);
    }
    case 'open': {
      const found = await listTasks({}, place, parts);
      return sayTasks(found, sentences.open(found.length, where), sentences.noneOpen(where), parts);
    }
    case 'done': {
      const { from, to } = question.span;
      const finished = await listTasks({ status: 'done', sort: 'completed' }, place, parts);
      const found = finished.filter(({ completedAt }) => {
        const day = completedAt === null ? null : dayOfTime(completedAt);
        return day !== null && (from === null || day >= from) && (to === null || day <= to);
      });
      const when = spanInWords(question.span, today, sentences);
      return sayTasks(found, sentences.done(found.length, when, where), sentences.noneDone(when, where), parts);
    }
    case 'checkpoints':
      return sayCheckpoints(place, where, parts);
    case 'suggestions':
      return saySuggestions(place, parts);
    case 'changes':
      return sayFacts(
        gatherChanges(parts.services, parts.reader, today, sentences).slice(0, SHOWN),
        sentences.noneChanged,
        parts,
      );
    case 'brief':
      return sayFacts(
        gatherFacts(parts.services, parts.reader, today, sentences),
        sentences.noneDue(sentences.whenToday, ''),
        parts,
      );
  }
}

async function listTasks(
  filters: TaskListInput,
  place: Place,
  { services, teller, key }: ListParts,
): Promise<TaskListItem[]> {
  const given = {
    ...filters,
    limit: LOOKED_AT,
    ...(place.project === null ? {} : { projectId: place.project.id }),
    ...(place.project === null && place.client !== null ? { clientId: place.client.id } : {}),
  };
  const { limit: _limit, cursor: _cursor, ...shown } = given;
  return teller.step(
    key,
    'listTasks',
    recordJsonSchema.parse(shown),
    () => services.tasks.list(taskListInputSchema.parse(given)).items,
    (found) => found.length,
  );
}

async function sayTasks(
  found: readonly TaskListItem[],
  some: string,
  none: string,
  { teller, task, sentences }: ListParts,
): Promise<void> {
  if (found.length === 0) return teller.say(none);
  await teller.say(`${some}\n`);
  for (const item of found.slice(0, SHOWN)) {
    const line = sentences.taskLine(
      escapeMarkdown(item.title),
      item.dueDate,
      item.dueTime,
      item.priority,
      task.run.today,
    );
    await teller.say(`- ${line} ${teller.cite({ kind: 'task', id: item.id, title: item.title })}`);
  }
  if (found.length > SHOWN) await teller.say(`\n${sentences.more(found.length - SHOWN)}`);
}

async function sayCheckpoints(
  place: Place,
  where: string,
  { services, reader, teller, task, key, sentences }: ListParts,
): Promise<void> {
  const { today } = task.run;
  const { project, client } = place;
  const ofClient =
    client === null
      ? null
      : new Set(
          reader
            .projects('all')
            .filter((one) => one.clientId === client.id)
            .map((one) => one.id),
        );
  const found = await teller.step(
    key,
    'search',
    { text: 'checkpoints' },
    () => {
      const filters = {
        isDone: false,
        from: today,
        limit: LOOKED_AT,
        ...(project === null ? {} : { projectId: project.id }),
      };
      const { items } = services.checkpoints.list(checkpointListInputSchema.parse(filters));
      return items.filter((item) => project !== null || ofClient === null || ofClient.has(item.projectId));
    },
    (items) => items.length,
  );
  if (found.length === 0) return teller.say(sentences.noCheckpoints(where));
  const shown = found.slice(0, SHOWN);
  await teller.say(`${sentences.checkpoints(shown.length, where)}\n`);
  for (const item of shown) {
    const name = reader.read('project', item.projectId)?.title ?? null;
    const line = sentences.checkpointLine(
      escapeMarkdown(item.title),
      item.date,
      name === null ? null : escapeMarkdown(name),
      today,
    );
    await teller.say(`- ${line} ${teller.cite({ kind: 'checkpoint', id: item.id, title: item.title })}`);
  }
}

async function saySuggestions({ project }: Place, { services, teller, key, sentences }: ListParts): Promise<void> {
  const found = await teller.step(
    key,
    'search',
    { text: 'suggestions' },
    () => {
      const filters = { limit: LOOKED_AT, ...(project === null ? {} : { projectId: project.id }) };
      return services.suggestions.list(suggestionListInputSchema.parse(filters)).items;
    },
    (items) => items.length,
  );
  if (found.length === 0) return teller.say(sentences.noPendingSuggestions);
  await teller.say(`${sentences.pendingSuggestions(found.length)}\n`);
  for (const suggestion of found.slice(0, SHOWN)) await teller.say(`- **${escapeMarkdown(suggestion.title)}**`);
  if (found.length > SHOWN) await teller.say(`\n${sentences.more(found.length - SHOWN)}`);
}

/** Facts of the day, as the brief has them. */
async function sayFacts(facts: readonly BriefFact[], none: string, { reader, teller }: ListParts): Promise<void> {
  const lines = layOut(facts);
  if (lines.length === 0) return teller.say(none);
  for (const { pieces } of lines) {
    const text = pieces.map((piece) => {
      if (piece.link === null) return piece.text;
      const isSource = reader.exists(piece.link);
      return `**${escapeMarkdown(piece.text)}**${isSource ? ` ${teller.cite(piece.link)}` : ''}`;
    });
    await teller.say(`- ${text.join('')}`);
  }
}

function placeInWords({ project, client }: Place, sentences: Sentences): string {
  if (project !== null) return sentences.inPlace(escapeMarkdown(project.name));
  return client === null ? '' : sentences.forPlace(escapeMarkdown(client.name));
}

function spanInWords({ kind, from, to }: Span, today: string, sentences: Sentences): string {
  switch (kind) {
    case 'thisWeek':
      return sentences.whenThisWeek;
    case 'nextWeek':
      return sentences.whenNextWeek;
    case 'lastWeek':
      return sentences.whenLastWeek;
    case 'untilToday':
      return sentences.whenUntilToday;
    case 'day':
      return sentences.when(from ?? today, today);
    case 'range':
      return sentences.whenRange(from ?? today, to ?? today, today);
  }
}
