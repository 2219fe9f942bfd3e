import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { newUser } from '../../support/api.ts';
import { cancelled, conflict, countRequests, failNext, mend, rest, throttled } from '../../support/faults.ts';
import { closeLoan, newLoan, openLoan } from '../../support/slots.ts';
import { addPenalty, keyed, newPenalty, verification } from '../../support/users.ts';
import { violations } from '../../support/users-invariants.ts';
import { type Scene, WRITES } from './operations.ts';

// No waiting between attempts: what is looked at is what they do, not how long they take.
beforeEach(async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
  await rest(client);
});

afterEach(async () => {
  jest.restoreAllMocks();
  mend(client);
  expect(await violations()).toEqual([]);
});

const isDoneOnce = async ({ look, after }: Scene) => expect(await look()).toEqual(after);

describe.each(Object.entries(WRITES))('a lost answer: to %s', (_, { command, keyed: takesKey, scene }) => {
  it.each([1, 2])('succeeds with one effect when %d are lost', async (times) => {
    const spoilt = await scene();
    failNext(client, { command, times, error: 'lost-answer' });
    expect((await spoilt.send()).status).toBeLessThan(300);
    expect(mend(client)).toBe(0);
    await isDoneOnce(spoilt);
  });

  it('succeeds with one effect when every request loses its first answer', async () => {
    const spoilt = await scene();
    const seen = countRequests(client);
    const plain = await scene();
    seen.take();
    await plain.send();
    const requests = seen.requests().length;
    for (let request = 0; request < requests; request += 1)
      failNext(client, { after: request === 0 ? 0 : 1, error: 'lost-answer' });
    expect((await spoilt.send()).status).toBeLessThan(300);
    await isDoneOnce(spoilt);
  });

  it('has one effect at most when every answer is lost, and is not said to be refused', async () => {
    const spoilt = await scene();
    failNext(client, { command, times: Number.POSITIVE_INFINITY, error: 'lost-answer' });
    expect((await spoilt.send()).status).toBe(503);
    mend(client);
    expect([spoilt.before, spoilt.after]).toContainEqual(await spoilt.look());
  });

  if (!takesKey) return;

  it.each([1, 2, Number.POSITIVE_INFINITY])(
    'under a key succeeds with one effect when %d are lost, and can be asked again',
    async (times) => {
      const spoilt = await scene();
      const key = keyed();
      failNext(client, { command, times, error: 'lost-answer' });
      const first = await spoilt.send(key);
      mend(client);
      expect(first.status).toBeLessThan(300);
      const again = await spoilt.send(key);
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      expect(again.headers['idempotent-replayed']).toBe('true');
      await isDoneOnce(spoilt);
    },
  );
});

const transactions = Object.entries(WRITES).filter(([, { command }]) => command === 'TransactWriteItems');

describe.each(transactions)('a lost answer, and then a conflict with another write: to %s', (_, { command, scene }) => {
  it('is done once', async () => {
    const spoilt = await scene();
    failNext(client, { command, error: 'lost-answer' });
    failNext(client, { command, error: cancelled('TransactionConflict') });
    expect((await spoilt.send()).status).toBeLessThan(300);
    expect(mend(client)).toBe(0);
    await isDoneOnce(spoilt);
  });
});

describe('a refusal of what was sent again', () => {
  const unsure = { code: 'service_indisponible' };
  const loseOne = () => failNext(client, { command: 'UpdateItem', error: 'lost-answer' });

  it('is not believed: what went unanswered may still be done', async () => {
    const { utilisateur_id: id } = await newPenalty();
    loseOne();
    await expect(openLoan(id)).rejects.toMatchObject(unsure);
    const { id: other } = await newUser();
    const loanId = await newLoan(other);
    await addPenalty(other);
    loseOne();
    const renewal = { emprunt_id: loanId, nature: 'prolongation', date_echeance: '2999-02-01' } as const;
    await expect(openLoan(other, renewal)).rejects.toMatchObject(unsure);
  });

  it.each([
    ['was never sent', 'not-sent'],
    ['was throttled', throttled],
  ] as const)('is believed when the first attempt %s', async (_, error) => {
    const { utilisateur_id: id } = await newPenalty();
    failNext(client, { command: 'UpdateItem', error });
    expect(await openLoan(id)).toEqual({ resultat: 'refuse', motifs: ['penalites_impayees'] });
  });

  it('is not believed either after a conflict with another write', async () => {
    const { utilisateur_id: id } = await newPenalty();
    for (const error of ['lost-answer', conflict] as const) failNext(client, { command: 'UpdateItem', error });
    await expect(openLoan(id)).rejects.toMatchObject(unsure);
    expect(mend(client)).toBe(0);
  });

  it('is believed of somebody whom there is not', async () => {
    loseOne();
    expect(await openLoan(randomUUID())).toEqual({ resultat: 'utilisateur_introuvable' });
  });

  it('is none when what was asked is seen to be done, whatever has come in between', async () => {
    const { id } = await newUser();
    const loan = { emprunt_id: await newLoan(id), nature: 'prolongation', date_echeance: '2999-02-01' } as const;
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== 'UpdateItemCommand') return next(args);
          client.middlewareStack.remove('oweMeanwhile');
          await next(args);
          await addPenalty(id);
          throw Object.assign(new Error('connection lost (injected)'), { code: 'ECONNRESET' });
        },
      { step: 'finalizeRequest', priority: 'low', name: 'oweMeanwhile' },
    );
    expect(await openLoan(id, loan)).toEqual({ resultat: 'ouvert' });
  });
});

describe('a slot whose taking was not answered', () => {
  it('by the write that finds the bound on due dates, is taken once', async () => {
    const { id } = await newUser();
    await newLoan(id);
    await closeLoan(id, await newLoan(id));
    failNext(client, { command: 'UpdateItem', after: 1, error: 'lost-answer' });
    expect(await openLoan(id)).toEqual({ resultat: 'ouvert', renvoye: true });
    expect((await verification(id)).emprunts_en_cours).toBe(2);
  });
});
