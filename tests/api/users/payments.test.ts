import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { givenBack, paid, struck, waived } from '../../support/movements.ts';
import { expectProblem } from '../../support/problems.ts';
import { deleteUser, newPenalty, pay, penaltyPath, refund, strike, verification, waive } from '../../support/users.ts';

/** What happens to the money of a penalty is all to be read, and a mistake can be put right. */

const totalOf = async (id: string) => (await verification(id)).total_impaye;
const paymentOf = (body: { mouvements: { id: string }[] }): string => body.mouvements.at(-1)?.id as string;

/** A new penalty and its payments. */
async function paidIn(montant: number, ...payments: [montant: number, moyen?: string][]) {
  const penalty = await newPenalty(montant);
  const ids: string[] = [];
  for (const [amount, means] of payments) ids.push(paymentOf((await pay(penalty, amount, {}, means)).body));
  return { penalty, ids, first: ids[0] as string };
}

test('a payment tells by what means it was made, in cash when nothing is said', async () => {
  const { penalty } = await paidIn(6, [1], [1, 'especes'], [1, 'cheque'], [1, 'carte'], [1, 'virement'], [1, 'autre']);
  const { headers, body } = await call('GET', penaltyPath(penalty));
  const means = ['especes', 'especes', 'cheque', 'carte', 'virement', 'autre'];
  expect(body.mouvements).toEqual(means.map((moyen) => paid({ montant: 1, moyen })));
  const ids = body.mouvements.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(6);
  // What a call answers and what is read later are the same version.
  const struckNow = await strike(penalty, ids[2]);
  expect(struckNow.headers.etag).toBe((await call('GET', penaltyPath(penalty))).headers.etag);
  expect(struckNow.headers.etag).not.toBe(headers.etag);
});

test('of a payment that was typed twice the second is struck, and the debt is as after the first', async () => {
  const { penalty, ids } = await paidIn(5, [2], [2]);
  expect(await totalOf(penalty.utilisateur_id)).toBe(1);
  const { status, body } = await strike(penalty, ids[1] as string);
  const mouvements = [paid({ montant: 2, id: ids[0] }), struck({ montant: 2, id: ids[1] })];
  expect([status, body]).toEqual([200, { ...penalty, reste_a_payer: 3, mouvements }]);
  expect((await call('GET', penaltyPath(penalty))).body).toEqual(body);
  expect(await totalOf(penalty.utilisateur_id)).toBe(3);
});

test('a penalty that was paid is owed again when its payment is struck, and may be paid again', async () => {
  const { penalty, first } = await paidIn(3, [3, 'carte']);
  expect(await verification(penalty.utilisateur_id)).toMatchObject({ peut_emprunter: true, total_impaye: 0 });
  expect((await strike(penalty, first)).body).toMatchObject({ statut: 'impayee', reste_a_payer: 3 });
  const owing = { peut_emprunter: false, motifs: ['penalites_impayees'], total_impaye: 3 };
  expect(await verification(penalty.utilisateur_id)).toMatchObject(owing);
  expectProblem(await deleteUser(penalty.utilisateur_id), 409, 'suppression_refusee', {
    motifs: ['penalites_impayees'],
  });
  const { body } = await pay(penalty, 3);
  const mouvements = [struck({ montant: 3, moyen: 'carte' }), paid({ montant: 3 })];
  expect(body).toEqual({ ...penalty, statut: 'payee', reste_a_payer: 0, mouvements });
});

test('nothing is struck but a payment, and that under its own penalty only', async () => {
  const [{ penalty, first }, other] = [await paidIn(3, [1]), await paidIn(3, [1])];
  const { mouvements } = (await refund(penalty)).body;
  for (const id of [randomUUID(), other.first, mouvements[1].id, mouvements[2].id])
    expectProblem(await strike(penalty, id), 404, 'mouvement_introuvable');
  for (const absent of [
    { ...penalty, id: randomUUID() },
    { ...penalty, utilisateur_id: (await newUser()).id },
  ])
    expectProblem(await strike(absent, first), 404, 'penalite_introuvable');
});

test('what was paid in part is given back by the means by which it came, and the rest is waived', async () => {
  const { penalty, first } = await paidIn(10, [1], [2, 'carte'], [0.5], [3, 'carte'], [0.29, 'cheque']);
  await strike(penalty, first);
  const { status, body } = await refund(penalty);
  expect([status, body]).toEqual([
    200,
    {
      ...penalty,
      statut: 'annulee',
      reste_a_payer: 0,
      mouvements: [
        ...[struck({ montant: 1 }), paid({ montant: 2, moyen: 'carte' }), paid({ montant: 0.5 })],
        ...[paid({ montant: 3, moyen: 'carte' }), paid({ montant: 0.29, moyen: 'cheque' })],
        ...[givenBack({ montant: 5, moyen: 'carte' }), givenBack({ montant: 0.5 })],
        ...[givenBack({ montant: 0.29, moyen: 'cheque' }), waived({ montant: 4.21 })],
      ],
    },
  ]);
  expect((await call('GET', penaltyPath(penalty))).body).toEqual(body);
  expect(await totalOf(penalty.utilisateur_id)).toBe(0);
});

test('what was paid whole is given back, and nothing is left to waive', async () => {
  const { penalty } = await paidIn(3, [3, 'virement']);
  expectProblem(await waive(penalty), 409, 'annulation_refusee', { motifs: ['penalite_close'] });
  const { body } = await refund(penalty);
  const mouvements = [paid({ montant: 3, moyen: 'virement' }), givenBack({ montant: 3, moyen: 'virement' })];
  expect(body).toEqual({ ...penalty, statut: 'annulee', reste_a_payer: 0, mouvements });
  for (const again of [await refund(penalty), await waive(penalty)])
    expectProblem(again, 409, 'annulation_refusee', { motifs: ['penalite_close'] });
  expectProblem(await pay(penalty, 1), 409, 'paiement_refuse', { motifs: ['penalite_close'] });
});

test('a waiver that gives back where nothing was paid is a waiver', async () => {
  const penalty = await newPenalty(3);
  expect((await refund(penalty)).body.mouvements).toEqual([waived({ montant: 3 })]);
});
