import { describe, expect, it } from '@jest/globals';
import { deleteBook } from '../../support/books.ts';
import { forward, forwardPast } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
import { ALWAYS, fail, meanwhile, mend, unreachable } from '../../support/faults.ts';
import { cancel, getHold, newHold, titleAllOut } from '../../support/holds.ts';
import { violations } from '../../support/invariants.ts';
import { lastFigure } from '../../support/journal.ts';
import {
  type Emprunt,
  getLoan,
  giveBack,
  loansOf,
  memberToken,
  newLoan,
  owe,
  penaltiesOf,
  renew,
  settleDebt,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { copiesOf, type LoanItem, readLoan, readLoans, writeItems } from '../../support/read.ts';
import { forgetOld, sweep } from '../../support/reconciler.ts';
import { deleteUser, strike, waive } from '../../support/users.ts';
import { requestsOf } from '../../support/wire.ts';

/** A returned loan forgets its borrower after 120 days, unless something is owed for it. */

const KEPT = 120;

everyTest({ leaves: 'settled', calm: true });

const report = (oublies: number, impayes = 0, restants = 0) => ({ oublies, impayes, restants });

/** A loan that is back today, in time. */
async function back(userId?: string): Promise<Emprunt> {
  return (await giveBack((await newLoan(userId)).id)).body;
}

/** A loan that is back today, ten days late. */
async function backLate(): Promise<Emprunt & { penalite: { id: string; montant: number } }> {
  const { id, date_echeance } = await newLoan();
  forwardPast(date_echeance, 10);
  return (await giveBack(id)).body;
}
const feeOf = (loan: Awaited<ReturnType<typeof backLate>>) => ({
  utilisateur_id: loan.utilisateur_id,
  id: loan.penalite.id,
});
const pay = (loan: Awaited<ReturnType<typeof backLate>>) =>
  settleDebt(loan.utilisateur_id, loan.penalite.id, loan.penalite.montant);

const borrowerOf = async ({ id }: Emprunt) => (await readLoan(id))?.utilisateur_id;

describe('a returned loan', () => {
  it('has its borrower on the 120th day after its return, and not from the 121st', async () => {
    const loan = await back();
    forward({ days: KEPT });
    expect(await forgetOld()).toEqual(report(0));
    expect(await loansOf(loan.utilisateur_id, 'rendu')).toEqual([loan]);
    forward({ days: 1 });
    expect(await forgetOld()).toEqual(report(1));
    expect((await getLoan(loan.id)).body).toEqual({ ...loan, utilisateur_id: null });
    expect(await loansOf(loan.utilisateur_id, 'rendu')).toEqual([]);
    expect(JSON.stringify(await readLoans())).not.toContain(loan.utilisateur_id);
  });

  it('leaves its penalty to the person once it is forgotten, who owes it again when its payment is struck', async () => {
    const loan = await backLate();
    await pay(loan);
    forward({ days: KEPT + 1 });
    expect(await forgetOld()).toEqual(report(1));
    const [paid] = await penaltiesOf(loan.utilisateur_id);
    // The instant of its end is that of the penalty, whose id is made of it.
    expect(JSON.stringify(await readLoans())).not.toContain(paid.date_penalite);
    expect((await strike(feeOf(loan), paid.mouvements[0].id)).body.statut).toBe('impayee');
    expect(await violations({ settled: true })).toEqual([]);
  });

  it('is read by nobody but a librarian once it is forgotten, and is neither returned nor renewed again', async () => {
    const loan = await back();
    const token = await memberToken(loan.utilisateur_id);
    expect((await getLoan(loan.id, { token })).status).toBe(200);
    forward({ days: KEPT + 1 });
    await forgetOld();
    for (const call of [getLoan, renew]) expectProblem(await call(loan.id, { token }), 403, 'acces_refuse');
    for (const call of [giveBack, renew]) expect((await call(loan.id)).body.motifs).toEqual(['emprunt_rendu']);
  });

  it('keeps its borrower for as long as its penalty is owed, and not for what is owed otherwise', async () => {
    const [unpaid, paid, waived, other] = [await backLate(), await backLate(), await backLate(), await back()];
    await pay(paid);
    await waive(feeOf(waived));
    await owe(other.utilisateur_id);
    forward({ days: KEPT + 1 });
    expect(await forgetOld()).toEqual(report(3, 1));
    expect(await Promise.all([unpaid, paid, waived, other].map(borrowerOf))).toEqual([
      unpaid.utilisateur_id,
      ...[null, null, null],
    ]);
    // What is owed is no loan that should have been forgotten.
    expect(lastFigure('OubliEnRetardJours')).toBe(0);
    await pay(unpaid);
    expect(await forgetOld()).toEqual(report(1));
    expect((await getLoan(unpaid.id)).body).toEqual({ ...unpaid, utilisateur_id: null, penalite: null });
  });

  it('is forgotten as well when its book or its borrower’s account was deleted', async () => {
    const [ofBook, ofPerson] = [await back(), await backLate()];
    expect((await deleteBook(ofBook.livre_id)).status).toBe(204);
    await pay(ofPerson);
    fail({ match: 'Invoke loans-forget', times: ALWAYS, how: unreachable });
    expect((await deleteUser(ofPerson.utilisateur_id)).status).toBe(204);
    mend();
    forward({ days: KEPT + 1 });
    const [, forgotten] = await Promise.all([sweep(), forgetOld()]);
    expect(forgotten.restants).toBe(0);
    expect(await Promise.all([ofBook, ofPerson].map(borrowerOf))).toEqual([null, null]);
  });

  it('that is out, however long, has its borrower', async () => {
    const loan = await newLoan();
    forward({ days: 2 * KEPT });
    expect(await forgetOld()).toEqual(report(0));
    expect(await borrowerOf(loan)).toBe(loan.utilisateur_id);
  });
});

describe('the daily job', () => {
  it('deletes a hold that was closed as long ago, and no other', async () => {
    const { book } = await titleAllOut();
    const [closed, open] = [await newHold(book.id), await newHold(book.id)];
    await cancel(closed.id);
    forward({ days: KEPT });
    expect(await forgetOld()).toEqual(report(0));
    forward({ days: 1 });
    expect(await forgetOld()).toEqual(report(1));
    expectProblem(await getHold(closed.id), 404, 'reservation_introuvable');
    expect((await getHold(open.id)).status).toBe(200);
  });

  it('forgets what it need not ask about while the users service is down, and says how old the rest is', async () => {
    const [free, charged] = [await back(), await backLate()];
    await pay(charged);
    forward({ days: KEPT });
    for (const days of [1, 2, 3]) {
      forward({ days: 1 });
      fail({ match: 'Invoke users-penalties', times: ALWAYS, how: unreachable });
      expect(await forgetOld()).toEqual(report(days === 1 ? 1 : 0, 0, 1));
      expect(lastFigure('OubliEnRetardJours')).toBe(days);
      mend();
    }
    expect(await borrowerOf(free)).toBeNull();
    expect(await forgetOld()).toEqual(report(1));
    expect(lastFigure('OubliEnRetardJours')).toBe(0);
  });

  it('leaves what it has no time for to the next run, and says so', async () => {
    for (let n = 0; n < 3; n += 1) await back();
    forward({ days: KEPT + 2 });
    meanwhile('PutItem', async () => forward({ ms: 60_000 }));
    expect(await forgetOld(60_000)).toEqual(report(1, 0, 2));
    expect(lastFigure('OubliEnRetardJours')).toBe(2);
    expect(await forgetOld()).toEqual(report(2));
  });

  it('asks about a hundred penalties at once, and reads no loan that is forgotten', async () => {
    const loan = await backLate();
    await pay(loan);
    const item = (await readLoan(loan.id)) as LoanItem;
    // Each has a penalty of its own, which is gone as if its account had been.
    await writeItems('loans', copiesOf(item, [loan.id, loan.penalite.id], 249));
    forward({ days: KEPT + 1 });
    const requests = await requestsOf(async () => expect(await forgetOld()).toEqual(report(250)));
    expect(requests.filter((request) => request === 'Invoke users-penalties')).toHaveLength(3);
    expect(await requestsOf(() => forgetOld())).toEqual(Array(12).fill('Query'));
  });
});
