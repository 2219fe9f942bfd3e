import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { lending, lent, returning, settled } from '../../../lib/loans/rules.ts';
import { itemOf } from '../../../lib/loans/store.ts';
import { config } from '../../../lib/runtime/config.ts';
import { day, forward, restartClock, stopClock } from '../../support/clock.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { countRequests } from '../../support/faults.ts';
import { ask, giveBack, keyed, lend, newBook, newLoan, newUser, renew } from '../../support/loans.ts';
import { type LoanItem, readLoans, writeLoans } from '../../support/loans-table.ts';
import { startMail, stopMail } from '../../support/mail.ts';
import { runNotices } from '../../support/notices.ts';

/** What the loans service asks of DynamoDB, over the three services together. */

const counter = countRequests(client);

let mail: Server;
beforeAll(async () => {
  stopClock();
  mail = await startMail();
});
afterAll(async () => {
  restartClock();
  await stopMail(mail);
});
afterEach(emptyTables);

/** What is sent by the work and nothing else. */
async function requestsOf(work: () => Promise<{ status: number }>, status: number): Promise<string[]> {
  counter.take();
  expect((await work()).status).toBe(status);
  return counter.requests();
}

describe('in requests', () => {
  it('a loan is four writes of one item each, and no transaction', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 2 })];
    for (const options of [{}, keyed()])
      expect(await requestsOf(() => lend(user.id, book.id, options), 201)).toEqual([
        'PutItem',
        'UpdateItem',
        'UpdateItem',
        'PutItem',
      ]);
  });

  it('a loan is the same to somebody who comes back after weeks', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 2 })];
    const first = await newLoan(user.id);
    await giveBack(first.id);
    forward({ days: 30 });
    for (let time = 0; time < 2; time += 1)
      expect(await requestsOf(() => lend(user.id, book.id), 201)).toEqual([
        'PutItem',
        'UpdateItem',
        'UpdateItem',
        'PutItem',
      ]);
  });

  it('a loan costs a refused write more, once, to somebody who has brought back one book of several', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 2 })];
    const [first] = [await newLoan(user.id), await newLoan(user.id)];
    await giveBack(first.id);
    const lending = () => requestsOf(() => lend(user.id, book.id), 201);
    expect(await lending()).toEqual(['PutItem', 'UpdateItem', 'UpdateItem', 'UpdateItem', 'PutItem']);
    expect(await lending()).toEqual(['PutItem', 'UpdateItem', 'UpdateItem', 'PutItem']);
  });

  it('a return on time is four writes of one item each, and no transaction', async () => {
    const loan = await newLoan();
    expect(await requestsOf(() => giveBack(loan.id), 200)).toEqual([
      'GetItem',
      'PutItem',
      'UpdateItem',
      'UpdateItem',
      'PutItem',
    ]);
  });

  it('a late return writes its penalty with the slot, in one transaction of two', async () => {
    const loan = await newLoan();
    forward({ days: 22 });
    expect(await requestsOf(() => giveBack(loan.id), 200)).toEqual([
      'GetItem',
      'PutItem',
      'TransactWriteItems of 2',
      'UpdateItem',
      'PutItem',
    ]);
  });

  it('a renewal is four writes of one item each, and no transaction', async () => {
    const loan = await newLoan();
    expect(await requestsOf(() => renew(loan.id), 200)).toEqual([
      'GetItem',
      'PutItem',
      'UpdateItem',
      'UpdateItem',
      'PutItem',
    ]);
  });

  it('a loan and a person’s loans are one read', async () => {
    const loan = await newLoan();
    expect(await requestsOf(() => ask('GET', `/emprunts/${loan.id}`), 200)).toEqual(['GetItem']);
    expect(await requestsOf(() => ask('GET', `/utilisateurs/${loan.utilisateur_id}/emprunts`), 200)).toEqual(['Query']);
  });
});

const FEW = 100;
const MANY = 3_000;
const LATE = 10;

/** Loans that nobody has to look at: half of them out and due in three weeks, half returned. */
const otherLoans = (count: number): LoanItem[] =>
  Array.from({ length: count }, (_, n) => {
    const now = new Date().toISOString();
    const request = { utilisateur_id: randomUUID(), livre_id: randomUUID() };
    const loan = lent(lending(randomUUID(), request, config.policy, day(), now), `Titre ${n}`);
    return itemOf(n % 2 ? loan : settled(returning(loan, config.policy, day(), now))) as LoanItem;
  });

describe(`with ${FEW} loans and with ${MANY}, the same ${LATE} of them late`, () => {
  it('the overdue list and the notices ask the same and read as much', async () => {
    const people = await Promise.all(Array.from({ length: LATE }, () => newUser()));
    for (const { id } of people) await newLoan(id);
    const late = await readLoans();
    forward({ days: 22 });

    const measured = async () => {
      counter.take();
      const { body } = await ask('GET', '/emprunts/retards?limite=100');
      expect(body.elements).toHaveLength(LATE);
      const list = counter.take();
      expect(await runNotices()).toEqual({ notifications_envoyees: LATE, utilisateurs_notifies: LATE });
      const notices = counter.take();
      await writeLoans(late);
      return [list, notices].map((sent) => ({
        requests: sent.length,
        units: sent.reduce((sum, { units }) => sum + units, 0),
      }));
    };

    await writeLoans(otherLoans(FEW - LATE));
    const few = await measured();
    await writeLoans(otherLoans(MANY - FEW));
    expect(await readLoans()).toHaveLength(MANY);
    const many = await measured();
    expect(many).toEqual(few);
    expect(many[0]?.requests).toBe(4);
  });
});
