/** How long a row that became real keeps the fading dashed edge, in milliseconds; the animation itself is in styles.css. */
const LASTS = 1_000;
const approvedAt = new Map<string, number>();

/** Tells that these records were approved just now, here. */
export function markSettling(recordIds: readonly string[]): void {
  const now = performance.now();
  for (const id of recordIds) approvedAt.set(id, now);
  setTimeout(() => {
    for (const id of recordIds) approvedAt.delete(id);
  }, LASTS);
}

/** Whether a record was approved a moment ago, so that its row shows where it came from. */
export const isSettling = (recordId: string): boolean => approvedAt.has(recordId);
