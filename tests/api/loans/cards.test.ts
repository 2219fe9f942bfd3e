import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { newBook } from '../../support/books.ts';
import { copyOf } from '../../support/copies.ts';
import { loansOf } from '../../support/loans.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { patchUser } from '../../support/users.ts';

/** A book is lent to whoever shows a card. */

const newCard = () => `C-${randomUUID().slice(0, 13)}`.toUpperCase();
const withCard = async (numero_carte: string) => newUser({ adhesion: { numero_carte } });
const lendTo = async (who: object) => call('POST', '/emprunts', { body: { ...who, livre_id: (await newBook()).id } });

test('a loan goes to the account of the card, in whatever case it is typed', async () => {
  const numero_carte = newCard();
  const { id } = await withCard(numero_carte);
  for (const card of [numero_carte, ` ${numero_carte.toLowerCase()} `]) {
    const { status, body } = await lendTo({ numero_carte: card });
    expect([status, body.utilisateur_id]).toEqual([201, id]);
  }
  expect(await loansOf(id)).toHaveLength(2);
});

test('a card that nobody has, or has any more, is nobody', async () => {
  const numero_carte = newCard();
  const { id } = await withCard(numero_carte);
  await patchUser(id, { adhesion: { numero_carte: newCard() } });
  for (const card of [numero_carte, newCard()])
    expectProblem(await lendTo({ numero_carte: card }), 404, 'utilisateur_introuvable');
});

test('the person is named once, by the account or by the card, and the book by its id or its barcode', async () => {
  const { id, adhesion } = await newUser();
  expectFaults(await lendTo({}), 'utilisateur_id');
  const { numero_carte } = adhesion;
  expectFaults(await lendTo({ utilisateur_id: id, numero_carte }), 'numero_carte');
  for (const wrong of ['', 'A12', 'x'.repeat(21), 12, null, 'a_b_c'])
    expectFaults(await lendTo({ numero_carte: wrong }), 'numero_carte');
  const { code_barres } = await copyOf((await newBook()).id);
  expectFaults(await lendTo({ numero_carte, code_barres }), 'code_barres');
  expect((await call('POST', '/emprunts', { body: { numero_carte, code_barres } })).status).toBe(201);
});
