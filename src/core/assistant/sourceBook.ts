import type { Source } from '../../contracts/conversation.ts';
import type { RecordKind } from '../../contracts/record.ts';

/** Numbers the records that a run has read, from 1, in the order they came. The same record keeps its number. */
export class SourceBook {
  readonly #sources: Source[];

  constructor(known: readonly Source[]) {
    this.#sources = [...known];
  }

  add(record: { kind: RecordKind; id: string; title: string }): Source {
    const known = this.#sources.find((source) => source.kind === record.kind && source.id === record.id);
    if (known !== undefined) return known;
    const source = { number: this.#sources.length + 1, kind: record.kind, id: record.id, title: record.title };
    this.#sources.push(source);
    return source;
  }

  get(number: number): Source | null {
    return this.#sources[number - 1] ?? null;
  }

  all(): Source[] {
    return [...this.#sources];
  }
}
