import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { member, newUser, overHttp } from '../../support/api.ts';
import { availability } from '../../support/books.ts';
import { dayAfter, forward, restartClock, stopClock } from '../../support/clock.ts';
import { type Emprunt, getLoan, giveBack, loansOf, newLoan, owe, renew, verification } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';

async function expectRefused(loan: Emprunt, motifs: string[], token?: string): Promise<void> {
  const state = async () => [(await getLoan(loan.id)).body, await availability(loan.livre_id)];
  const before = await state();
  const answer = await renew(loan.id, { ...(token && { token }) });
  expectProblem(answer, 409, 'prolongation_refusee');
  expect(answer.body.motifs.toSorted()).toEqual(motifs);
  expect(await state()).toEqual(before);
}

test('a renewal gives 21 days from the present due date, twice, and takes no other slot and no other copy', async () => {
  const loan = await newLoan();
  for (const prolongations of [1, 2]) {
    const { status, body } = await renew(loan.id);
    const date_echeance = dayAfter(loan.date_emprunt, 21 * (1 + prolongations));
    expect([status, body]).toEqual([200, { ...loan, prolongations, date_echeance }]);
    expect((await getLoan(loan.id)).body).toEqual(body);
    expect(await availability(loan.livre_id)).toMatchObject({ disponibles: 0, prochain_retour: date_echeance });
    expect(await loansOf(loan.utilisateur_id)).toEqual([body]);
    expect(await verification(loan.utilisateur_id)).toMatchObject({ emprunts_en_cours: 1 });
  }
  await expectRefused(loan, ['limite_prolongations_atteinte']);
});

test('a person who has as many loans as one may have renews them all the same', async () => {
  const { id } = await newUser();
  const [loan] = [await newLoan(id)];
  for (let n = 0; n < 4; n += 1) await newLoan(id);
  expect((await renew(loan.id)).status).toBe(200);
});

test('a renewal of a book that is back is refused for that alone, to a member as to a librarian', async () => {
  const loan = await newLoan();
  await renew(loan.id);
  await renew(loan.id);
  await giveBack(loan.id);
  await owe(loan.utilisateur_id);
  for (const token of [undefined, await member(loan.utilisateur_id)])
    await expectRefused((await getLoan(loan.id)).body, ['emprunt_rendu'], token);
});

(overHttp ? describe.skip : describe)('with time, a renewal', () => {
  beforeAll(stopClock);
  afterAll(restartClock);

  test('may be had on the due date, and no more the day after', async () => {
    const [onTime, late] = [await newLoan(), await newLoan()];
    forward({ days: 21 });
    const { status, body } = await renew(onTime.id);
    expect([status, body.date_echeance]).toEqual([200, dayAfter(onTime.date_emprunt, 42)]);
    forward({ days: 1 });
    await expectRefused(late, ['emprunt_en_retard']);
  });

  test('is refused for every reason there is, and all of them are told', async () => {
    const loan = await newLoan();
    await renew(loan.id);
    await renew(loan.id);
    await owe(loan.utilisateur_id);
    forward({ days: 64 });
    await expectRefused(loan, ['emprunt_en_retard', 'limite_prolongations_atteinte', 'penalites_impayees']);
  });

  test('is not refused for another loan that is late', async () => {
    const first = await newLoan();
    forward({ days: 10 });
    const second = await newLoan(first.utilisateur_id);
    forward({ days: 12 });
    expect((await renew(second.id)).status).toBe(200);
  });
});
