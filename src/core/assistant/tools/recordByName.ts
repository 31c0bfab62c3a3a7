import { AdiuvaError } from '../../../contracts/errors.ts';
import type { RecordKind } from '../../../contracts/record.ts';
import { searchQuerySchema, SEARCH_TEXT_MAX } from '../../../contracts/search.ts';
import type { SearchService } from '../../workspace.ts';
import type { ReadRecord, RecordReader } from '../records.ts';
import type { SourceBook } from '../sourceBook.ts';
import { projectByName } from './projectByName.ts';

/** Kinds that a model may name to have them changed. */
export type NamedKind = Extract<RecordKind, 'project' | 'task' | 'checkpoint' | 'note'>;

/** Finds the record that a model means by its number among the sources, its id or its title. */
export type RecordByName = (kind: NamedKind, text: string, sources: SourceBook) => Promise<ReadRecord>;

const FOUND_MAX = 50;
const CANDIDATES_MAX = 10;

/**
 * The answered function refuses what it cannot tell for sure.
 * @throws AdiuvaError `notFound` with the candidates there are, so that the model can choose
 */
export function createRecordByName(reader: RecordReader, search: Pick<SearchService, 'query'>): RecordByName {
  return async (kind, text, sources) => {
    const given = text.trim();
    const number = /^\[?(\d{1,4})\]?$/u.exec(given)?.[1];
    const source = number === undefined ? null : sources.get(Number(number));
    const named = source?.kind === kind ? reader.read(kind, source.id) : reader.read(kind, given.toLowerCase());
    if (named !== null) return named;
    if (kind === 'project') {
      const project = reader.read(kind, projectByName(reader, given).id);
      if (project !== null) return project;
    }
    return byTitle(kind, given, sources);
  };

  async function byTitle(kind: NamedKind, given: string, sources: SourceBook): Promise<ReadRecord> {
    const wanted = fold(given);
    const found = await search.query(
      searchQuerySchema.parse({ text: given.slice(0, SEARCH_TEXT_MAX), kinds: [kind], limit: FOUND_MAX }),
    );
    const ids = new Set([
      ...sources.all().flatMap((source) => (source.kind === kind ? [source.id] : [])),
      ...found.items.map((item) => item.id),
    ]);
    const records = [...ids].flatMap((id) => reader.read(kind, id) ?? []);
    const exact = records.filter((record) => fold(record.title) === wanted);
    // A part of a title is a guess: it is answered with whom it may mean.
    const close = exact.length > 0 ? exact : records.filter((record) => fold(record.title).includes(wanted));
    const [only, ...others] = exact;
    if (wanted !== '' && only !== undefined && others.length === 0) return only;
    const candidates = (close.length > 0 ? close : records)
      .slice(0, CANDIDATES_MAX)
      .map((record) => `${JSON.stringify(record.title)} (id ${record.id})`);
    throw new AdiuvaError('notFound', {
      recordKind: kind,
      id: given.slice(0, 200),
      isAmbiguous: close.length > 1,
      candidates: candidates.join('; '),
    });
  }
}

const fold = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
