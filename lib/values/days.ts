/** Calendar days are written `YYYY-MM-DD`. They are counted in UTC, where every day has 24 hours. */

const DAY_MS = 24 * 3600 * 1000;

const utc = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

export const addDays = (day: string, days: number): string =>
  new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Counts the days from one calendar day to another. The count is negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => (utc(to) - utc(from)) / DAY_MS;
