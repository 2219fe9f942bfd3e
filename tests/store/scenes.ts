import { inspect } from 'node:util';
import { expect } from '@jest/globals';
import { LEASE_MS } from '../../lib/loans/process.ts';
import { backTo, forward } from '../support/clock.ts';
import { oneOfEach } from '../support/extent.ts';
import { keyed } from '../support/loans.ts';
import { emptyTables, isMark, readTables, restoreTables, type Tables } from '../support/read.ts';
import { lastSweep, reconcile, sweep } from '../support/reconciler.ts';
import { told } from '../support/traces.ts';
import { SCENES as CALLS } from './scenes/calls.ts';
import type { Prepare } from './scenes/prepare.ts';
import { REFUSALS as REFUSED_CALLS } from './scenes/refusals.ts';

/** Every call that writes and some that are refused, for tests that cut, repeat, delay and count what they send. */

interface Scene {
  status: number;
  refusal: string;
  prepare: Prepare;
}

/** A name with the answer behind it, as in `a second loss: 409 emprunt_rendu`. The refusal is the code or the motif. */
export function readAnswer(row: string): { name: string; status: number; refusal: string } {
  const [name = '', answer = ''] = row.split(': ');
  const [status, refusal = ''] = answer.split(' ');
  return { name, status: Number(status), refusal };
}

const byName = (rows: Record<string, Prepare>): Record<string, Scene> =>
  Object.fromEntries(
    Object.entries(rows).map(([row, prepare]) => {
      const { name, ...answer } = readAnswer(row);
      return [name, { ...answer, prepare }];
    }),
  );

export const SCENES = byName(CALLS);
export const REFUSALS = byName(REFUSED_CALLS);

/** The calls that are made under a key as well, one for each way in which a first answer is recorded. */
const KEYED = [
  'a new account',
  'a payment',
  'the strike of a payment',
  'a new book',
  'a new copy',
  'the scan of a late copy',
  'a loan',
  'a late return',
  'a renewal',
  'a hold',
  'the cancellation of a hold that has a copy',
  'the suspension of a hold',
  'a loan that fulfils a hold',
  'a scan for a hold',
];
/** A scan that was cut off after the book had come back is made again as a look at it; to suspend twice is to suspend. */
const HARMLESS = ['the scan of a late copy', 'a scan for a hold', 'the suspension of a hold'];
/** What is cut in some other form as well: under a key, or with more to write. */
const COVERED = [
  'a new account',
  'a payment of all',
  'a waiver',
  'the strike of a payment',
  'the end of a block',
  'a late return',
  'the scan of a late copy',
  'a new copy',
  'the deletion of a copy',
  'the cancellation of a hold',
  'the cancellation of a hold that has a copy',
  'the suspension of a hold',
];
const UNKEYED = Object.keys(SCENES).filter((name) => !COVERED.includes(name));
/** The refusals that may also come up after the first write of a process. */
const REFUSED = ['a loan of a book that is out', 'a loan to somebody who owes', 'a renewal for somebody who owes'];

export interface Case {
  status: number;
  prepare: Prepare;
  isKeyed?: boolean;
  /** To make it again does nothing, whatever has become of it. */
  isHarmless?: boolean;
}

/** The calls that are worth cutting, repeating and delaying. */
export const CASES: Record<string, Case> = {
  ...Object.fromEntries(UNKEYED.map((name) => [name, SCENES[name] as Scene])),
  ...Object.fromEntries(
    KEYED.map((name) => [
      `${name} under a key`,
      { ...(SCENES[name] as Scene), isKeyed: true, isHarmless: HARMLESS.includes(name) },
    ]),
  ),
  ...Object.fromEntries(
    REFUSED.map((name): [string, Case] => [name, { ...(REFUSALS[name] as Scene), isKeyed: name === REFUSED[0] }]),
  ),
};

/**
 * Those calls as rows of a table of tests: all of them, or in an everyday run one of each three.
 * @param label what is done to them, so that others are drawn elsewhere in the same run
 */
export const rowsOf = (cases: Record<string, Case>, label: string): [name: string, scene: Case][] =>
  oneOfEach(3, Object.entries(cases), label);

/** Has the tables to itself, the clock being stopped. @returns the call, and how to begin it again */
export async function stage({ prepare, isKeyed }: Case) {
  await emptyTables();
  const call = await prepare();
  const options = isKeyed ? keyed() : {};
  const [tables, now] = [await readTables(), Date.now()];
  return {
    act: () => call(options),
    /** @param present what is in the tables, when it has just been read */
    beginAgain: async (present?: Tables) => {
      backTo(now);
      await restoreTables(tables, present ?? (await readTables()));
    },
  };
}

export type Staged = Awaited<ReturnType<typeof stage>>;

/**
 * Has the reconciler and the sweep of deletions come, when there is something for them: after a minute nothing leads to
 * a person whose account is deleted, and after a quarter of an hour the mark of the deletion is gone too.
 * @param present what is in the tables, when it has just been read
 * @returns what is in the tables then
 */
export async function settled(present?: Tables): Promise<Tables> {
  const tables = present ?? (await readTables());
  const [cutOff, marks] = [tables.loans.some(({ transit }) => transit), tables.users.filter(isMark)];
  if (!cutOff && marks.length === 0) return tables;
  forward({ ms: LEASE_MS + 1 });
  if (cutOff) await reconcile();
  if (marks.length > 0) {
    await sweep();
    expect(await told(...marks.map(({ id }) => id as string))).toEqual([]);
    await lastSweep();
  }
  return readTables();
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
/** A card number, a barcode and its series that the library has made. */
const MADE = /\b(\d{9}|\d{10}|\d{14})\b/g;
/** A hold's place is a version of its title. */
const PLACE = /\bplace: \d+/g;
const SHARD = /(DEHORS|TRANSIT|RENDU|AVIS|CLOSE)#\d/g;

/**
 * Everything that the tables say, as one text to compare. It leaves out recorded first answers, version numbers,
 * which a write that changes nothing may raise too, and what differs each time that a thing is made.
 */
export const contents = ({ users, books, loans }: Tables): string =>
  [...users, ...books, ...loans]
    .filter(({ pk }) => !/^(IDEMPOTENCE|REPONSES)#/.test(pk))
    .map((item) => inspect({ ...item, version: 0 }, { depth: null, sorted: true }))
    .map((text) =>
      text
        .replaceAll(UUID, 'id')
        .replaceAll(INSTANT, 'instant')
        .replaceAll(MADE, 'number')
        .replaceAll(SHARD, '$1')
        .replaceAll(PLACE, 'place'),
    )
    .sort()
    .join('\n');
