/** When a day begins in this machine's time zone, epoch milliseconds. */
export function startOfDay(day: string): number {
  return new Date(`${day}T00:00:00`).getTime();
}

/** When the day after it begins, mostly 24 hours later. By noon, which every day has: some begin at one o'clock. */
export function endOfDay(day: string): number {
  const date = new Date(`${day}T12:00:00`);
  date.setDate(date.getDate() + 1);
  return date.setHours(0, 0, 0, 0);
}
