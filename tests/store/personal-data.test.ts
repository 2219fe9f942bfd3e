import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { client } from '../../lib/aws/dynamodb/client.ts';
import { call, someone } from '../support/api.ts';
import { type Fault, failNext, mend } from '../support/faults.ts';
import { journalLines } from '../support/journal.ts';
import { giveBack, lend, newBook, newLoan, notify, owe, renew, settleDebt } from '../support/loans.ts';
import { runNotices } from '../support/notices.ts';
import { reconcile } from '../support/reconciler.ts';
import { closeLoan, lateFee, openLoan } from '../support/slots.ts';

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

const FAULTS: Record<string, Fault['error']> = {
  'loses its answers': 'lost-answer',
  'is not there': 'not-sent',
  'refuses with what it has': refusedWithItem,
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
  'a slot taken': ({ id }) => openLoan(id),
  'a due date moved': ({ id }) => openLoan(id, { nature: 'prolongation' }),
  'a person consulted': ({ id }) => openLoan(id, { nature: 'consultation' }),
  'a slot freed': ({ id, loan }) => closeLoan(id, loan),
  'a late return charged': ({ id, loan }) => closeLoan(id, loan, lateFee()),
  'the daily notices': () => runNotices(),
  'the reconciler': () => reconcile(),
};

afterEach(() => void mend(client));

describe.each(Object.entries(FAULTS))('while DynamoDB %s', (_, error) => {
  it.each(Object.entries(WAYS))('%s tells of nobody', async (_way, act) => {
    const id = await newMember();
    const { id: loan } = await newLoan(id);
    const { id: penalty } = await owe(id);
    for (const times of [1, Number.POSITIVE_INFINITY]) {
      failNext(client, { times, error });
      expect(await heard(() => act({ id, loan, penalty }))).not.toContain(SECRET);
      mend(client);
    }
  });
});
