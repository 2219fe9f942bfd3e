import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newBook } from '../support/books.ts';
import { lend, newUser, owe } from '../support/loans.ts';
import { tally } from '../support/users.ts';
import { ownStandIn } from './own.ts';
import type { StandIn } from './stand-in/stand-in.ts';

/** Lambda freezes a process between two calls, and what it is connected to closes its connections meanwhile. */

const LOANS = 500;
const FREEZE_MS = 300_000;

let standIn: StandIn;

beforeAll(async () => {
  standIn = await ownStandIn();
});
afterAll(() => standIn.close());

it(
  'a loan that is refused is refused every time, though each process was frozen and has lost its connections',
  async () => {
    const [{ id }, book] = [await newUser(), await newBook()];
    await owe(id);
    const before = standIn.front.connections;
    const answers = [];
    for (let n = 0; n < LOANS; n += 1) answers.push(await lend(id, book.id));
    expect(tally(answers)).toEqual({ 409: LOANS });
    // Two to Lambda, and one to DynamoDB from each of the two commands.
    expect(standIn.front.connections - before).toBeGreaterThanOrEqual(4 * LOANS);
  },
  FREEZE_MS,
);
