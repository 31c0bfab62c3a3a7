import type { ModelCall } from './streamModel.ts';

/** A piece of a tool call in a stream. Only the first piece of a call has a name; ids may be missing or repeat. */
export interface ToolCallPiece {
  readonly index?: number | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly args?: string | undefined;
}

/**
 * Puts tool calls together from their pieces. Servers differ: some number the calls, some send every call as number 0
 * with an id of its own, some send no ids at all.
 */
export class ToolCallCollector {
  readonly #calls: { index: number | undefined; id: string; name: string; args: string }[] = [];

  add({ index, id = '', name = '', args = '' }: ToolCallPiece): void {
    const last = this.#calls.findLast((call) => call.index === index);
    const isNew =
      last === undefined ||
      (id !== '' && last.id !== '' && id !== last.id) ||
      (name !== '' && last.name !== '' && last.args !== '');
    if (isNew) {
      this.#calls.push({ index, id, name, args });
    } else {
      last.id ||= id;
      last.name ||= name;
      last.args += args;
    }
  }

  /** The calls in order, each with an id that no other has. */
  all(): ModelCall[] {
    const taken = new Set<string>();
    return this.#calls.map(({ id, name, args }, position) => {
      // Nine letters and digits: some servers accept nothing else (Mistral's API).
      const unique = id !== '' && !taken.has(id) ? id : `call${String(position).padStart(5, '0')}`;
      taken.add(unique);
      return { id: unique, name, arguments: args };
    });
  }
}
