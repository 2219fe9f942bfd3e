import { jest } from '@jest/globals';
import { clock } from './clock-header.ts';

/** The library's clock, moved by tests. Only `Date` is: the SDK's timers and the sockets' go on. */

const LEFT_ALONE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

const DAY_MS = 24 * 3600 * 1000;

/**
 * Stops the clock at nine o'clock UTC, when it is the same day in Paris, on a Tuesday in the middle of January: what
 * is due three, six or nine weeks later is due on an open day, whenever the tests are run. Never before today:
 * DynamoDB Local looks at its own clock to remove what has expired.
 */
export const stopClock = (): void => {
  clock.isStopped = true;
  jest.useFakeTimers({
    now: Date.parse(`${firstDay(new Date(jest.getRealSystemTime()).toISOString().slice(0, 10))}T09:00:00.000Z`),
    doNotFake: [...LEFT_ALONE],
  });
};

function firstDay(from: string): string {
  let date = from;
  const isTuesday = () => new Date(date).getUTCDay() === 2;
  while (date.slice(5) < '01-12' || date.slice(5) > '01-18' || !isTuesday()) date = dayAfter(date, 1);
  return date;
}

export const restartClock = (): void => {
  clock.isStopped = false;
  jest.useRealTimers();
};

export const forward = ({ days = 0, ms = 0 }: { days?: number; ms?: number }): void => {
  jest.setSystemTime(Date.now() + days * DAY_MS + ms);
};

/** Sets the stopped clock to an instant at which it stood before. */
export const backTo = (instant: number): void => void jest.setSystemTime(instant);

/** The library's day while the clock is stopped. */
export const day = (): string => new Date().toISOString().slice(0, 10);

/** That day, so many days on, reckoned without the code under test. */
export const dayAfter = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Moves the stopped clock to so many days after a due date. */
export const forwardPast = (due: string, days = 1): void => forward({ days: daysFrom(day(), due) + days });
