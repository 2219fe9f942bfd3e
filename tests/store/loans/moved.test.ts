import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { restartClock, stopClock } from '../../support/clock.ts';
import { meanwhile, mend } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import {
  ask,
  getLoan,
  giveBack,
  lend,
  newBook,
  newLoan,
  newUser,
  owe,
  renew,
  settleDebt,
} from '../../support/loans.ts';
import { emptyTables, readLoans } from '../../support/read.ts';
import { settleAll } from '../../support/reconciler.ts';

/** What somebody else does between the question how things stand and the write that was decided on the answer. */

beforeAll(stopClock);
afterAll(restartClock);
afterEach(async () => {
  expect(mend()).toBe(0);
  expect(await violations({ settled: true })).toEqual([]);
  await emptyTables();
});

const outcomeOf = ({ status, body }: { status: number; body: { code?: string; motifs?: string[] } }) =>
  status < 300 ? status : [status, ...(body.motifs ?? [body.code])];

interface Parties {
  userId: string;
  bookId: string;
}

/** What happens meanwhile, and what the loan then comes to. */
const LOANS: [what: string, work: (parties: Parties) => Promise<unknown>, outcome: unknown][] = [
  ['a penalty refuses the loan', ({ userId }) => owe(userId), [409, 'penalites_impayees']],
  [
    'a penalty that is paid does not refuse the loan',
    async ({ userId }) => settleDebt(userId, (await owe(userId)).id, 3),
    201,
  ],
  [
    'the last slots refuse the loan',
    async ({ userId }) => {
      for (let n = 0; n < 5; n += 1) await newLoan(userId);
    },
    [409, 'limite_emprunts_atteinte'],
  ],
  ['another loan of the person does not refuse this one', ({ userId }) => newLoan(userId), 201],
  [
    'a change of name does not refuse the loan',
    ({ userId }) => ask('PATCH', `/utilisateurs/${userId}`, { body: { nom: 'Autre' } }),
    201,
  ],
  [
    'the deletion of the account refuses the loan',
    ({ userId }) => ask('DELETE', `/utilisateurs/${userId}`),
    [404, 'utilisateur_introuvable'],
  ],
  [
    'the last copy refuses the loan',
    async ({ bookId }) => lend((await newUser()).id, bookId),
    [409, 'aucun_exemplaire_disponible'],
  ],
  [
    'a change of title does not refuse the loan',
    ({ bookId }) => ask('PATCH', `/livres/${bookId}`, { body: { titre: 'Autre' } }),
    201,
  ],
  [
    'no copies any more refuse the loan',
    ({ bookId }) => ask('PATCH', `/livres/${bookId}`, { body: { exemplaires: 0 } }),
    [409, 'aucun_exemplaire_disponible'],
  ],
  [
    'the deletion of the book refuses the loan',
    ({ bookId }) => ask('DELETE', `/livres/${bookId}`),
    [404, 'livre_introuvable'],
  ],
];

/** Between the answers of the other services and the first write. */
const beforeTheFirstWrite = (work: () => Promise<unknown>) => meanwhile('PutItem', work);

it.each(LOANS)('%s', async (_, work, outcome) => {
  const [userId, bookId] = [(await newUser()).id, (await newBook()).id];
  beforeTheFirstWrite(() => work({ userId, bookId }));
  const answer = await lend(userId, bookId);
  expect(outcomeOf(answer)).toEqual(outcome);
  const own = (await readLoans()).filter((loan) => loan.livre_id === bookId && loan.utilisateur_id === userId);
  expect(own).toHaveLength(answer.status === 201 ? 1 : 0);
});

it('a penalty refuses a renewal, and the due date stays', async () => {
  const loan = await newLoan();
  beforeTheFirstWrite(() => owe(loan.utilisateur_id));
  expect(outcomeOf(await renew(loan.id))).toEqual([409, 'penalites_impayees']);
  expect((await getLoan(loan.id)).body).toEqual(loan);
});

it('a return wins over a renewal', async () => {
  const loan = await newLoan();
  beforeTheFirstWrite(() => giveBack(loan.id));
  expect(outcomeOf(await renew(loan.id))).toEqual([409, 'emprunt_rendu']);
  expect((await getLoan(loan.id)).body).toMatchObject({ statut: 'rendu', prolongations: 0 });
});

/** A machine that sleeps in the middle of a call wakes up when its time is long over. */
describe.each(['users-open-loan', 'books-take-copy'])('the reconciler comes just before %s', (command) => {
  it('a loan then leaves nothing behind', async () => {
    const [userId, bookId] = [(await newUser()).id, (await newBook()).id];
    meanwhile(`Invoke ${command}`, settleAll);
    expect((await lend(userId, bookId)).status).toBe(503);
    expect(await readLoans()).toEqual([]);
  });

  it('a renewal then leaves the due date that the record says', async () => {
    const loan = await newLoan();
    meanwhile(`Invoke ${command}`, settleAll);
    const { status } = await renew(loan.id);
    const { body } = await getLoan(loan.id);
    expect(body.prolongations).toBe(status === 200 ? 1 : 0);
  });
});
