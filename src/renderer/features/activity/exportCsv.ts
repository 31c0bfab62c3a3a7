import type { ActivityFilter } from '../../../contracts/activity.ts';
import { client } from '../../trpc.ts';
import { countRows } from './countRows.ts';

/**
 * Every row that a filter leaves, as one file. Pages become parts of the file at once, which the browser may keep on disk.
 *
 * @param onProgress how many rows are in it so far
 * @throws what the API answers; `AbortError` once `signal` is aborted
 */
export async function readCsv(
  filter: ActivityFilter,
  { onProgress, signal }: { onProgress: (rows: number) => void; signal: AbortSignal },
): Promise<{ file: Blob; rows: number }> {
  const parts: Blob[] = [];
  let rows = -1;
  let cursor: string | null = null;
  do {
    signal.throwIfAborted();
    const page: { text: string; nextCursor: string | null } = await client.activity.csv.query(
      { ...filter, cursor },
      { signal },
    );
    parts.push(new Blob([page.text]));
    // A field may hold line breaks between quotes, so rows are counted by their ends outside of them.
    rows += countRows(page.text);
    onProgress(Math.max(0, rows));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { file: new Blob(parts, { type: 'text/csv;charset=utf-8' }), rows: Math.max(0, rows) };
}
