/** The day, in this machine's time zone, that a time (epoch milliseconds) lies in. */
export function dayOfTime(time: number): string {
  const date = new Date(time);
  return [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
}
