import { expect, it } from '@jest/globals';
import { call, type Options, someone } from '../../support/api.ts';
import { everyTest } from '../../support/every-test.ts';
import { meanwhile } from '../../support/faults.ts';
import { newHold } from '../../support/holds.ts';
import { keyed, newLoan, newUser, owe } from '../../support/loans.ts';
import * as users from '../../support/users.ts';
import { atVersion, blocks, card, changes, deletes, email, type Id, isWrite, meetings } from '../meetings.ts';

/** What meets a call about an account or a penalty. */

everyTest({ leaves: 'settled', meetsItsFaults: true });

type Penalty = Id & { utilisateur_id: string };

const pays = (montant: number, options?: Options) => (penalty: Penalty) => users.pay(penalty, montant, options);
const waives = (penalty: Penalty) => users.waive(penalty);
const refunds = (penalty: Penalty) => users.refund(penalty);
/** Strikes the first payment. */
const strikes = async (penalty: Penalty) => {
  const { mouvements } = (await call('GET', users.penaltyPath(penalty))).body;
  return users.strike(penalty, mouvements[0].id);
};
const [sameKey, reusedKey] = [keyed(), keyed()];

meetings<Penalty>('a penalty', () => users.newPenalty(3), {
  'another payment counts as well: 200': [pays(0.5), pays(1), { reste_a_payer: 1.5 }],
  'the same payment refuses the second: 409 penalite_close': [pays(3), pays(3)],
  'the same payment under the same key is made once: 200': [pays(1, sameKey), pays(1, sameKey), { reste_a_payer: 2 }],
  'the same key for more is refused: 422 cle_idempotence_reutilisee': [pays(2, reusedKey), pays(1, reusedKey)],
  'a waiver refuses the payment: 409 penalite_close': [pays(1), waives],
  'a payment leaves less to waive: 200': [waives, pays(1), { statut: 'annulee', reste_a_payer: 0 }],
  'the deletion of the account leaves nothing to pay: 404 penalite_introuvable': [
    pays(1),
    (penalty) => waives(penalty).then(() => users.deleteUser(penalty.utilisateur_id)),
  ],
});

/** A penalty of three euros, of which one is paid. */
const partlyPaid = async () => (await pays(1)(await users.newPenalty(3))).body;
meetings<Penalty>('a penalty of which a part is paid', partlyPaid, {
  'the strike of its payment refuses the second: 409 paiement_annule': [strikes, strikes],
  'a strike gives more to waive, and nothing back: 200': [
    refunds,
    strikes,
    { mouvements: [{ annule: true }, { type: 'annulation', montant: 3 }] },
  ],
  'a waiver refuses the strike: 409 penalite_annulee': [strikes, refunds],
  'another payment is given back as well: 200': [refunds, pays(2), { mouvements: [{}, {}, { montant: 3 }] }],
  'a strike leaves room for a payment of more: 200': [pays(2), strikes, { reste_a_payer: 1 }],
});

const BLOCKED = { blocage: { motif: 'Carte prêtée' } };
const becomesParent = ({ id }: Id) => newUser({ adhesion: { responsable_id: id } });

