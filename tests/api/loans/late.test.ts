import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, newUser, overHttp } from '../../support/api.ts';
import { newBook } from '../../support/books.ts';
import { day, dayAfter, forward, restartClock, stopClock } from '../../support/clock.ts';
import * as loans from '../../support/loans.ts';
import { emptyTables } from '../../support/read.ts';
import { allPages, getUser, verification } from '../../support/users.ts';
import { expectNoLoan, expectNoRenewal, idsOf } from './refusals.ts';

/** What time does to loans. The clock of a running system cannot be moved. */

const within = overHttp ? describe.skip : describe;

beforeAll(stopClock);
afterAll(restartClock);

const newLoans = async (count: number, userId: string) => {
  for (let n = 0; n < count; n += 1) await loans.newLoan(userId);
};

within('a loan', () => {
  beforeEach(stopClock);

  test('is refused to a person who is late, from the day after the due date', async () => {
    const [user, book, other] = [await newUser(), await newBook(), await newBook()];
    await loans.newLoan(user.id);
    forward({ days: 21 });
    expect((await loans.lend(user.id, other.id)).status).toBe(201);
    forward({ days: 1 });
    const late = { peut_emprunter: false, motifs: ['emprunts_en_retard'], emprunts_en_cours: 2, emprunts_en_retard: 1 };
    expect(await verification(user.id)).toMatchObject(late);
    await expectNoLoan(user.id, book.id, ['emprunts_en_retard']);
  });

  test('is refused after a late return until that is paid', async () => {
    const [{ id, utilisateur_id }, book] = [await loans.newLoan(), await newBook()];
    forward({ days: 23 });
    const { penalite } = (await loans.giveBack(id)).body;
    const owing = { total_impaye: 0.4, emprunts_en_cours: 0, emprunts_en_retard: 0 };
    expect(await verification(utilisateur_id)).toMatchObject({ peut_emprunter: false, ...owing });
    await expectNoLoan(utilisateur_id, book.id, ['penalites_impayees']);
    expect((await loans.settleDebt(utilisateur_id, penalite.id, 0.4)).status).toBe(200);
    expect((await loans.lend(utilisateur_id, book.id)).status).toBe(201);
  });

  test('that is back is listed by its return, the latest first', async () => {
    const { id } = await newUser();
    await newLoans(4, id);
    const ids = idsOf(await loans.loansOf(id));
    for (const loanId of ids) {
      await loans.giveBack(loanId);
      forward({ days: 1 });
    }
    expect(idsOf(await loans.loansOf(id, 'rendu'))).toEqual(ids.toReversed());
  });
});

within('a renewal', () => {
  beforeEach(stopClock);

  test('may be had on the due date, and no more the day after', async () => {
    const [onTime, late] = [await loans.newLoan(), await loans.newLoan()];
    forward({ days: 21 });
    const { status, body } = await loans.renew(onTime.id);
    expect([status, body.date_echeance]).toEqual([200, dayAfter(onTime.date_emprunt, 42)]);
    forward({ days: 1 });
    await expectNoRenewal(late, ['emprunt_en_retard']);
  });

  test('is not refused for another loan that is late', async () => {
    const first = await loans.newLoan();
    forward({ days: 10 });
    const second = await loans.newLoan(first.utilisateur_id);
    forward({ days: 12 });
    expect((await loans.renew(second.id)).status).toBe(200);
  });
});

