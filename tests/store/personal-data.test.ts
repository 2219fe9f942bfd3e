import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { call, someone } from '../support/api.ts';
import { accountOf, closeLoan, openLoan } from '../support/commands.ts';
import { ALWAYS, answerLost, fail, failing, mend, toDynamoDB, unreachable } from '../support/faults.ts';
import { journalLines } from '../support/journal.ts';
import { giveBack, lend, newBook, newLoan, notify, owe, renew, settleDebt } from '../support/loans.ts';
import { runNotices } from '../support/notices.ts';
import { reconcile } from '../support/reconciler.ts';

/** While DynamoDB fails in whatever way, no function prints, throws or logs what its tables hold of a person. */

const SECRET = 'zenobie';
const person = () => someone({ nom: SECRET, prenom: SECRET, email: `${SECRET}-${randomUUID()}@exemple.fr` });
const newMember = async (): Promise<string> => (await call('POST', '/utilisateurs', { body: person() })).body.id;

const refusedWithItem = () =>
  new ConditionalCheckFailedException({
    $metadata: {},
    message: 'The conditional request failed',
    Item: { nom: { S: SECRET }, email: { S: SECRET } },
  });

const FAULTS = {
  'loses its answers': answerLost,
  'is not there': unreachable,
  'refuses with what it has': failing(refusedWithItem),
};

const printed: string[] = [];

/** Everything that is written to the terminal meanwhile, and that a call has failed with. */
async function heard(work: () => Promise<unknown>): Promise<string> {
  journalLines.length = 0;
  printed.length = 0;
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => Boolean(printed.push(String(text)))),
  );
  const failure = await work().then(
    () => undefined,
    (error: unknown) => inspect(error, { depth: null, showHidden: true }),
  );
  for (const spy of spies) spy.mockRestore();
  return [...printed, ...journalLines, failure].join('\n');
}

/** Every way in that meets a person's data, on a member who has a loan, a debt and as many loans as allowed. */
const WAYS: Record<string, (member: { id: string; loan: string; penalty: string }) => Promise<unknown>> = {
  'POST /utilisateurs': () => call('POST', '/utilisateurs', { body: person() }),
  'PATCH /utilisateurs/{id}': ({ id }) =>
    call('PATCH', `/utilisateurs/${id}`, { body: { email: `${SECRET}-${randomUUID()}@exemple.fr` } }),
  'DELETE /utilisateurs/{id}': ({ id }) => call('DELETE', `/utilisateurs/${id}`),
  'GET /utilisateurs': () => call('GET', `/utilisateurs?nom=${SECRET}`),
  'GET /utilisateurs/{id}/verification': ({ id }) => call('GET', `/utilisateurs/${id}/verification?nom=${SECRET}`),
  'POST …/penalites': ({ id }) =>
    call('POST', `/utilisateurs/${id}/penalites`, { body: { montant: 1, description: SECRET } }),
  'POST …/paiements': ({ id, penalty }) => settleDebt(id, penalty, 1),
  'POST /emprunts': async ({ id }) => lend(id, (await newBook()).id),
  'POST …/prolongation': ({ loan }) => renew(loan),
  'POST …/retour': ({ loan }) => giveBack(loan),
  'POST …/notifications': () => notify(),
  'an account asked for': ({ id }) => accountOf(id),
  'a slot taken': ({ id }) => openLoan(id, randomUUID(), 1),
  'a slot freed': ({ id, loan }) => closeLoan(id, loan),
  'the daily notices': () => runNotices(),
  'the reconciler': () => reconcile(),
};

afterEach(() => void mend());

describe.each(Object.entries(FAULTS))('while DynamoDB %s', (_, how) => {
  it.each(Object.entries(WAYS))('%s tells of nobody', async (_way, act) => {
    const id = await newMember();
    const { id: loan } = await newLoan(id);
    const { id: penalty } = await owe(id);
    for (const times of [1, ALWAYS]) {
      fail({ match: toDynamoDB, times, how });
      expect(await heard(() => act({ id, loan, penalty }))).not.toContain(SECRET);
      mend();
    }
  });
});
