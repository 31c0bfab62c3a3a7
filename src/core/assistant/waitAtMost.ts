/** Waits until `work` is settled, or for so many milliseconds. Never rejects. */
export async function waitAtMost(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  try {
    await Promise.race([Promise.allSettled([work]), promise]);
  } finally {
    clearTimeout(timer);
  }
}
