/** The first day of the calendar month (UTC) of an instant: `2026-11-01`. */
export function monthOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 7)}-01`;
}

/** The instant at which the month after this one begins, when its allowance is available. @param month `2026-11-01` */
export function endOfMonth(month: string): Date {
  const start = new Date(`${month}T00:00:00Z`);
  return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
}
