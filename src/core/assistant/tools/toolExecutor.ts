import { z } from 'zod';
import { AdiuvaError, type ErrorCode } from '../../../contracts/errors.ts';
import { problemsOf } from '../../../contracts/problems.ts';
import type { ModelCall, ModelTool } from '../models/modelRequest.ts';
import type { Tool, ToolContext, ToolEffect, ToolResult } from './tool.ts';

export interface ToolOutcome extends ToolResult {
  readonly state: 'done' | 'failed';
  /** Why it failed: an error code, `unknownTool` or `malformedArguments`. */
  readonly error?: string;
}

/** The one place where tools run. */
export interface ToolExecutor {
  /** The tools of these names, as a model is told of them. */
  describe(names: readonly string[]): ModelTool[];
  /**
   * Runs one call of an agent that may use the tools `allowed`. What the model did wrong comes back as text for it to
   * read. @throws AdiuvaError where the workspace itself cannot go on (`diskFull`, `databaseBusy` and the like)
   */
  execute(
    call: Pick<ModelCall, 'name' | 'arguments'>,
    allowed: readonly string[],
    context: ToolContext,
  ): Promise<ToolOutcome>;
}

/** UTF-16 code units of one call's arguments. */
const ARGUMENTS_MAX = 200_000;

/** What the model can do something about: it is told, and the run goes on. */
const TOLD: ReadonlySet<ErrorCode> = new Set(['validation', 'notFound', 'deleted', 'conflict', 'unauthorized']);

export function createToolExecutor(tools: readonly Tool[], policy: Readonly<Record<string, ToolEffect>>): ToolExecutor {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));

  const permitted = (name: string, allowed: readonly string[]): Tool | null => {
    const effect = Object.hasOwn(policy, name) ? policy[name] : undefined;
    if (effect !== 'read' && effect !== 'propose') return null;
    return allowed.includes(name) ? (byName.get(name) ?? null) : null;
  };

  return {
    describe: (names) =>
      names.flatMap((name) => {
        const tool = permitted(name, names);
        return tool === null ? [] : [{ name, description: tool.description, parameters: tool.parameters }];
      }),
    async execute(call, allowed, context) {
      const tool = permitted(call.name, allowed);
      if (tool === null)
        return failed(
          'unknownTool',
          `There is no tool "${call.name.slice(0, 100)}". Your tools: ${allowed.join(', ')}.`,
        );
      const given = parseArguments(call.arguments);
      if (given === undefined)
        return failed(
          'malformedArguments',
          'The arguments are not a JSON object. Call the tool again with valid JSON.',
        );
      try {
        return { state: 'done', ...(await tool.run(given, context)) };
      } catch (error) {
        if (error instanceof z.core.$ZodError)
          return failed('validation', `The arguments do not fit: ${JSON.stringify(problemsOf(error, given))}`);
        if (error instanceof AdiuvaError && TOLD.has(error.code)) {
          return failed(error.code, `That did not work (${error.code}): ${JSON.stringify(error.fields)}`);
        }
        throw error;
      }
    },
  };
}

function failed(error: string, text: string): ToolOutcome {
  return { state: 'failed', error, text, count: null };
}

/** The arguments as an object; undefined where they are none. No arguments at all are an empty object. */
export function parseArguments(text: string): Record<string, unknown> | undefined {
  if (text.trim() === '') return {};
  if (text.length > ARGUMENTS_MAX) return undefined;
  try {
    const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
