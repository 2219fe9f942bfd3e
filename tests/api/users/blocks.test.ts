import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { call, member, newUser } from '../../support/api.ts';
import { newBook } from '../../support/books.ts';
import { dayAfter } from '../../support/clock.ts';
import { giveBack, lend, newLoan, owe, parisDay, renew, settleDebt } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { block, getUser, ifMatch, patchUser, userPath, verification } from '../../support/users.ts';

/** Accounts that are blocked or whose membership has ended. */

const unblock = (id: string, options: object = {}) => call('DELETE', `${userPath(id)}/blocage`, options);
const expire = (id: string, date_fin: string) => patchUser(id, { adhesion: { date_fin } });

test('a block is shown with its reason and its days, is replaced, and ends when it is taken away', async () => {
  const user = await newUser();
  const today = parisDay();
  const first = await block(user.id);
  const blocage = { motif: 'Carte prêtée', depuis: today, jusqu_au: null };
  expect([first.status, first.body]).toEqual([200, { ...user, adhesion: { ...user.adhesion, blocage } }]);
  expect((await getUser(user.id)).body).toEqual(first.body);

  const next = await block(user.id, { motif: 'Autre', jusqu_au: dayAfter(today, 30) });
  expect(next.body.adhesion.blocage).toEqual({ motif: 'Autre', depuis: today, jusqu_au: dayAfter(today, 30) });
  expect((await unblock(user.id)).status).toBe(204);
  expect((await getUser(user.id)).body).toEqual(user);
  expect((await unblock(user.id)).status).toBe(204);
});

test('a block is put and taken away on the version that was seen, and on an account that is there', async () => {
  const { id } = await newUser();
  for (const answer of [await block(id, {}, ifMatch('"autre"')), await unblock(id, ifMatch('"autre"'))])
    expectProblem(answer, 412, 'version_perimee');
  const { headers } = await getUser(id);
  const blocked = await block(id, {}, ifMatch(headers.etag as string));
  expect([blocked.status, blocked.headers.etag]).toEqual([200, (await getUser(id)).headers.etag]);
  expect((await unblock(id, ifMatch(blocked.headers.etag as string))).status).toBe(204);
  for (const answer of [await block(randomUUID()), await unblock(randomUUID())])
    expectProblem(answer, 404, 'utilisateur_introuvable');
});

test('a change of the membership leaves its block', async () => {
  const { id } = await newUser();
  const { adhesion } = (await block(id)).body;
  expect((await patchUser(id, { nom: 'Autre', adhesion: { categorie: 'jeune' } })).body.adhesion.blocage).toEqual(
    adhesion.blocage,
  );
});

/** What stands in a person's way, and how it comes and goes. */
const OBSTACLES = [
  {
    motif: 'compte_bloque',
    arise: (id: string) => block(id),
    cease: (id: string) => unblock(id),
  },
  {
    motif: 'adhesion_expiree',
    arise: (id: string) => expire(id, '2020-01-01'),
    cease: (id: string) => expire(id, '2999-12-31'),
  },
];

describe.each(OBSTACLES)('$motif', ({ motif, arise, cease }) => {
  test('refuses to lend and to renew, to the desk and to the member, and says so before', async () => {
    const { id, utilisateur_id } = await newLoan();
    await arise(utilisateur_id);
    expect(await verification(utilisateur_id)).toMatchObject({ peut_emprunter: false, motifs: [motif] });
    const { id: bookId } = await newBook();
    expectProblem(await lend(utilisateur_id, bookId), 409, 'emprunt_refuse', { motifs: [motif] });
    for (const options of [{}, { token: await member(utilisateur_id) }])
      expectProblem(await renew(id, options), 409, 'prolongation_refusee', { motifs: [motif] });

    await cease(utilisateur_id);
    expect(await verification(utilisateur_id)).toMatchObject({ peut_emprunter: true, motifs: [] });
    expect([(await lend(utilisateur_id, bookId)).status, (await renew(id)).status]).toEqual([201, 200]);
  });

  test('refuses neither a return nor a payment', async () => {
    const loan = await newLoan();
    const debt = await owe(loan.utilisateur_id as string, 2);
    await arise(loan.utilisateur_id as string);
    expect((await settleDebt(debt.utilisateur_id, debt.id, 2)).status).toBe(200);
    expect((await giveBack(loan.id)).status).toBe(200);
  });
});

test.each([
  ['adulte', 5, 3],
  ['jeune', 8, 3],
  ['collectivite', 30, 10],
])('a member of the category %s may have %i loans and %i holds', async (categorie, loans, holds) => {
  const { id } = await newUser({ adhesion: { categorie } });
  expect(await verification(id)).toMatchObject({ categorie, limite_emprunts: loans, limite_reservations: holds });
});

test('a young member borrows eight books and not nine', async () => {
  const { id } = await newUser({ adhesion: { categorie: 'jeune' } });
  for (let n = 0; n < 8; n += 1) await newLoan(id);
  const motifs = { motifs: ['limite_emprunts_atteinte'] };
  expectProblem(await lend(id, (await newBook()).id), 409, 'emprunt_refuse', motifs);
});
