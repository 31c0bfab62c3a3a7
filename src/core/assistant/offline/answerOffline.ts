import type { Scope } from '../../../contracts/conversation.ts';
import {
  type SearchItem,
  searchQuerySchema,
  SEARCH_TEXT_MAX,
  SNIPPET_MARK_END,
  SNIPPET_MARK_START,
} from '../../../contracts/search.ts';
import type { Clock } from '../../ports.ts';
import type { ChangeService } from '../../workspace.ts';
import type { AgentName } from '../../../contracts/agent.ts';
import { filesAmong, recordsAmong } from '../attachments.ts';
import type { Sentences } from '../catalogue.ts';
import { sentences as german } from '../catalogue.de.ts';
import { sentences as english } from '../catalogue.en.ts';
import { sentences as italian } from '../catalogue.it.ts';
import { listAll, type ReadRecord, type RecordReader, type RecordServices } from '../records.ts';
import { OFFLINE } from '../models/providerRows.ts';
import type { AnswerOutcome, AnswerTask } from '../runs/runs.ts';
import { answerList } from './answerList.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { Workplace } from './readItem.ts';
import { type Place, readPlace } from './readPlace.ts';
import { suggestItems } from './suggestItems.ts';
import { createTeller, OFFLINE_PREFIX, type Teller } from './teller.ts';
import { type Intent, understand, understandWithin } from './understand.ts';
import type { LanguageCode } from './wording/wording.ts';

export interface OfflineParts {
  readonly services: RecordServices;
  readonly reader: RecordReader;
  readonly changes: ChangeService;
  readonly clock: Clock;
}

/** What an answer is told with. */
interface TellParts extends OfflineParts {
  readonly teller: Teller;
  readonly sentences: Sentences;
}

const HITS_MAX = 6;

/** In whose name each kind of answer is given. */
const AGENTS: Readonly<Record<Intent['kind'], AgentName>> = {
  items: 'project',
  list: 'project',
  ideas: 'project',
  untitled: 'project',
  tasksWithin: 'project',
  about: 'knowledge',
  related: 'knowledge',
  search: 'knowledge',
  hello: 'general',
  thanks: 'general',
  help: 'general',
};
const CATALOGUES: Readonly<Record<LanguageCode, Sentences>> = { en: english, it: italian, de: german };
const OUTCOME: AnswerOutcome = {
  provider: OFFLINE,
  model: null,
  inputTokens: null,
  outputTokens: null,
};

/**
 * Answers without a model or a network, in the language of the question: the same words on the same workspace always get the
 * same answer, and a repeated run proposes nothing twice.
 */
