import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { call, member, newUser } from '../../support/api.ts';
import { availability, deleteBook, newBook, patchBook } from '../../support/books.ts';
import { copyOf, lose } from '../../support/copies.ts';
import * as loans from '../../support/loans.ts';
import { dueAfter } from '../../support/naive-calendar.ts';
import { expectProblem } from '../../support/problems.ts';
import { deleteUser, verification } from '../../support/users.ts';
import { expectNoRenewal, idsOf } from './refusals.ts';

test('a loan is made for 21 days, to that person and of that book', async () => {
  const [user, book] = [await newUser(), await newBook()];
  const copy = await copyOf(book.id);
  const before = loans.parisDay();
  const { status, headers, body } = await loans.lend(user.id.toUpperCase(), book.id.toUpperCase());
  expect(status).toBe(201);
  expect([before, loans.parisDay()]).toContain(body.date_emprunt);
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    utilisateur_id: user.id,
    livre_id: book.id,
    exemplaire_id: copy.id,
    code_barres: copy.code_barres,
    titre: book.titre,
    date_emprunt: body.date_emprunt,
    date_echeance: dueAfter(body.date_emprunt, 21),
    date_retour: null,
    statut: 'en_cours',
    regle: '*/*',
    prolongations: 0,
    en_retard: false,
    jours_retard: 0,
    penalite: null,
    notifications: [],
  });
  expect(headers.location).toBe(`/emprunts/${body.id}`);
  for (const id of [body.id, body.id.toUpperCase()]) expect((await loans.getLoan(id)).body).toEqual(body);
  expect(await loans.loansOf(user.id)).toEqual([body]);
});

test('a loan takes a slot of the person and a copy of the book, which is due back on the soonest due date', async () => {
  const book = await newBook({ exemplaires: 4 });
  const users = [await newUser(), await newUser(), await newUser()];
  const [first, second, third] = await Promise.all(users.map(async ({ id }) => (await loans.lend(id, book.id)).body));
  for (const { id } of users)
    expect(await verification(id)).toMatchObject({ peut_emprunter: true, emprunts_en_cours: 1 });
  const copies = { livre_id: book.id, exemplaires: 4, disponibles: 1, disponible: true, reservations: 0 };
  for (const [renewed, prochain_retour] of [
    [first, second.date_echeance],
    [third, second.date_echeance],
    [second, dueAfter(second.date_echeance, 21)],
  ]) {
    await loans.renew(renewed.id);
    expect(await availability(book.id)).toEqual({ ...copies, prochain_retour });
  }
});

test('a loan keeps the title under which it was made', async () => {
  const loan = await loans.newLoan();
  await patchBook(loan.livre_id, { titre: 'Un autre titre' });
  expect((await loans.getLoan(loan.id)).body.titre).toBe(loan.titre);
});

test('nothing is lent to or of what does not exist, whatever else stands against it', async () => {
  const [user, book] = [await newUser(), await newBook()];
  for (const bookId of [book.id, randomUUID()])
    expectProblem(await loans.lend(randomUUID(), bookId), 404, 'utilisateur_introuvable');
  await loans.owe(user.id);
  expectProblem(await loans.lend(user.id, randomUUID()), 404, 'livre_introuvable');
  expect((await verification(user.id)).emprunts_en_cours).toBe(0);
  expect((await availability(book.id)).disponibles).toBe(1);
});

test('a person’s loans are those that are out, soonest due first, or those that are back', async () => {
  const [{ id }, other] = [await newUser(), await loans.newLoan()];
  const [first, second, third] = [await loans.newLoan(id), await loans.newLoan(id), await loans.newLoan(id)];
  for (const renewed of [first, first, second]) await loans.renew(renewed.id);
  const out = await loans.loansOf(id);
  expect(idsOf(out)).toEqual(idsOf([third, second, first]));
  expect((await call('GET', `/utilisateurs/${id}/emprunts`)).body.elements).toEqual(out);
  const { body: back } = await loans.giveBack(second.id);
  expect([idsOf(await loans.loansOf(id)), await loans.loansOf(id, 'rendu')]).toEqual([idsOf([third, first]), [back]]);
  expect(await loans.loansOf(other.utilisateur_id)).toEqual([other]);
  expect(await loans.loansOf(randomUUID())).toEqual([]);
});

