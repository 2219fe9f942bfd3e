import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { call, newUser, overHttp } from '../../support/api.ts';
import { availability, newBook, patchBook } from '../../support/books.ts';
import { dayAfter, forward, restartClock, stopClock } from '../../support/clock.ts';
import { getLoan, giveBack, lend, loansOf, newLoan, owe, parisDay, renew, verification } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';

afterAll(restartClock);

test('a loan is made for 21 days, to that person and of that book', async () => {
  const [user, book] = [await newUser(), await newBook()];
  const before = parisDay();
  const { status, headers, body } = await lend(user.id.toUpperCase(), book.id.toUpperCase());
  expect(status).toBe(201);
  expect([before, parisDay()]).toContain(body.date_emprunt);
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    utilisateur_id: user.id,
    livre_id: book.id,
    titre: book.titre,
    date_emprunt: body.date_emprunt,
    date_echeance: dayAfter(body.date_emprunt, 21),
    date_retour: null,
    statut: 'en_cours',
    prolongations: 0,
    en_retard: false,
    jours_retard: 0,
    penalite: null,
    notifications: [],
  });
  expect(headers.location).toBe(`/emprunts/${body.id}`);
  for (const id of [body.id, body.id.toUpperCase()]) expect((await getLoan(id)).body).toEqual(body);
  expect(await loansOf(user.id)).toEqual([body]);
});

test('a loan takes a slot of the person and a copy of the book, which is due back on the soonest due date', async () => {
  const book = await newBook({ exemplaires: 4 });
  const users = [await newUser(), await newUser(), await newUser()];
  const [first, second, third] = await Promise.all(users.map(async ({ id }) => (await lend(id, book.id)).body));
  for (const { id } of users)
    expect(await verification(id)).toMatchObject({ peut_emprunter: true, emprunts_en_cours: 1 });
  const copies = { livre_id: book.id, exemplaires: 4, disponibles: 1, disponible: true };
  for (const [renewed, prochain_retour] of [
    [first, second.date_echeance],
    [third, second.date_echeance],
    [second, dayAfter(second.date_echeance, 21)],
  ]) {
    await renew(renewed.id);
    expect(await availability(book.id)).toEqual({ ...copies, prochain_retour });
  }
});

test('a loan keeps its person and its book from being deleted, and its copy from being taken off', async () => {
  const book = await newBook({ exemplaires: 3 });
  const { utilisateur_id } = (await lend((await newUser()).id, book.id)).body;
  await lend((await newUser()).id, book.id);
  const user = await call('DELETE', `/utilisateurs/${utilisateur_id}`);
  expectProblem(user, 409, 'suppression_refusee', { motifs: ['emprunts_en_cours'] });
  await owe(utilisateur_id);
  const owing = await call('DELETE', `/utilisateurs/${utilisateur_id}`);
  expectProblem(owing, 409, 'suppression_refusee', { motifs: ['penalites_impayees', 'emprunts_en_cours'] });
  const deleted = await call('DELETE', `/livres/${book.id}`);
  expectProblem(deleted, 409, 'suppression_refusee', { motifs: ['exemplaires_empruntes'] });
  for (const exemplaires of [0, 1])
    expectProblem(await patchBook(book.id, { exemplaires }), 409, 'exemplaires_insuffisants');
  expect((await patchBook(book.id, { exemplaires: 2 })).status).toBe(200);
});

test('a loan keeps the title under which it was made', async () => {
  const loan = await newLoan();
  await patchBook(loan.livre_id, { titre: 'Un autre titre' });
  expect((await getLoan(loan.id)).body.titre).toBe(loan.titre);
});

describe('nothing is lent', () => {
  /** Nobody borrowed and no copy is out after the refusal; the person has as many loans as before. */
  async function expectRefused(userId: string, bookId: string, motifs: string[]): Promise<void> {
    const before = [await loansOf(userId), await verification(userId), await availability(bookId)];
    const answer = await lend(userId, bookId);
    expectProblem(answer, 409, 'emprunt_refuse');
    expect(answer.body.motifs.toSorted()).toEqual(motifs);
    expect(answer.body.detail).not.toContain('_');
    expect([await loansOf(userId), await verification(userId), await availability(bookId)]).toEqual(before);
  }

  test('to or of what does not exist, whatever else stands against it', async () => {
    const [user, book] = [await newUser(), await newBook()];
    expectProblem(await lend(randomUUID(), book.id), 404, 'utilisateur_introuvable');
    expectProblem(await lend(randomUUID(), randomUUID()), 404, 'utilisateur_introuvable');
    expectProblem(await lend(user.id, randomUUID()), 404, 'livre_introuvable');
    await owe(user.id);
    expectProblem(await lend(user.id, randomUUID()), 404, 'livre_introuvable');
    expect((await verification(user.id)).emprunts_en_cours).toBe(0);
    expect((await availability(book.id)).disponibles).toBe(1);
  });

  test('without a copy, until one is back', async () => {
    const [user, lentOut] = [await newUser(), await newLoan()];
    for (const bookId of [lentOut.livre_id, (await newBook({ exemplaires: 0 })).id])
      await expectRefused(user.id, bookId, ['aucun_exemplaire_disponible']);
    await giveBack(lentOut.id);
    expect((await lend(user.id, lentOut.livre_id)).status).toBe(201);
  });

  (overHttp ? test.skip : test)('to a person who is late, from the day after the due date', async () => {
    stopClock();
    const [user, book, other] = [await newUser(), await newBook(), await newBook()];
    await newLoan(user.id);
    forward({ days: 21 });
    expect((await lend(user.id, other.id)).status).toBe(201);
    forward({ days: 1 });
    const late = { peut_emprunter: false, motifs: ['emprunts_en_retard'], emprunts_en_cours: 2, emprunts_en_retard: 1 };
    expect(await verification(user.id)).toMatchObject(late);
    await expectRefused(user.id, book.id, ['emprunts_en_retard']);
  });

  (overHttp ? test.skip : test)('for every reason there is, and all of them are told', async () => {
    stopClock();
    const [user, book] = [await newUser(), await newBook({ exemplaires: 0 })];
    for (let n = 0; n < 5; n += 1) await newLoan(user.id);
    await owe(user.id);
    forward({ days: 22 });
    const personal = ['penalites_impayees', 'limite_emprunts_atteinte', 'emprunts_en_retard'];
    expect((await verification(user.id)).motifs).toEqual(personal);
    await expectRefused(user.id, book.id, ['aucun_exemplaire_disponible', ...personal].toSorted());
  });
});
