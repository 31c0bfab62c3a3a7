import { Annotation, END, START, StateGraph } from '@langchain/langgraph';
import { z } from 'zod';
import type { Attachment } from '../../contracts/attachment.ts';
import { type Message, type Source, sourceSchema } from '../../contracts/conversation.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Settings } from '../../contracts/settings.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import type { AgentName } from '../../contracts/agent.ts';
import { agents } from './agents/chooseAgent.ts';
import { routeQuestion } from './agents/routeQuestion.ts';
import { fenceFiles, recordsAmong, tellAttached } from './attachments.ts';
import { sentences } from './catalogue.en.ts';
import { createCheckpointer } from './checkpointer.ts';
import { CitationFilter } from './citations.ts';
import { composeHistory, composePrompt } from './composePrompt.ts';
import type { AboutUser } from './describeUser.ts';
import { createFence } from './fence.ts';
import type { ModelMessage } from './models/modelRequest.ts';
import { type LearnedFacts, type ReadyProvider, withFacts } from './models/providers.ts';
import { contextWindowOf } from './models/contextWindow.ts';
import { streamModel } from './models/streamModel.ts';
import { packContext, packTools } from './packContext.ts';
import { recall } from './recall.ts';
import type { RecordReader } from './records.ts';
import type { AnswerOutcome, AnswerTask } from './runs/runs.ts';
import { SourceBook } from './sourceBook.ts';
import type { AssistantTimings } from './timings.ts';
import { stepArgumentsOf } from './tools/stepArguments.ts';
import { stepResultOf } from './tools/stepResult.ts';
import type { ToolExecutor } from './tools/toolExecutor.ts';

/** From this window on, in tokens, a model is told of tables, charts and the like; below it, records are worth more. */
const BLOCKS_FROM = 8_192;
/** Calls of one round that are carried out. */
const CALLS_MAX = 16;

const roundSchema = z.object({
  text: z.string(),
  calls: z.array(
    z.object({ id: z.string(), name: z.string(), arguments: z.string(), signature: z.string().optional() }),
  ),
  /** What the calls answered, in their order; empty until they have run. */
  results: z.array(z.string()),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
});
type Round = z.infer<typeof roundSchema>;

const stateSchema = z.object({ sources: z.array(sourceSchema), rounds: z.array(roundSchema) });

/** An earlier version kept them in one piece. */
const recalledSchema = z.union([z.array(z.string()), z.string().transform((text) => [text])]);

/** Plain JSON, so that what a later version reads back can be checked. */
const State = Annotation.Root({
  /** Everything that was read so far, numbered. */
  sources: Annotation<Source[]>,
  /** The recalled records, each in its fence, the most relevant first. */
  recalled: Annotation<string[]>,
  agentName: Annotation<AgentName>,
  rounds: Annotation<Round[]>,
});

export interface GraphParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly search: Workspace['search'];
  readonly reader: RecordReader;
  readonly executor: ToolExecutor;
  readonly timings: AssistantTimings;
  readonly user: AboutUser & Pick<Settings, 'toolRounds'>;
  readonly logger: Logger;
  /** What lies beside the question, then what lies beside those before it. */
  readonly attachments: readonly Attachment[];
  /** The conversation before the question, newest first. */
  readonly history: readonly Pick<Message, 'role' | 'content' | 'state'>[];
  /** Keeps what an answer showed of the provider. */
  learn(facts: LearnedFacts): void;
}

/**
 * Answers with a model: recall, route, agent, tools, for as many rounds as the user allows. What was reached is kept after each step; a
 * run that was cut off goes on from there.
 * @throws AdiuvaError one of the provider codes, where the offline provider can step in
 */
