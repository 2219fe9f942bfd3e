import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { overHttp } from '../../support/api.ts';
import { dayAfter, forward, restartClock, stopClock } from '../../support/clock.ts';
import {
  availability,
  type Emprunt,
  getLoan,
  giveBack,
  loansOf,
  newLoan,
  newUser,
  owe,
  renew,
  settleDebt,
  verification,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';

const expectRefused = async (loan: Emprunt, motifs: string[]) => {
  const before = await getLoan(loan.id);
  const due = (await availability(loan.livre_id)).prochain_retour;
  const answer = await renew(loan.id);
  expectProblem(answer, 409, 'prolongation_refusee');
  expect(answer.body.motifs.toSorted()).toEqual(motifs);
  expect((await getLoan(loan.id)).body).toEqual(before.body);
  expect((await availability(loan.livre_id)).prochain_retour).toBe(due);
};

describe('a renewal', () => {
  it('gives 21 days from the present due date, twice', async () => {
    const loan = await newLoan();
    for (const times of [1, 2]) {
      const { status, headers, body } = await renew(loan.id);
      expect(status).toBe(200);
      expect(body).toEqual({
        ...loan,
        prolongations: times,
        date_echeance: dayAfter(loan.date_emprunt, 21 * (1 + times)),
      });
      const read = await getLoan(loan.id);
      expect([read.body, read.headers.etag]).toEqual([body, headers.etag]);
      expect((await availability(loan.livre_id)).prochain_retour).toBe(body.date_echeance);
      expect(await loansOf(loan.utilisateur_id)).toEqual([body]);
    }
    await expectRefused(loan, ['limite_prolongations_atteinte']);
  });

  it('takes no other slot', async () => {
    const loan = await newLoan();
    await renew(loan.id);
    expect(await verification(loan.utilisateur_id)).toMatchObject({ emprunts_en_cours: 1 });
    expect(await availability(loan.livre_id)).toMatchObject({ disponibles: 0 });
  });

  it('may be had by somebody who has as many loans as one can', async () => {
    const { id } = await newUser();
    const [loan] = [await newLoan(id)];
    for (let n = 0; n < 4; n += 1) await newLoan(id);
    expect((await renew(loan.id)).status).toBe(200);
  });

  it('is refused while anything is owed', async () => {
    const loan = await newLoan();
    const penalty = await owe(loan.utilisateur_id, 0.01);
    await expectRefused(loan, ['penalites_impayees']);
    await settleDebt(loan.utilisateur_id, penalty.id, 0.01);
    expect((await renew(loan.id)).status).toBe(200);
  });

  it('is refused for a book that is back, and nothing else is told', async () => {
    const loan = await newLoan();
    await renew(loan.id);
    await renew(loan.id);
    await giveBack(loan.id);
    await owe(loan.utilisateur_id);
    await expectRefused(loan, ['emprunt_rendu']);
  });

  it('is of a loan that exists', async () => {
    expectProblem(await renew(randomUUID()), 404, 'emprunt_introuvable');
  });
});

(overHttp ? describe.skip : describe)('with time', () => {
  beforeAll(stopClock);
  afterAll(restartClock);

  it('a renewal may be had on the due date, and no more the day after', async () => {
    const [onTime, late] = [await newLoan(), await newLoan()];
    forward({ days: 21 });
    const { status, body } = await renew(onTime.id);
    expect([status, body.date_echeance]).toEqual([200, dayAfter(onTime.date_emprunt, 42)]);
    forward({ days: 1 });
    await expectRefused(late, ['emprunt_en_retard']);
  });

  it('a renewal is refused for every reason there is, and all of them are told', async () => {
    const loan = await newLoan();
    await renew(loan.id);
    await renew(loan.id);
    await owe(loan.utilisateur_id);
    forward({ days: 64 });
    await expectRefused(loan, ['emprunt_en_retard', 'limite_prolongations_atteinte', 'penalites_impayees']);
  });

  it('another loan that is late does not stand against it', async () => {
    const first = await newLoan();
    forward({ days: 10 });
    const second = await newLoan(first.utilisateur_id);
    forward({ days: 12 });
    expect((await renew(second.id)).status).toBe(200);
  });
});
