import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals';
import { restartClock, stopClock } from './clock.ts';
import { mend, rest } from './faults.ts';
import { violations } from './invariants.ts';
import { emptyInbox, startMail, stopMail } from './mail.ts';
import { NO_ITEMS, readTables, restoreTables } from './read.ts';

interface Rules {
  /**
   * What must be right in the tables after each test: `settled` when nothing may be in the middle of anything either.
   * When absent nobody looks, as after tests of another policy than the one that ships.
   */
  leaves?: 'settled' | 'right';
  /** Each fault that a test has asked for must have met its request. */
  meetsItsFaults?: boolean;
  /** Whoever asks again does so at once. */
  calm?: boolean;
  /** The mail emulator listens, and its inbox is empty before each test. */
  mails?: boolean;
}

/** Makes the random wait before a new attempt zero. */
export const waitNoLonger = () => void jest.spyOn(Math, 'random').mockReturnValue(0);

/**
 * Has each test of a file begin with a stopped clock and end with empty tables, no fault being left to the next.
 * @returns stops the mail emulator and starts it again
 */
export function everyTest({ leaves, meetsItsFaults = false, calm = false, mails = false }: Rules = {}) {
  let mail: Server;
  const start = async () => {
    mail = await startMail();
  };
  const stop = () => stopMail(mail);
  if (mails) {
    beforeAll(start);
    afterAll(stop);
  }
  afterAll(restartClock);

  beforeEach(async () => {
    stopClock();
    await rest();
    if (calm) waitNoLonger();
    if (mails) await emptyInbox();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    const left = mend();
    const tables = await readTables();
    const wrong = leaves ? await violations({ settled: leaves === 'settled', tables }) : [];
    await restoreTables(NO_ITEMS, tables);
    expect(wrong).toEqual([]);
    if (meetsItsFaults) expect(left).toBe(0);
  });
  return { start, stop };
}