export async function answerWithModel(
  task: AnswerTask,
  provider: ReadyProvider,
  parts: GraphParts,
): Promise<AnswerOutcome> {
  const { run } = task;
  const { clock, executor, reader, timings } = parts;
  const timeout = AbortSignal.timeout(timings.wholeRun);
  const signal = AbortSignal.any([task.signal, timeout]);

  /** As it is known by now: what one round shows, the next need not find out again. */
  let asked = provider;

  const checkpointer = createCheckpointer(parts.database);
  const graph = new StateGraph(State)
    .addNode('recall', async () => {
      const startedAt = clock.now();
      const step = { id: 'recall', tool: 'search', arguments: { text: task.question.slice(0, 200).toWellFormed() } };
      task.emit({ type: 'stepChanged', step: { ...step, state: 'running', count: null, duration: null } });
      const book = new SourceBook([]);
      const fence = createFence(run.id);
      const records = await recall(parts.search, reader, task.question, run.scope, recordsAmong(parts.attachments));
      const fenced = records.map(({ record, shown }) => fence(book.add(record), shown));
      const beside = tellAttached(task.attachments, book);
      const recalled = [...beside, fenceFiles(parts.attachments, run.id), ...fenced].filter((part) => part !== '');
      const duration = Math.max(0, clock.now() - startedAt);
      const result = records.map(({ record }) => record.title).join('\n');
      task.emit({ type: 'stepChanged', step: { ...step, state: 'done', count: records.length, duration, result } });
      return { sources: book.all(), recalled };
    })
    .addNode('route', async () => {
      const { scope, pinnedAgent } = run;
      const about = { question: task.question, scope, pinnedAgent };
      const agentName = await routeQuestion(about, provider, { timings, logger: parts.logger, signal });
      task.emit({ type: 'agentChosen', agent: agentName });
      return { agentName };
    })
    .addNode('agent', async ({ agentName: agent, recalled, sources, rounds }) => {
      // A round before this one, or this one before the program ended, may have said something.
      if (task.answer().content !== '') task.emit({ type: 'textReset' });
      const book = new SourceBook(sources);
      const filter = new CitationFilter((number) => book.get(number) !== null);
      const say = (text: string): void => {
        if (text !== '') task.emit({ type: 'textAdded', text });
        for (const number of filter.cited) {
          const source = book.get(number);
          const isTold = task.answer().sources.some((known) => known.number === number);
          if (source !== null && !isTold) task.emit({ type: 'sourceFound', source });
        }
      };
      const window = contextWindowOf(asked);
      const tools = packTools(executor.describe(agents[agent].tools), window);
      const packed = packContext(
        {
          instructions: promptOf(agent, []),
          question: task.question,
          tools,
          recalled: recalledSchema.parse(recalled),
          history: composeHistory(parts.history),
          rounds: rounds.map(messagesOfRound),
        },
        window,
      );
      const mayCall = rounds.length < parts.user.toolRounds;
      const reply = await streamModel(
        asked,
        {
          messages: [
            { role: 'system', text: promptOf(agent, packed.recalled) },
            ...packed.history,
            { role: 'user', text: task.question },
            ...packed.rounds.flat(),
          ],
          tools,
          toolChoice: mayCall ? 'auto' : 'none',
        },
        {
          signal,
          firstPiece: timings.firstPiece,
          betweenPieces: timings.betweenPieces,
          onText: (piece) => say(filter.push(piece)),
          onLearned(facts) {
            asked = withFacts(asked, facts);
            parts.learn(facts);
          },
        },
      );
      say(filter.end());
      const calls = mayCall ? reply.calls.slice(0, CALLS_MAX) : [];
      if (calls.length > 0 && task.answer().content !== '') task.emit({ type: 'textReset' });
      const { text, inputTokens, outputTokens } = reply;
      return { rounds: [...rounds, { text, calls: [...calls], results: [], inputTokens, outputTokens }] };
    })
    .addNode('tools', async ({ agentName: agent, sources, rounds }) => {
      const book = new SourceBook(sources);
      const number = rounds.length - 1;
      const round = rounds[number];
      if (round === undefined) return {};
      const results: string[] = [];
      for (const [index, call] of round.calls.entries()) {
        signal.throwIfAborted();
        // Made from the call's place, not from the id that the server gave it: that may repeat, or differ next time.
        const callId = `${number}.${index}`;
        const startedAt = clock.now();
        const step = { id: callId, tool: call.name, arguments: stepArgumentsOf(call.arguments) };
        task.emit({ type: 'stepChanged', step: { ...step, state: 'running', count: null, duration: null } });
        const outcome = await executor.execute(call, agents[agent].tools, { run, agent, callId, sources: book });
        if (outcome.suggestionId !== undefined) task.emit({ type: 'suggested', suggestionId: outcome.suggestionId });
        const duration = Math.max(0, clock.now() - startedAt);
        const error = outcome.error === undefined ? {} : { error: outcome.error };
        task.emit({
          type: 'stepChanged',
          step: {
            ...step,
            state: outcome.state,
            count: outcome.count,
            duration,
            result: stepResultOf(outcome.text),
            ...error,
          },
        });
        results.push(outcome.text);
      }
      return { sources: book.all(), rounds: rounds.with(number, { ...round, results }) };
    })
    .addEdge(START, 'recall')
    .addEdge('recall', 'route')
    .addEdge('route', 'agent')
    .addConditionalEdges('agent', ({ rounds }) => ((rounds.at(-1)?.calls.length ?? 0) > 0 ? 'tools' : END), [
      'tools',
      END,
    ])
    .addEdge('tools', 'agent')
    .compile({ checkpointer });

  const promptOf = (agent: AgentName, recalled: readonly string[]): string => {
    const { scope } = run;
    const scopeRecord = scope.kind === 'workspace' ? null : reader.read(scope.kind, scope.id);
    return composePrompt({
      agent: agents[agent],
      today: run.today,
      user: parts.user,
      scope,
      scopeRecord,
      recalled: recalled.join('\n'),
      canShow: (contextWindowOf(asked) ?? BLOCKS_FROM) >= BLOCKS_FROM,
    });
  };

  const config = { configurable: { thread_id: run.id } };
  try {
    const hasBegun = (await checkpointer.getTuple(config)) !== undefined;
    const beginning = { sources: [], recalled: [], agentName: 'general' as const, rounds: [] };
    const state = stateSchema.parse(
      await graph.invoke(hasBegun ? null : beginning, {
        ...config,
        signal,
        durability: 'sync',
        recursionLimit: 20 + 2 * parts.user.toolRounds,
      }),
    );
    return finish(task, provider, state);
  } catch (error) {
    if (timeout.aborted && !task.signal.aborted) {
      throw new AdiuvaError('providerTimeout', { host: new URL(provider.baseUrl).host, waited: timings.wholeRun });
    }
    throw error;
  }
}

