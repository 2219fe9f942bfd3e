import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LEASE_MS } from '../../../lib/loans/process.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { ALWAYS, answering, fail, mend, timedOut, unreachable } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { lastFigure } from '../../support/journal.ts';
import {
  ask,
  availability,
  getLoan,
  giveBack,
  lend,
  loansOf,
  newBook,
  newLoan,
  newUser,
  penaltiesOf,
  renew,
  verification,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { emptyTables, readLoans } from '../../support/read.ts';
import { reconcile, settleAll } from '../../support/reconciler.ts';
import type { Handler } from '../../support/wire.ts';

/** The users or the books service does not answer, or not as it should, for as long as a test wants. */

/** What comes instead of an answer, by what is wrong with the service. */
const TROUBLES: Record<string, Handler> = {
  'cannot be reached': unreachable,
  'does not answer in time': timedOut,
  fails: answering('{"errorMessage":"x"}', { headers: { 'x-amz-function-error': 'Unhandled' } }),
  'may not be invoked': answering('{"Message":"x"}', { status: 403 }),
  'has too much to do': answering('{"Reason":"ConcurrentInvocationLimitExceeded"}', { status: 429 }),
  'answers what is no answer': answering('{"resultat":"peut-etre"}'),
  'answers no JSON': answering('<html>'),
};

/** A service stops answering, at once or after it has told how things stand. */
const takeDown = (service: string, how: Handler, { after = 0, times = ALWAYS } = {}) =>
  fail({ match: `Invoke ${service}`, after, times, how });

beforeAll(stopClock);
afterAll(restartClock);
afterEach(async () => {
  mend();
  await emptyTables();
});

const cases = ['users', 'books'].flatMap((service) =>
  Object.entries(TROUBLES).map(([name, how]) => ({ service, name, how })),
);

describe.each(cases)('the $service service $name', ({ service, how }) => {
  it.each([0, 1])('no loan is made, and nothing is left of it (after %d answers)', async (after) => {
    const [user, book] = [await newUser(), await newBook()];
    takeDown(service, how, { after });
    const answer = await lend(user.id, book.id);
    expectProblem(answer, 503, 'service_indisponible');
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect(await loansOf(user.id)).toEqual([]);

    forward({ ms: LEASE_MS + 1 });
    // Before anything was asked, nothing was written that could be left.
    expect(await reconcile()).toEqual({ regles: 0, restants: after, en_souffrance: 0 });
    mend();
    await settleAll();
    expect(await violations({ settled: true })).toEqual([]);
    expect(await readLoans()).toEqual([]);
    expect((await lend(user.id, book.id)).status).toBe(201);
  });

  it('a book is taken back all the same, and the fee comes when it can', async () => {
    const loan = await newLoan();
    forward({ days: 23 });
    takeDown(service, how);
    const { status, body } = await giveBack(loan.id);
    expect([status, body.statut, body.penalite.montant]).toEqual([200, 'rendu', 0.4]);
    expect((await getLoan(loan.id)).body).toEqual(body);
    expectProblem(await giveBack(loan.id), 409, 'retour_refuse', { motifs: ['emprunt_rendu'] });

    mend();
    await settleAll();
    expect(await violations({ settled: true })).toEqual([]);
    expect(await penaltiesOf(loan.utilisateur_id)).toMatchObject([{ id: body.penalite.id, montant: 0.4 }]);
    expect((await availability(loan.livre_id)).disponibles).toBe(1);
  });

  it('no loan is renewed, and it is due as before', async () => {
    const loan = await newLoan();
    takeDown(service, how);
    expectProblem(await renew(loan.id), 503, 'service_indisponible');
    expect((await getLoan(loan.id)).body).toEqual(loan);
    mend();
    await settleAll();
    expect(await violations({ settled: true })).toEqual([]);
    expect((await getLoan(loan.id)).body).toEqual(loan);
    expect((await availability(loan.livre_id)).prochain_retour).toBe(loan.date_echeance);
    expect((await renew(loan.id)).status).toBe(200);
  });
});

describe('a service with too much to do at once', () => {
  it('is asked again for what it has turned away', async () => {
    const [user, book] = [await newUser(), await newBook()];
    takeDown('users', TROUBLES['has too much to do'] as Handler, { times: 3 });
    expect((await lend(user.id, book.id)).status).toBe(201);
    expect(mend()).toBe(0);
    expect(await violations({ settled: true })).toEqual([]);
  });
});

describe('while another service is down', () => {
  it('loans can be read, and the late ones listed', async () => {
    const loan = await newLoan();
    forward({ days: 22 });
    for (const service of ['users', 'books']) {
      takeDown(service, unreachable);
      expect((await getLoan(loan.id)).status).toBe(200);
      expect(await loansOf(loan.utilisateur_id)).toHaveLength(1);
      expect((await ask('GET', '/emprunts/retards')).body.elements).toHaveLength(1);
    }
  });

  it('what cannot be settled for over an hour is told as such, and settled in the end', async () => {
    const [user, book, loan] = [await newUser(), await newBook(), await newLoan()];
    takeDown('users', unreachable, { after: 1 });
    await lend(user.id, book.id);
    await giveBack(loan.id);
    forward({ ms: LEASE_MS + 1 });
    expect(await reconcile()).toEqual({ regles: 0, restants: 2, en_souffrance: 0 });
    forward({ ms: 3_600_000 });
    expect(await reconcile()).toEqual({ regles: 0, restants: 2, en_souffrance: 2 });
    expect(lastFigure('EmpruntsEnSouffrance')).toBe(2);
    mend();
    forward({ ms: LEASE_MS + 1 });
    expect(await reconcile()).toEqual({ regles: 2, restants: 0, en_souffrance: 0 });
    expect(lastFigure('EmpruntsEnSouffrance')).toBe(0);
    expect(await violations({ settled: true })).toEqual([]);
    expect((await verification(user.id)).peut_emprunter).toBe(true);
  });
});
