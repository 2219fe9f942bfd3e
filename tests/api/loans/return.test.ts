import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { overHttp } from '../../support/api.ts';
import { day, dayAfter, forward, restartClock, stopClock } from '../../support/clock.ts';
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
  parisDay,
  penaltiesOf,
  renew,
  settleDebt,
  verification,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';

describe('a return', () => {
  it('closes the loan and gives slot and copy back', async () => {
    const loan = await newLoan();
    const before = parisDay();
    const { status, headers, body } = await giveBack(loan.id);
    expect(status).toBe(200);
    expect([before, parisDay()]).toContain(body.date_retour);
    expect(body).toEqual({ ...loan, statut: 'rendu', date_retour: body.date_retour });
    expect(headers.location).toBeUndefined();
    const read = await getLoan(loan.id);
    expect([read.body, read.headers.etag]).toEqual([body, headers.etag]);

    expect(await verification(loan.utilisateur_id)).toMatchObject({ peut_emprunter: true, emprunts_en_cours: 0 });
    expect(await availability(loan.livre_id)).toMatchObject({ disponibles: 1, prochain_retour: null });
    expect(await loansOf(loan.utilisateur_id)).toEqual([]);
    expect(await loansOf(loan.utilisateur_id, 'rendu')).toEqual([body]);
    expect(await penaltiesOf(loan.utilisateur_id)).toEqual([]);
  });

  it('lets the book be lent again, and person and book be deleted, the loan stays known', async () => {
    const loan = await newLoan();
    await giveBack(loan.id);
    const again = await lend(loan.utilisateur_id, loan.livre_id);
    expect(again.status).toBe(201);
    await giveBack(again.body.id);
    expect((await ask('DELETE', `/utilisateurs/${loan.utilisateur_id}`)).status).toBe(204);
    expect((await ask('DELETE', `/livres/${loan.livre_id}`)).status).toBe(204);
    expect((await getLoan(loan.id)).body).toMatchObject({ statut: 'rendu', titre: loan.titre });
  });

  it('is refused the second time, and changes nothing', async () => {
    const loan = await newLoan();
    const { body } = await giveBack(loan.id);
    expectProblem(await giveBack(loan.id), 409, 'retour_refuse', { motifs: ['emprunt_rendu'] });
    expect((await getLoan(loan.id)).body).toEqual(body);
  });

  it('is of a loan that exists', async () => {
    expectProblem(await giveBack(randomUUID()), 404, 'emprunt_introuvable');
  });
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

  it('does not exist on the due date itself', async () => {
    const loan = await lateBy(0);
    expect((await getLoan(loan.id)).body).toMatchObject({ en_retard: false, jours_retard: 0 });
    expect((await giveBack(loan.id)).body).toMatchObject({ en_retard: false, jours_retard: 0, penalite: null });
    expect(await penaltiesOf(loan.utilisateur_id)).toEqual([]);
  });

  it.each([
    [1, 0.2, 'Retour en retard de 1 jour'],
    [7, 1.4, 'Retour en retard de 7 jours'],
    [49, 9.8, 'Retour en retard de 49 jours'],
    [50, 10, 'Retour en retard de 50 jours'],
    [120, 10, 'Retour en retard de 120 jours'],
  ])('by %i days is charged %f €, and the same penalty is listed under the person', async (days, montant, says) => {
    const loan = await lateBy(days);
    expect((await getLoan(loan.id)).body).toMatchObject({ en_retard: true, jours_retard: days, penalite: null });
    const { status, body } = await giveBack(loan.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ statut: 'rendu', date_retour: day(), en_retard: true, jours_retard: days });
    expect(body.penalite).toEqual({ id: body.penalite.id, montant });
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

  it('stands against borrowing until it is paid', async () => {
    const loan = await lateBy(2);
    const { body } = await giveBack(loan.id);
    const book = await newBook();
    expect(await verification(loan.utilisateur_id)).toMatchObject({
      peut_emprunter: false,
      motifs: ['penalites_impayees'],
      total_impaye: 0.4,
      emprunts_en_cours: 0,
      emprunts_en_retard: 0,
    });
    const refused = await lend(loan.utilisateur_id, book.id);
    expectProblem(refused, 409, 'emprunt_refuse', { motifs: ['penalites_impayees'] });
    expect((await settleDebt(loan.utilisateur_id, body.penalite.id, 0.4)).status).toBe(200);
    expect((await lend(loan.utilisateur_id, book.id)).status).toBe(201);
  });

  it('is charged for each book, and only once for each', async () => {
    const { id } = await newUser();
    const first = await newLoan(id);
    const second = await newLoan(id);
    forward({ days: 24 });
    for (const loan of [first, second]) {
      expect((await giveBack(loan.id)).body.penalite.montant).toBe(0.6);
      expectProblem(await giveBack(loan.id), 409, 'retour_refuse', { motifs: ['emprunt_rendu'] });
    }
    expect(await penaltiesOf(id)).toHaveLength(2);
    expect((await verification(id)).total_impaye).toBe(1.2);
  });

  it('counts from the due date that a renewal gave', async () => {
    const loan = await newLoan();
    await renew(loan.id);
    forward({ days: 43 });
    const { body } = await giveBack(loan.id);
    expect(body).toMatchObject({ date_echeance: dayAfter(loan.date_emprunt, 42), jours_retard: 1 });
    expect(body.penalite.montant).toBe(0.2);
  });
});