meetings<Id>('an account', () => newUser(), {
  'another change is kept beside it: 200': [changes({ nom: 'A' }), changes({ prenom: 'B' }), { nom: 'A', prenom: 'B' }],
  'another change makes the version stale: 412 version_perimee': [
    atVersion(users.getUser, (id, options) => users.patchUser(id, { nom: 'A' }, options)),
    changes({ prenom: 'B' }),
  ],
  'an e-mail taken meanwhile is refused: 409 email_deja_utilise': [changes({ email }), () => newUser({ email })],
  'another change of e-mail is overwritten: 200': [changes({ email }), changes({ email: someone().email }), { email }],
  'the same change of e-mail is no other account’s: 200': [changes({ email }), changes({ email }), { email }],
  'the same change of card is no other account’s: 200': [changes(card), changes(card), card],
  'the same change of e-mail makes the version stale: 412 version_perimee': [
    atVersion(users.getUser, (id, options) => users.patchUser(id, { email }, options)),
    changes({ email }),
  ],
  'a card taken meanwhile is refused: 409 numero_carte_deja_utilise': [changes(card), () => newUser(card)],
  'a block is kept beside another name: 200': [changes({ nom: 'A' }), blocks, { nom: 'A', adhesion: BLOCKED }],
  'a block is put on what stands then: 200': [blocks, changes(card), { adhesion: { ...card.adhesion, ...BLOCKED } }],
  'somebody for whom it answers keeps it from being deleted: 409 responsable_de_comptes': [deletes, becomesParent],
  'a deleted account is not changed: 404 utilisateur_introuvable': [changes({ nom: 'A' }), deletes],
  'a loan keeps it from being deleted: 409 emprunts_en_cours': [deletes, ({ id }) => newLoan(id)],
  'a hold keeps it from being deleted: 409 reservations_en_cours': [
    deletes,
    async ({ id }) => newHold((await newLoan()).livre_id, id),
  ],
  'another penalty counts as well: 201': [({ id }) => users.addPenalty(id), ({ id }) => owe(id, 3)],
  'a penalty keeps it from being deleted: 409 penalites_impayees': [deletes, ({ id }) => owe(id)],
  'a penalty that is paid is deleted with it: 204': [deletes, ({ id }) => owe(id, 3).then(pays(3))],
  'another deletion leaves none to delete: 404 utilisateur_introuvable': [deletes, deletes],
  'a new e-mail is deleted with it: 204': [deletes, changes({ email })],
  'a change keeps the version before from being deleted: 412 version_perimee': [
    atVersion(users.getUser, users.deleteUser),
    changes({ nom: 'A' }),
  ],
});

/** An e-mail and a card of nobody. */
const free = async () => ({ email: someone().email, ...card });
type Unique = Awaited<ReturnType<typeof free>>;
const enrols = (claim: (one: Unique) => object) => (one: Unique) =>
  call('POST', '/utilisateurs', { body: someone(claim(one)) });
const [withEmail, withCard] = [enrols(({ email }) => ({ email })), enrols(({ adhesion }) => ({ adhesion }))];

meetings<Unique>('what is free', free, {
  'an e-mail goes to another new account: 409 email_deja_utilise': [withEmail, withEmail],
  'a card goes to another new account: 409 numero_carte_deja_utilise': [withCard, withCard],
});

it('an account that comes to answer for another at that moment gets nobody to answer for itself', async () => {
  const [child, parent] = [await newUser(), await newUser()];
  meanwhile(isWrite, () => becomesParent(child));
  const answer = await users.patchUser(child.id, { adhesion: { responsable_id: parent.id } });
  expect([answer.status, answer.body.motifs]).toEqual([409, ['compte_est_responsable']]);
});

it('a new account is refused when the person who answers for it is deleted meanwhile', async () => {
  const { id } = await newUser();
  meanwhile(isWrite, () => users.deleteUser(id));
  const answer = await call('POST', '/utilisateurs', { body: someone({ adhesion: { responsable_id: id } }) });
  expect([answer.status, answer.body.motifs]).toEqual([409, ['responsable_introuvable']]);
});

/** What becomes of the second of three people whom a search has found in the directory. */
const FATES: Record<string, [fate: (user: Id) => Promise<unknown>, isFound: boolean]> = {
  'is deleted is not found': [deletes, false],
  'has another nom is not found': [changes({ nom: 'Autre' }), false],
  'has another prenom is not found there': [changes({ prenom: 'Autre' }), false],
  'has another e-mail is found': [changes({ email }), true],
};

it.each(Object.entries(FATES))('a person that %s, and the others are', async (_, [fate, isFound]) => {
  const three = [1, 2, 3].map((n) => ({ nom: `Unique${n}`, prenom: 'Zoé' }));
  const ids: string[] = [];
  for (const names of three) ids.push((await newUser(names)).id);
  meanwhile('BatchGetItem', () => fate({ id: ids[1] as string }));
  const { elements } = (await call('GET', '/utilisateurs?q=uni')).body;
  expect(elements.map(({ id }: Id) => id)).toEqual(ids.filter((_, n) => n !== 1 || isFound));
});
