/**
 * The iterator's next value, or `aborted` as soon as the signal says so, even where the iterator does not listen to it.
 * Not Promise.race: racing against one promise for the life of a stream keeps every value of it in memory.
 */
export function nextOrAborted<Value>(
  iterator: AsyncIterator<Value>,
  signal: AbortSignal,
): Promise<IteratorResult<Value, unknown> | 'aborted'> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      resolve('aborted');
    };
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    iterator
      .next()
      .then(resolve, reject)
      .finally(() => {
        signal.removeEventListener('abort', onAbort);
      });
  });
}
