import timers from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, jest } from '@jest/globals';
import { everyTest } from '../support/every-test.ts';
import { fallAsleep } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { readTables } from '../support/read.ts';
import { functions, timeOf } from '../support/services.ts';
import { requestsOf } from '../support/wire.ts';

/**
 * A function that is out of time answers 503 in the middle of its work. Lambda then puts it to sleep, and
 * it goes on where it was when it is next called: before or after the reconciler has been.
 */

/** Time is up when a test says so, however slow the machine is. */
let timeIsUp: () => void;
const TIME_TO_ANSWER = 500;
const waits = Object.keys(functions).map((name) => timeOf(name) - TIME_TO_ANSWER);
jest.unstable_mockModule('node:timers', () => ({
  ...timers,
  setTimeout: (work: () => void, ms: number) => {
    if (!waits.includes(ms)) return timers.setTimeout(work, ms);
    timeIsUp = work;
  },
}));
// These load the functions, whose timers are to be these.
const { CASES, contents, settled, stage } = await import('./scenes.ts');

everyTest();

type Name = keyof typeof CASES;
const PLACES: [call: Name, request: string, outcome: 'undone' | 'done'][] = [
  ['a change of e-mail, card, name and family', 'GetItem', 'undone'],
  ['a loan', 'Invoke users-open-loan', 'undone'],
  ['a loan', 'Invoke books-take-copy', 'undone'],
  ['a renewal', 'Invoke users-open-loan', 'undone'],
  ['a renewal', 'Invoke books-take-copy', 'undone'],
  ['a return', 'Invoke users-close-loan', 'done'],
  ['a return', 'Invoke books-return-copy', 'done'],
  ['the deletion of an account', 'Invoke loans-forget', 'done'],
];

it.each(PLACES)('%s that falls asleep at %s is %s, whenever it wakes up', async (name, request, outcome) => {
  const { act, beginAgain } = await stage(CASES[name] as (typeof CASES)[Name]);
  const undone = contents(await readTables());
  await act();
  const wanted = { undone, done: contents(await settled()) }[outcome];
  for (const beforeItWakesUp of [async () => {}, settled]) {
    await beginAgain();
    const { asleep, wakeUp } = fallAsleep(request);
    const answer = act();
    await asleep;
    timeIsUp();
    const { status, headers } = await answer;
    expect([status, headers['retry-after']]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    await beforeItWakesUp();
    // Nothing may go out from there.
    const requests = await requestsOf(() => {
      wakeUp();
      return sleep(100);
    });
    expect(requests).toEqual([]);
    const tables = await settled();
    expect(await violations({ settled: true, tables })).toEqual([]);
    expect(contents(tables)).toBe(wanted);
  }
});
