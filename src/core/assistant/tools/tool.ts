import { z } from 'zod';
import type { SuggestionId } from '../../../contracts/ids.ts';
import type { RunRecord } from '../runs/runStore.ts';
import type { SourceBook } from '../sourceBook.ts';

/** What a tool may do. Only `read` and `propose` exist so far; the other two are named so that they can be refused. */
export type ToolEffect = 'read' | 'propose' | 'external' | 'destructive';

/** Where a tool is called from. */
export interface ToolContext {
  readonly run: Pick<RunRecord, 'id' | 'conversationId' | 'scope' | 'today'>;
  readonly agent: string;
  /** The same when the run is repeated, and no other call of the run has it. */
  readonly callId: string;
  readonly sources: SourceBook;
}

export interface ToolResult {
  /** What the model reads. */
  readonly text: string;
  /** How many records it found or proposed. */
  readonly count: number | null;
  readonly suggestionId?: SuggestionId;
}

export interface Tool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** @throws ZodError where the arguments do not fit */
  run(given: unknown, context: ToolContext): Promise<ToolResult> | ToolResult;
}

/** A tool whose arguments are what its schema says by the time it runs. */
export function defineTool<Schema extends z.ZodObject>(definition: {
  name: string;
  description: string;
  schema: Schema;
  /** Models like to fill in every field: what is null counts as left out. */
  ignoresNulls?: true;
  run(given: z.output<Schema>, context: ToolContext): Promise<ToolResult> | ToolResult;
}): Tool {
  return {
    name: definition.name,
    description: definition.description,
    // Made when a model is asked, not at every start.
    get parameters() {
      const { $schema: _dialect, ...parameters } = z.toJSONSchema(definition.schema, { io: 'input' });
      return parameters;
    },
    run(given, context) {
      const fields = definition.ignoresNulls === true ? withoutNulls(given) : given;
      return definition.run(definition.schema.parse(fields), context);
    },
  };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === null ? [] : [[key, withoutNulls(part)]])),
  );
}
