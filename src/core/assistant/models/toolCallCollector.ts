import type { AIMessageChunk } from '@langchain/core/messages';
import { z } from 'zod';
import type { ModelCall } from './modelRequest.ts';

/** A piece of a tool call in a stream. Only the first piece of a call has a name; ids may be missing or repeat. */
export interface ToolCallPiece {
  readonly index?: number | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly args?: string | undefined;
  readonly signature?: string | undefined;
}

/**
 * Puts tool calls together from their pieces. Servers differ: some number the calls, some send every call as number 0
 * with an id of its own, some send no ids at all.
 */
export class ToolCallCollector {
  readonly #calls: {
    index: number | undefined;
    id: string;
    name: string;
    args: string;
    signature: string | undefined;
  }[] = [];

  /** All that one piece of an answer says of calls. Some packages hand on whole calls only. */
  addFrom(chunk: Pick<AIMessageChunk, 'tool_call_chunks' | 'tool_calls'>): void {
    const pieces = chunk.tool_call_chunks ?? [];
    for (const piece of pieces) this.add(piece);
    if (pieces.length > 0) return;
    for (const call of chunk.tool_calls ?? []) {
      const { thoughtSignature } = z.looseObject({ thoughtSignature: z.string().optional() }).parse(call);
      this.add({ id: call.id, name: call.name, args: JSON.stringify(call.args), signature: thoughtSignature });
    }
  }

  add({ index, id = '', name = '', args = '', signature }: ToolCallPiece): void {
    const last = this.#calls.findLast((call) => call.index === index);
    const isNew =
      last === undefined ||
      (id !== '' && last.id !== '' && id !== last.id) ||
      (name !== '' && last.name !== '' && last.args !== '');
    if (isNew) {
      this.#calls.push({ index, id, name, args, signature });
    } else {
      last.id ||= id;
      last.name ||= name;
      last.args += args;
    }
  }

  /** The calls in order, each with an id that no other has. */
  all(): ModelCall[] {
    const taken = new Set<string>();
    return this.#calls.map(({ id, name, args, signature }, position) => {
      // Nine letters and digits: some servers accept nothing else (Mistral's API).
      const unique = id !== '' && !taken.has(id) ? id : `call${String(position).padStart(5, '0')}`;
      taken.add(unique);
      return { id: unique, name, arguments: args, ...(signature === undefined ? {} : { signature }) };
    });
  }
}