export async function answerOffline(asked: AnswerTask, parts: OfflineParts): Promise<AnswerOutcome> {
  const { question } = asked;
  // What lies beside the question is what it is about.
  const [attached] = recordsAmong(asked.attachments);
  const run =
    attached === undefined ? asked.run : { ...asked.run, scope: { kind: attached.recordKind, id: attached.id } };
  const task: AnswerTask = { ...asked, run };
  if (task.answer().content !== '') task.emit({ type: 'textReset' });
  const teller = createTeller(task, () => parts.clock.now());
  const workplace = readWorkplace(task, parts);
  const intent = understand(question, workplace, run.scope.kind !== 'workspace');
  const sentences = CATALOGUES[intent.language];

  // A model that proposed before it failed has done that part: the same sentence must not bring it a second time.
  const proposed = task
    .answer()
    .steps.filter((step) => step.tool.startsWith('propose') && !step.id.startsWith(OFFLINE_PREFIX));
  if (proposed.length > 0 && task.answer().suggestionIds.length > 0) {
    await teller.say(sentences.waiting(task.answer().suggestionIds.length));
    return OUTCOME;
  }

  const agent = AGENTS[intent.kind];
  if (task.answer().agent !== agent) task.emit({ type: 'agentChosen', agent });
  const here = placeOf('', run.scope, workplace, parts.reader);
  switch (intent.kind) {
    case 'hello':
    case 'thanks':
    case 'help':
      await teller.say(sentences[intent.kind]);
      break;
    case 'untitled':
      await teller.say(sentences.wantsTitle);
      break;
    case 'ideas':
      await teller.say(sentences.ideasNeedModel);
      break;
    case 'list': {
      const place = placeOf(question, run.scope, workplace, parts.reader);
      for (const [index, one] of intent.questions.entries()) {
        if (index > 0) await teller.say('');
        await answerList(one, place, { task, teller, sentences, key: `list${index}`, ...parts });
      }
      break;
    }
    case 'items':
      await suggestItems(intent, workplace, here, { task, teller, agent, sentences, ...parts });
      break;
    case 'tasksWithin': {
      const record = recordOf(run.scope, parts.reader);
      const within = record === null ? null : understandWithin(record.text, workplace);
      if (within?.kind === 'items')
        await suggestItems({ ...within, skipped: 0 }, workplace, here, { task, teller, agent, sentences, ...parts });
      else await teller.say(sentences.noTasksWithin);
      break;
    }
    case 'about':
    case 'related':
      await answerAbout(intent.kind, recordOf(run.scope, parts.reader), { teller, sentences, ...parts });
      break;
    case 'search':
      await answerSearch(intent, run.scope, { teller, sentences, ...parts });
      break;
  }
  const files = filesAmong(task.attachments).map(({ name }) => escapeMarkdown(name));
  if (files.length > 0) await teller.say(`\n${sentences.filesNeedModel(files.join(', '))}`);
  return OUTCOME;
}

function readWorkplace({ run }: AnswerTask, { reader, services }: OfflineParts): Workplace {
  const asked = new Date(run.startedAt);
  const clients = listAll((cursor) => services.clients.list({ limit: 1_000, cursor, archived: 'exclude' }), 20);
  return {
    moment: { today: run.today, minutes: asked.getHours() * 60 + asked.getMinutes() },
    projects: reader.projects('active').map(({ id, name, clientId }) => ({ id, name, clientId })),
    clients: clients.map(({ id, name }) => ({ id, name })),
  };
}

/** What a message is about: what it names, else what it was asked on. */
function placeOf(text: string, scope: Scope, { projects, clients }: Workplace, reader: RecordReader): Place {
  const named = readPlace(text, projects, clients);
  if (named.project !== null || named.client !== null || scope.kind === 'workspace') return named;
  if (scope.kind === 'client') return { ...named, client: clients.find((client) => client.id === scope.id) ?? null };
  const projectId = reader.read(scope.kind, scope.id)?.projectId ?? null;
  return { ...named, project: projects.find((project) => project.id === projectId) ?? null };
}

function recordOf(scope: Scope, reader: RecordReader): ReadRecord | null {
  return scope.kind === 'workspace' ? null : reader.read(scope.kind, scope.id);
}

/** UTF-16 code units quoted of a record's beginning. */
const BEGINNING = 600;

/** What the record itself says, or what else has to do with it. */
async function answerAbout(kind: 'about' | 'related', record: ReadRecord | null, parts: TellParts): Promise<void> {
  const { teller, sentences } = parts;
  if (record === null) return teller.say(sentences.foundNothing);
  if (kind === 'about') {
    const title = escapeMarkdown(record.title === '' ? sentences.untitled : record.title);
    const lines = beginningOf(record, sentences);
    if (lines.length === 0) return teller.say(`${sentences.saysNothing(title)} ${teller.cite(record)}`);
    await teller.say(`${sentences.saysAbout(title)} ${teller.cite(record)}\n`);
    for (const line of lines) await teller.say(`> ${escapeMarkdown(line)}  `);
    return;
  }
  const text = record.title.trim() === '' ? record.text.slice(0, BEGINNING).toWellFormed() : record.title;
  const hits = await findRecords(text, undefined, parts);
  await tellHits(
    hits.filter((hit) => hit.id !== record.id),
    sentences.foundNothingElse,
    parts,
  );
}

