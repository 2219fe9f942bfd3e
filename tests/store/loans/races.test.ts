import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { LEASE_MS } from '../../../lib/loans/process.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { cutAt } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import {
  ask,
  availability,
  type Emprunt,
  getLoan,
  giveBack,
  lend,
  loansOf,
  newBook,
  newLoan,
  newUser,
  penaltiesOf,
  renew,
} from '../../support/loans.ts';
import { emptyTables, readLoans } from '../../support/read.ts';
import { reconcile, settleAll } from '../../support/reconciler.ts';
import { atOnce, tally } from '../../support/users.ts';
import { requestsOf } from '../../support/wire.ts';

const ROUNDS = 20;
const LIMIT = 5;

beforeAll(() => {
  stopClock();
});
afterAll(restartClock);
afterEach(emptyTables);

const rounds = async (round: (n: number) => Promise<void>) => {
  for (let n = 0; n < ROUNDS; n += 1) await round(n);
};

const expectAllRight = async () => expect(await violations({ settled: true })).toEqual([]);

/** Starts both at once, either of them first by as little as can be. */
const race = <A, B>(n: number, one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> =>
  n % 2 === 0
    ? Promise.all([one(), other()])
    : Promise.all([other(), one()]).then(([second, first]) => [first, second]);

it(`50 people want the last copy at once, ${ROUNDS} times: one has it each time`, async () => {
  const [users, book] = [await atOnce(50, () => newUser()), await newBook()];
  await rounds(async () => {
    const answers = await Promise.all(users.map((user) => lend(user.id, book.id)));
    expect(tally(answers)).toEqual({ 201: 1, 409: 49 });
    for (const { status, body } of answers)
      if (status === 409) expect(body.motifs).toEqual(['aucun_exemplaire_disponible']);
    await expectAllRight();
    const lent = answers.find(({ status }) => status === 201)?.body as Emprunt;
    expect((await giveBack(lent.id)).status).toBe(200);
  });
  expect((await readLoans()).filter(({ statut }) => statut === 'rendu')).toHaveLength(ROUNDS);
});

it(`one person wants 20 books at once, ${ROUNDS} times: and has as many as one can`, async () => {
  const [user, books] = [await newUser(), await atOnce(20, () => newBook())];
  await rounds(async () => {
    const answers = await Promise.all(books.map((book) => lend(user.id, book.id)));
    expect(tally(answers)).toEqual({ 201: LIMIT, 409: books.length - LIMIT });
    for (const { status, body } of answers)
      if (status === 409) expect(body.motifs).toEqual(['limite_emprunts_atteinte']);
    await expectAllRight();
    await Promise.all((await loansOf(user.id)).map(({ id }) => giveBack(id)));
  });
});

it(`a late book is taken back twice at once, ${ROUNDS} times: and charged once`, async () => {
  await rounds(async () => {
    const loan = await newLoan();
    forward({ days: 23 });
    const answers = await atOnce(4, () => giveBack(loan.id));
    expect(tally(answers)).toEqual({ 200: 1, 409: 3 });
    for (const { status, body } of answers) if (status === 409) expect(body.motifs).toEqual(['emprunt_rendu']);
    await expectAllRight();
    const penalties = await penaltiesOf(loan.utilisateur_id);
    expect(penalties).toMatchObject([{ montant: 0.4, statut: 'impayee' }]);
    expect(answers.find(({ status }) => status === 200)?.body.penalite.id).toBe(penalties[0].id);
  });
});

it(`a book is taken back while it is renewed, ${ROUNDS} times: it is back, and due as the answers say`, async () => {
  await rounds(async (n) => {
    const loan = await newLoan();
    const [back, renewal] = await race(
      n,
      () => giveBack(loan.id),
      () => renew(loan.id),
    );
    expect(back.status).toBe(200);
    expect([200, 409]).toContain(renewal.status);
    if (renewal.status === 409) expect(renewal.body.motifs).toEqual(['emprunt_rendu']);
    const renewals = renewal.status === 200 ? 1 : 0;
    expect((await getLoan(loan.id)).body).toMatchObject({ statut: 'rendu', prolongations: renewals });
    await settleAll();
    await expectAllRight();
  });
});

it(`a book is renewed by several at once, ${ROUNDS} times: never more often than may be`, async () => {
  await rounds(async () => {
    const loan = await newLoan();
    expect(tally(await atOnce(4, () => renew(loan.id)))).toEqual({ 200: 2, 409: 2 });
    expect((await getLoan(loan.id)).body.prolongations).toBe(2);
    await expectAllRight();
  });
});

it(`a person is deleted while they borrow, ${ROUNDS} times: one of the two is refused`, async () => {
  await rounds(async (n) => {
    const [user, book] = [await newUser(), await newBook()];
    const [loan, deletion] = await race(
      n,
      () => lend(user.id, book.id),
      () => ask('DELETE', `/utilisateurs/${user.id}`),
    );
    expect([
      [201, 409],
      [404, 204],
    ]).toContainEqual([loan.status, deletion.status]);
    await expectAllRight();
    expect((await availability(book.id)).disponibles).toBe(loan.status === 201 ? 0 : 1);
  });
});

it(`a book is deleted while it is lent, ${ROUNDS} times: one of the two is refused`, async () => {
  await rounds(async (n) => {
    const [user, book] = [await newUser(), await newBook()];
    const [loan, deletion] = await race(
      n,
      () => lend(user.id, book.id),
      () => ask('DELETE', `/livres/${book.id}`),
    );
    expect([
      [201, 409],
      [404, 204],
    ]).toContainEqual([loan.status, deletion.status]);
    await expectAllRight();
    expect(await loansOf(user.id)).toHaveLength(loan.status === 201 ? 1 : 0);
  });
});

/** Loans, renewals and late returns, each of them cut off somewhere else. */
async function cutOffMany(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const loan = await newLoan();
    const [user, book] = [await newUser(), await newBook()];
    if (n % 3 === 2) forward({ days: 22 });
    const act = [() => lend(user.id, book.id), () => renew(loan.id), () => giveBack(loan.id)][
      n % 3
    ] as () => Promise<unknown>;
    // After the write with which each begins, and before the one with which it ends.
    await cutAt({ point: 5 + (n % 3), arrives: n % 2 === 0, manner: 'dead' }, act);
  }
}

it(`two reconcilers settle 10 loans at once, ${ROUNDS} times: each is settled, and once`, async () => {
  await rounds(async () => {
    await cutOffMany(10);
    expect((await readLoans()).filter(({ transit }) => transit)).toHaveLength(10);
    forward({ ms: LEASE_MS + 1 });
    const reports = await Promise.all([reconcile(), reconcile()]);
    expect(reports.reduce((sum, { regles }) => sum + regles, 0)).toBe(10);
    expect(reports.map(({ restants }) => restants)).toEqual([0, 0]);
    await expectAllRight();
    expect(await requestsOf(reconcile)).toHaveLength(4);
    await emptyTables();
  });
});
