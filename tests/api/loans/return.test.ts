import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newUser, overHttp } from '../../support/api.ts';
import { availability, deleteBook, newBook } from '../../support/books.ts';
import { day, dayAfter, forward, restartClock, stopClock } from '../../support/clock.ts';
import {
  getLoan,
  giveBack,
  lend,
  loansOf,
  newLoan,
  parisDay,
  penaltiesOf,
  renew,
  settleDebt,
  verification,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { deleteUser } from '../../support/users.ts';

const isBack = { motifs: ['emprunt_rendu'] };

test('a return closes the loan, gives slot and copy back and costs nothing in time', async () => {
  const loan = await newLoan();
  const before = parisDay();
  const { status, body } = await giveBack(loan.id);
  expect(status).toBe(200);
  expect([before, parisDay()]).toContain(body.date_retour);
  expect(body).toEqual({ ...loan, statut: 'rendu', date_retour: body.date_retour });
  expect((await getLoan(loan.id)).body).toEqual(body);
  expect(await verification(loan.utilisateur_id)).toMatchObject({ peut_emprunter: true, emprunts_en_cours: 0 });
  expect(await availability(loan.livre_id)).toMatchObject({ disponibles: 1, prochain_retour: null });
  expect(await loansOf(loan.utilisateur_id)).toEqual([]);
  expect(await loansOf(loan.utilisateur_id, 'rendu')).toEqual([body]);
  expect(await penaltiesOf(loan.utilisateur_id)).toEqual([]);
});

test('a book that is back is lent again, and person and book may be deleted; the loan stays known', async () => {
  const loan = await newLoan();
  await giveBack(loan.id);
  const again = await lend(loan.utilisateur_id, loan.livre_id);
  expect(again.status).toBe(201);
  await giveBack(again.body.id);
  expect((await deleteUser(loan.utilisateur_id)).status).toBe(204);
  expect((await deleteBook(loan.livre_id)).status).toBe(204);
  expect((await getLoan(loan.id)).body).toMatchObject({ statut: 'rendu', titre: loan.titre });
});

test('a second return of the same loan is refused, and changes nothing', async () => {
  const loan = await newLoan();
  const { body } = await giveBack(loan.id);
  expectProblem(await giveBack(loan.id), 409, 'retour_refuse', isBack);
  expect((await getLoan(loan.id)).body).toEqual(body);
});

(overHttp ? describe.skip : describe)('a late return', () => {
  beforeAll(stopClock);
  afterAll(restartClock);

  /** A loan, so many days after it was due. */
  const lateBy = async (days: number, userId?: string) => {
    const loan = await newLoan(userId);
    forward({ days: 21 + days });
    return loan;
  };

  test('does not exist on the due date itself', async () => {
    const loan = await lateBy(0);
    const onTime = { en_retard: false, jours_retard: 0, penalite: null };
    expect((await getLoan(loan.id)).body).toMatchObject(onTime);
    expect((await giveBack(loan.id)).body).toMatchObject(onTime);
    expect(await penaltiesOf(loan.utilisateur_id)).toEqual([]);
  });

  test.each([
    [1, 0.2, 'Retour en retard de 1 jour'],
    [7, 1.4, 'Retour en retard de 7 jours'],
    [49, 9.8, 'Retour en retard de 49 jours'],
    [50, 10, 'Retour en retard de 50 jours'],
    [120, 10, 'Retour en retard de 120 jours'],
  ])('by %i days is charged %f €, and the penalty is listed under the person', async (days, montant, says) => {
    const loan = await lateBy(days);
    const late = { en_retard: true, jours_retard: days };
    expect((await getLoan(loan.id)).body).toMatchObject({ ...late, penalite: null });
    const { status, body } = await giveBack(loan.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...late, statut: 'rendu', date_retour: day(), penalite: { montant } });
    expect(await penaltiesOf(loan.utilisateur_id)).toEqual([
      {
        id: body.penalite.id,
        utilisateur_id: loan.utilisateur_id,
        montant,
        description: `${says} : « ${loan.titre} »`,
        date_penalite: new Date().toISOString(),
        statut: 'impayee',
        reste_a_payer: montant,
      },
    ]);
    forward({ days: 3 });
    expect((await getLoan(loan.id)).body).toEqual(body);
  });

  test('stands against borrowing until it is paid', async () => {
    const loan = await lateBy(2);
    const { body } = await giveBack(loan.id);
    const [book, motifs] = [await newBook(), ['penalites_impayees']];
    const owing = { motifs, total_impaye: 0.4, emprunts_en_cours: 0, emprunts_en_retard: 0 };
    expect(await verification(loan.utilisateur_id)).toMatchObject({ peut_emprunter: false, ...owing });
    expectProblem(await lend(loan.utilisateur_id, book.id), 409, 'emprunt_refuse', { motifs });
    expect((await settleDebt(loan.utilisateur_id, body.penalite.id, 0.4)).status).toBe(200);
    expect((await lend(loan.utilisateur_id, book.id)).status).toBe(201);
  });

  test('is charged for each book, and once only', async () => {
    const { id } = await newUser();
    const loans = [await newLoan(id), await lateBy(3, id)];
    for (const loan of loans) {
      expect((await giveBack(loan.id)).body.penalite.montant).toBe(0.6);
      expectProblem(await giveBack(loan.id), 409, 'retour_refuse', isBack);
    }
    expect(await penaltiesOf(id)).toHaveLength(2);
    expect((await verification(id)).total_impaye).toBe(1.2);
  });

  test('counts from the due date that a renewal gave', async () => {
    const loan = await newLoan();
    await renew(loan.id);
    forward({ days: 43 });
    const late = { date_echeance: dayAfter(loan.date_emprunt, 42), jours_retard: 1, penalite: { montant: 0.2 } };
    expect((await giveBack(loan.id)).body).toMatchObject(late);
  });
});
