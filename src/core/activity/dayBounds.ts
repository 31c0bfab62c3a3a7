/** When a day begins in this machine's time zone, epoch milliseconds. */
export function startOfDay(day: string): number {
  return new Date(`${day}T00:00:00`).getTime();
}

/** When the day after it begins: 23, 24 or 25 hours later. */
export function endOfDay(day: string): number {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + 1);
  return date.getTime();
}