test('the loans that came back or were lost on one day are listed with the latest first', async () => {
  const { id } = await newUser();
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push((await loans.newLoan(id)).id);
  const ended = [2, 0, 4, 3, 1].map((n) => ids[n] as string);
  for (const [n, loanId] of ended.entries()) await (n % 2 === 0 ? loans.giveBack(loanId) : lose(loanId));
  expect(idsOf(await loans.loansOf(id, 'rendu'))).toEqual(ended.toReversed());
});

test('a renewal gives 21 days from the present due date, twice, and takes no other slot and no other copy', async () => {
  const loan = await loans.newLoan();
  let date_echeance = loan.date_echeance;
  for (const prolongations of [1, 2]) {
    const { status, body } = await loans.renew(loan.id);
    date_echeance = dueAfter(date_echeance, 21);
    expect([status, body]).toEqual([200, { ...loan, prolongations, date_echeance }]);
    expect((await loans.getLoan(loan.id)).body).toEqual(body);
    expect(await availability(loan.livre_id)).toMatchObject({ disponibles: 0, prochain_retour: date_echeance });
    expect(await loans.loansOf(loan.utilisateur_id)).toEqual([body]);
    expect(await verification(loan.utilisateur_id)).toMatchObject({ emprunts_en_cours: 1 });
  }
  await expectNoRenewal(loan, ['limite_prolongations_atteinte']);
});

test('a person who has as many loans as one may have renews them all the same', async () => {
  const { id } = await newUser();
  const [loan] = [await loans.newLoan(id)];
  for (let n = 0; n < 4; n += 1) await loans.newLoan(id);
  expect((await loans.renew(loan.id)).status).toBe(200);
});

test('a renewal of a book that is back is refused for that alone, to a member as to a librarian', async () => {
  const loan = await loans.newLoan();
  await loans.renew(loan.id);
  await loans.renew(loan.id);
  await loans.giveBack(loan.id);
  await loans.owe(loan.utilisateur_id);
  for (const options of [{}, { token: await member(loan.utilisateur_id) }])
    await expectNoRenewal(loan, ['emprunt_rendu'], options);
});

test('a return closes the loan, gives slot and copy back and costs nothing in time', async () => {
  const loan = await loans.newLoan();
  const before = loans.parisDay();
  const { status, body } = await loans.giveBack(loan.id);
  expect(status).toBe(200);
  expect([before, loans.parisDay()]).toContain(body.date_retour);
  expect(body).toEqual({ ...loan, statut: 'rendu', date_retour: body.date_retour });
  expect((await loans.getLoan(loan.id)).body).toEqual(body);
  expect(await verification(loan.utilisateur_id)).toMatchObject({ peut_emprunter: true, emprunts_en_cours: 0 });
  expect(await availability(loan.livre_id)).toMatchObject({ disponibles: 1, prochain_retour: null });
  expect(await loans.penaltiesOf(loan.utilisateur_id)).toEqual([]);
});

test('a book that is back is lent again, and person and book may be deleted; the loan stays known', async () => {
  const loan = await loans.newLoan();
  await loans.giveBack(loan.id);
  const again = await loans.lend(loan.utilisateur_id, loan.livre_id);
  expect(again.status).toBe(201);
  await loans.giveBack(again.body.id);
  expect((await deleteUser(loan.utilisateur_id)).status).toBe(204);
  expect((await deleteBook(loan.livre_id)).status).toBe(204);
  expect((await loans.getLoan(loan.id)).body).toMatchObject({ statut: 'rendu', titre: loan.titre });
});
