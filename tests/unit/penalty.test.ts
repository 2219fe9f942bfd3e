import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { pay, strike, unpaid, waive } from '../../lib/users/money.ts';
import type { Penalty } from '../../lib/users/schema.ts';

/** The decisions about a penalty's money that would take very many calls of the API to bring about. */

const OCCASION = { now: '2027-01-12T09:00:00.000Z', newId: randomUUID };

const penalty = unpaid({
  id: randomUUID(),
  utilisateur_id: randomUUID(),
  montant: 3,
  description: 'Livre abîmé',
  date_penalite: '2027-01-11T09:00:00.000Z',
});

const refuse = ({ motifs = [] }: { motifs?: readonly string[] }): never => {
  throw new Error(motifs.join());
};

const paying = (montant: number) => (to: Penalty) => pay(to, { montant, moyen: 'especes' }, OCCASION, refuse);
const striking = (to: Penalty) => strike(to, to.mouvements[0]?.id ?? '', 'Saisi deux fois', OCCASION, refuse);

test('a hundred payments of one penalty are taken, struck ones included, and no more', () => {
  let paid: Penalty = penalty;
  for (let n = 0; n < 100; n += 1) paid = paying(0.01)(paid);
  const full = striking(paid);
  expect(full.reste_a_payer).toBe(2.01);
  expect(() => paying(0.01)(full)).toThrow(/^trop_de_mouvements$/);
  expect(() => paying(5)(full)).toThrow(/^montant_superieur_au_reste,trop_de_mouvements$/);
  expect(waive(full, { motif: 'Geste', rembourser: true }, OCCASION, refuse).mouvements).toHaveLength(102);
});

test('a payment that is struck, of a penalty that is waived, is refused for both', () => {
  const struck = striking(paying(1)(penalty));
  expect(() => striking(waive(struck, { motif: 'Geste', rembourser: false }, OCCASION, refuse))).toThrow(
    /^paiement_annule,penalite_annulee$/,
  );
});