function messagesOfRound({ text, calls, results }: Round): ModelMessage[] {
  return [
    { role: 'assistant', text, calls },
    ...calls.map((call, index) => ({ role: 'tool' as const, callId: call.id, text: results[index] ?? '' })),
  ];
}

function finish(
  task: AnswerTask,
  provider: ReadyProvider,
  { sources, rounds }: z.infer<typeof stateSchema>,
): AnswerOutcome {
  // What was kept of the text can lag behind the checkpoint, and a run may go on only to find everything done.
  const filter = new CitationFilter((number) => sources.some((source) => source.number === number));
  const text = filter.push(rounds.at(-1)?.text ?? '') + filter.end();
  if (task.answer().content !== text) {
    task.emit({ type: 'textReset' });
    task.emit({ type: 'textAdded', text });
    for (const source of sources) if (filter.cited.has(source.number)) task.emit({ type: 'sourceFound', source });
  }
  if (text.trim() === '') {
    const { suggestionIds } = task.answer();
    if (suggestionIds.length === 0)
      throw new AdiuvaError('providerFailed', { host: new URL(provider.baseUrl).host, status: 200 });
    task.emit({ type: 'textAdded', text: sentences.waiting(suggestionIds.length) });
  }
  return {
    provider: provider.name,
    model: provider.model,
    inputTokens: sum(rounds.map((round) => round.inputTokens)),
    outputTokens: sum(rounds.map((round) => round.outputTokens)),
  };
}

/** null where no round said a number. */
function sum(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : known.reduce((total, number) => total + number, 0);
}