within('a return', () => {
  beforeEach(stopClock);

  test.each([
    [0, 0, '', 0],
    [1, 0.2, '1 jour', 0],
    [1, 0.2, '1 jour', 1],
    [7, 1.4, '7 jours', 0],
    [49, 9.8, '49 jours', 0],
    [50, 10, '50 jours', 0],
    [120, 10, '120 jours', 0],
  ])(
    'late by %i days is charged %d € to the person (« %s », %i renewals before)',
    async (days, montant, says, renewals) => {
      const loan = await loans.newLoan();
      for (let n = 0; n < renewals; n += 1) await loans.renew(loan.id);
      forward({ days: 21 * (1 + renewals) + days });
      const late = { en_retard: days > 0, jours_retard: days };
      expect((await loans.getLoan(loan.id)).body).toMatchObject({ ...late, penalite: null });
      const { status, body } = await loans.giveBack(loan.id);
      expect(status).toBe(200);
      expect(body).toMatchObject({ ...late, statut: 'rendu', date_retour: day() });
      const penalty = {
        id: body.penalite?.id,
        utilisateur_id: loan.utilisateur_id,
        montant,
        description: `Retour en retard de ${says} : « ${loan.titre} »`,
        date_penalite: new Date().toISOString(),
        statut: 'impayee',
        reste_a_payer: montant,
        mouvements: [],
      };
      expect(await loans.penaltiesOf(loan.utilisateur_id)).toEqual(days > 0 ? [penalty] : []);
      expect(body.penalite).toEqual(days > 0 ? { id: penalty.id, montant } : null);
      forward({ days: 3 });
      expect((await loans.getLoan(loan.id)).body).toEqual(body);
    },
  );
});

within('the list of late loans', () => {
  /** Late by 3, 3, 2, 1 and 0 days, and one that is not due yet. */
  let made: loans.Emprunt[];
  const late = () => idsOf(made.filter(({ date_echeance }) => date_echeance < day())).toSorted();

  type Overdue = loans.Emprunt & { penalite_estimee: number; emprunteur: object };
  const overdue = async (): Promise<Overdue[]> => (await allPages('/emprunts/retards', 100)).elements;

  beforeAll(async () => {
    stopClock();
    await emptyTables();
    made = [];
    for (const days of [0, 0, 1, 1, 1, 5]) {
      forward({ days });
      made.push(await loans.newLoan());
    }
    forward({ days: 16 });
  });

  test('has those that are late from the day after their due date, as they are today, page by page', async () => {
    const all = await overdue();
    expect(idsOf(all).toSorted()).toEqual(late());
    expect(all.map(({ jours_retard }) => jours_retard)).toEqual([3, 3, 2, 1]);
    for (const { penalite_estimee, emprunteur, ...loan } of all) {
      const { nom, prenom, email, adhesion } = (await getUser(loan.utilisateur_id)).body;
      expect(emprunteur).toEqual({ nom, prenom, email, numero_carte: adhesion.numero_carte });
      expect((await loans.getLoan(loan.id)).body).toEqual(loan);
      expect(penalite_estimee).toBe(Math.round(loan.jours_retard * 20) / 100);
    }
    for (const limit of [1, 2, 3, 4])
      expect(await allPages('/emprunts/retards', limit)).toEqual({ elements: all, pages: Math.ceil(4 / limit) });
  });

  test('goes on with its pages on the next day, with what is late by then', async () => {
    const first = (await call('GET', '/emprunts/retards?limite=2')).body;
    forward({ days: 1 });
    const second = (await call('GET', `/emprunts/retards?limite=100&curseur=${first.curseur_suivant}`)).body;
    const ids = idsOf([...first.elements, ...second.elements]);
    expect([ids.toSorted(), ids.length]).toEqual([late(), 5]);
  });

  test('loses what is renewed in time or comes back, and estimates 10 € at most', async () => {
    const [back, renewed] = [made[0] as loans.Emprunt, made[5] as loans.Emprunt];
    await loans.giveBack(back.id);
    await loans.renew(renewed.id);
    forward({ days: 10 });
    expect(idsOf(await overdue()).toSorted()).toEqual(idsOf(made.slice(1, 5)).toSorted());
    forward({ days: 80 });
    expect((await overdue()).map(({ penalite_estimee }) => penalite_estimee)).toEqual([10, 10, 10, 10, 10]);
  });
});