/** The first lines of a record: its facts by their names in the language of the answer, what somebody wrote as it is. */
function beginningOf({ lines }: ReadRecord, sentences: Sentences): string[] {
  const text = lines
    .flatMap(({ label, value, by }) => {
      if (label === null) return [value];
      if (label === 'Task' || label === 'Checkpoint' || label === 'Note' || label === 'Comment on') return [];
      const [, count, done] = (label === 'Tasks' ? /^(\d+), (\d+) done$/u.exec(value) : null) ?? [];
      const isWord = label === 'Status' || label === 'Priority' || label === 'Done';
      const fact =
        count !== undefined
          ? sentences.tasksDone(Number(count), Number(done))
          : isWord
            ? wordsOf(value, sentences)
            : value;
      const name = sentences.facts[label];
      return [`${by === undefined ? name : `${name} ${wordsOf(by, sentences)}`}: ${fact}`];
    })
    .join('\n');
  const cut =
    text.length <= BEGINNING
      ? text
      : `${text
          .slice(0, BEGINNING)
          .toWellFormed()
          .replace(/\s+\S*$/u, '')} …`;
  return cut
    .split('\n')
    .map((line) => line.replace(/^\s*#{1,6} |\*\*|__/gu, ''))
    .filter((line) => line.trim() !== '');
}

const wordsOf = (value: string, { values }: Sentences): string =>
  Object.hasOwn(values, value) ? (values[value] ?? value) : value;

async function answerSearch(
  { text, isQuestion }: { text: string; isQuestion: boolean },
  scope: Scope,
  parts: TellParts,
): Promise<void> {
  const { sentences } = parts;
  const near = scope.kind === 'project' ? scope.id : undefined;
  const hits = await findRecords(text, near, parts);
  await tellHits(hits, isQuestion ? sentences.foundNothing : sentences.canDo, parts);
}

/** What search finds, in the project first where there is one. */
function findRecords(
  text: string,
  projectId: string | undefined,
  { services, reader, teller }: TellParts,
): Promise<SearchItem[]> {
  const words = text.slice(0, SEARCH_TEXT_MAX).toWellFormed();
  const query = async (within?: string) =>
    (await services.search.query(searchQuerySchema.parse({ text: words, limit: HITS_MAX, projectId: within }))).items;
  return teller.step(
    'search',
    'search',
    { text: words.slice(0, 200).toWellFormed() },
    async () => {
      const near = projectId === undefined ? [] : await query(projectId);
      const found = near.length > 0 ? near : await query();
      return found.filter((hit) => reader.exists(hit));
    },
    (found) => found.length,
  );
}

async function tellHits(hits: readonly SearchItem[], none: string, { teller, sentences }: TellParts): Promise<void> {
  if (hits.length === 0) return teller.say(none);
  await teller.say(`${sentences.found(hits.length)}\n`);
  for (const hit of hits) {
    const title = escapeMarkdown(hit.title === '' ? sentences.untitled : hit.title);
    const number = teller.cite({ kind: hit.kind, id: hit.id, title: hit.title });
    await teller.say(
      `- ${sentences.quote(title, sentences.kinds[hit.kind], quoteOf(hit.snippet, sentences))} ${number}`,
    );
  }
}

/** A snippet in quotation marks, what matched in bold. */
function quoteOf(snippet: string, { quotes: [open, close] }: Sentences): string {
  const text = escapeMarkdown(snippet.trim())
    .replaceAll(
      new RegExp(`${SNIPPET_MARK_START}(\\s*)([^${SNIPPET_MARK_END}]*?)(\\s*)${SNIPPET_MARK_END}`, 'gu'),
      '$1**$2**$3',
    )
    .replaceAll(SNIPPET_MARK_START, '')
    .replaceAll(SNIPPET_MARK_END, '')
    .replaceAll('****', '');
  return text === '' ? '' : `${open}${text}${close}`;
}
