import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { messageSchema } from '../../src/contracts/conversation.ts';
import { suggestionSchema, type SuggestionState } from '../../src/contracts/suggestion.ts';
import { type ApiClient, ApiError } from './apiClient.ts';
import type { Ledger, Promised } from './ledger.ts';

const createdSchema = z.looseObject({ id: z.string(), version: z.int() });
const anythingSchema = z.unknown();
const recordSchema = z.looseObject({ id: z.string() });
const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/**
 * The story of a first hour with Adiuva, as calls: a client, a project, tasks, a note as it is typed, a question to the
 * assistant, one suggestion approved and one rejected, the brief, something edited, something deleted. What is
 * acknowledged goes into the ledger at once; the story ends where a call does not come back.
 */
export async function liveStory(api: ApiClient, round: number, ledger: Ledger): Promise<void> {
  const create = async (kind: string, fields: object): Promise<z.infer<typeof createdSchema>> => {
    const record = await api.mutate(`${kind}.create`, fields, createdSchema);
    ledger.acknowledge(isKept(kind, record.id, fields));
    return record;
  };

  const clientName = `Rossi Vini ${round}`;
  const client = await create('clients', { name: clientName });
  const project = await create('projects', { name: `Wine shop ${round}`, clientId: client.id });
  const task = (title: string): object => ({ title, projectId: project.id, priority: 'high', dueDate: '2026-11-24' });
  const quote = await create('tasks', task('Send the quote'));
  const wines = await create('tasks', task('Import 38 wines'));
  const oldIdea = await create('tasks', task('Old idea'));
  await ledger.change(isKept('tasks', quote.id, { ...task('Send the quote'), status: 'done' }), () =>
    api.mutate('tasks.update', { id: quote.id, expectedVersion: quote.version, status: 'done' }, anythingSchema),
  );
  await ledger.change(isGone('tasks', oldIdea.id), () =>
    api.mutate('tasks.delete', { id: oldIdea.id }, anythingSchema),
  );
  await create('comments', { taskId: wines.id, body: 'Labels from Paolo on Friday.' });
  await create('checkpoints', { projectId: project.id, title: `Soft launch ${round}`, date: '2026-12-03' });

  let content = 'Zones';
  const note = await create('notes', { title: `Shipping ${round}`, content, projectId: project.id });
  for (const words of [' and duty,', ' rates of 2025,', ' Norway last.']) {
    content += words;
    const draft = { id: note.id, baseVersion: note.version, content };
    await ledger.change(holdsText(note.id, content), () => api.mutate('notes.keepDraft', draft, anythingSchema));
  }
  content += ' Done.';
  await ledger.change(holdsText(note.id, content), () =>
    api.mutate('notes.update', { id: note.id, expectedVersion: note.version, content }, anythingSchema),
  );

  const wanted = await ask(api, 'call Rossi tomorrow at 10, high', ledger);
  const unwanted = await ask(api, 'ask Ingrid for the tariff names on Friday', ledger);
  await ledger.change(isSuggestion(wanted, 'approved'), () =>
    api.mutate('suggestions.approve', { id: wanted }, anythingSchema),
  );
  await ledger.change(isSuggestion(unwanted, 'rejected'), () =>
    api.mutate('suggestions.reject', { id: unwanted, reason: 'not now' }, anythingSchema),
  );
  await api.mutate('brief.generate', {}, anythingSchema);
  await ledger.change(isKept('clients', client.id, { name: clientName, company: 'Montalcino' }), () =>
    api.mutate('clients.update', { id: client.id, company: 'Montalcino' }, anythingSchema),
  );
}

/** Asks the assistant, and waits for the suggestion that comes of it. */
async function ask(api: ApiClient, text: string, ledger: Ledger): Promise<string> {
  const sent = await api.mutate(
    'assistant.send',
    { text },
    z.object({ conversationId: z.string(), runId: z.string() }),
  );
  ledger.acknowledge(isAsked(sent.conversationId, text));
  for (;;) {
    const input = { conversationId: sent.conversationId, limit: 10 };
    const { items } = await api.query('suggestions.list', input, page(suggestionSchema));
    const [suggestion] = items;
    if (suggestion !== undefined) {
      // It was shown, so it is owed as well.
      ledger.acknowledge(isSuggestion(suggestion.id, 'pending'));
      return suggestion.id;
    }
    await delay(5);
  }
}

function isKept(kind: string, id: string, fields: object): Promised {
  return {
    subject: `${kind} ${id}`,
    async check(api) {
      const record = kind === 'comments' ? await findComment(api, id, fields) : await find(api, `${kind}.get`, id);
      if (record === null) return 'is gone';
      const different = Object.entries(fields).filter(([name, value]) => record[name] !== value);
      return different.length === 0 ? null : `has other ${different.map(([name]) => name).join(', ')}`;
    },
  };
}

function isGone(kind: string, id: string): Promised {
  return {
    subject: `${kind} ${id}`,
    check: async (api) => ((await find(api, `${kind}.get`, id)) === null ? null : 'came back'),
  };
}

/** What was typed is in the note, in its place. */
function holdsText(id: string, text: string): Promised {
  return {
    subject: `notes ${id}`,
    async check(api) {
      const note = await find(api, 'notes.get', id);
      return typeof note?.['content'] === 'string' && note['content'].startsWith(text) ? null : 'lost words';
    },
  };
}

function isAsked(conversationId: string, text: string): Promised {
  return {
    subject: `conversation ${conversationId}`,
    async check(api) {
      const { items } = await api.query('conversations.messages', { conversationId }, page(messageSchema));
      return items.some(({ role, content }) => role === 'user' && content === text) ? null : 'lost the question';
    },
  };
}

function isSuggestion(id: string, state: SuggestionState): Promised {
  return {
    subject: `suggestion ${id}`,
    async check(api) {
      const suggestion = await api.query('suggestions.get', { id }, suggestionSchema);
      if (suggestion.state !== state) return `is ${suggestion.state}`;
      const task = await find(api, 'tasks.get', suggestion.changes[0]?.recordId ?? '');
      if (state === 'rejected') return task === null ? null : 'left its task';
      return task?.['isApproved'] === (state === 'approved') ? null : 'has no task';
    },
  };
}

async function find(api: ApiClient, path: string, id: string): Promise<Record<string, unknown> | null> {
  try {
    return await api.query(path, { id }, recordSchema);
  } catch (error) {
    if (error instanceof ApiError && (error.code === 'notFound' || error.code === 'deleted')) return null;
    throw error;
  }
}

async function findComment(api: ApiClient, id: string, fields: object): Promise<Record<string, unknown> | null> {
  const taskId = 'taskId' in fields ? fields.taskId : undefined;
  const { items } = await api.query('comments.list', { taskId, limit: 100 }, page(recordSchema));
  return items.find((comment) => comment.id === id) ?? null;
}
