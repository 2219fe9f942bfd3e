import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { daily } from '../../../functions/loans/notify-overdue.ts';
import { handler as standing } from '../../../functions/users/standing.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { ALWAYS, fail, mend, unreachable } from '../../support/faults.ts';
import { journalLines } from '../../support/journal.ts';
import { giveBack, lend, newBook, newLoan, newUser, notify, renew } from '../../support/loans.ts';
import { asFunction } from '../../support/wire.ts';

/** Whatever a request causes, in whichever service, is found by one id: the `x-request-id` of its answer. */

beforeAll(stopClock);
afterAll(restartClock);
beforeEach(() => {
  journalLines.length = 0;
});

const lines = () => journalLines.splice(0).map((line) => JSON.parse(line));
const told = () => lines().map(({ route, message, requestId }) => [route ?? message, requestId]);

/** Two are sent at once and end in any order: each pair is sorted. */
const COMMANDS = ['books-standing', 'users-standing', 'books-take-copy', 'users-open-loan'];
const paired = (all: string[][]) => [...all.slice(0, 2).sort(), ...all.slice(2, 4).sort(), ...all.slice(4)];

describe('one id is in every line', () => {
  it('of a loan and of its commands', async () => {
    const [user, book] = [await newUser(), await newBook()];
    lines();
    const { headers } = await lend(user.id, book.id);
    const id = headers['x-request-id'];
    expect(paired(told())).toEqual([...COMMANDS.map((name) => [name, id]), ['POST /emprunts', id]]);
  });

  it('of a renewal and of its commands', async () => {
    const loan = await newLoan();
    lines();
    const { headers } = await renew(loan.id);
    const id = headers['x-request-id'];
    expect(paired(told())).toEqual([...COMMANDS.map((name) => [name, id]), ['POST /emprunts/{id}/prolongation', id]]);
  });

  it('of a return, of its commands and of what is said beside them', async () => {
    const loan = await newLoan();
    lines();
    // The loan's own read and write come first, and the slot cannot be freed.
    fail({ match: 'GetItem', after: 1, times: ALWAYS, how: unreachable });
    const { headers, status } = await giveBack(loan.id);
    mend();
    expect(status).toBe(200);
    const id = headers['x-request-id'];
    const names = ['a return is left to the reconciler', 'users-close-loan', 'books-return-copy'];
    expect(told()).toEqual(expect.arrayContaining([...names, 'POST /emprunts/{id}/retour'].map((name) => [name, id])));
  });

  it('of a run of notices, whether it is asked for or scheduled', async () => {
    await newLoan();
    forward({ days: 22 });
    lines();
    const { headers } = await notify();
    const asked = lines();
    expect(asked.length).toBeGreaterThan(2);
    for (const { requestId } of asked) expect(requestId).toBe(headers['x-request-id']);
    const awsRequestId = randomUUID();
    const context = { awsRequestId, functionName: 'daily', getRemainingTimeInMillis: () => 60_000 } as Context;
    await asFunction('loans-notify-daily', () => daily({}, context)).catch(() => {});
    const scheduled = lines();
    expect(scheduled.length).toBeGreaterThan(2);
    for (const { requestId } of scheduled) expect(requestId).toBe(awsRequestId);
  });
});

describe('a command', () => {
  const send = async (envelope: object) => {
    const { id } = await newUser();
    lines();
    const context = { awsRequestId: 'its-own', functionName: 'users-standing' } as Context;
    const sent = { utilisateur_ids: [id], ...envelope };
    await asFunction('users-standing', () => standing(sent, context)).catch(() => {});
    return lines().map(({ status, requestId }) => ({ status, requestId }));
  };

  it('that nobody has sent for a request has an id of its own', async () => {
    expect(await send({})).toEqual([{ status: 200, requestId: 'its-own' }]);
  });

  it.each(['UZ3kkjC1iGYEJtg=', randomUUID()])('belongs to the request that it names (%s)', async (requete_id) => {
    expect(await send({ requete_id })).toEqual([{ status: 200, requestId: requete_id }]);
  });

  it.each(['', 'a b', 'a\nb', 'x'.repeat(129), 1, null])('that names %j does nothing', async (requete_id) => {
    expect(await send({ requete_id })).toEqual([{ status: 500, requestId: 'its-own' }]);
  });
});
