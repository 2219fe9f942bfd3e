import { expect, test } from '@jest/globals';
import { made } from '../../support/api.ts';
import { newBook, patchBook } from '../../support/books.ts';
import { getLoan, giveBack, lend, newLoan, newUser, renew } from '../../support/loans.ts';
import { dueAfter } from '../../support/naive-calendar.ts';
import { expectNoLoan, expectNoRenewal } from './refusals.ts';

/** What is lent under the rule for its type. */

const newDvd = () => newBook({ type: 'dvd' });

test('a DVD is lent for 7 days and renewed once for 7, under its own rule', async () => {
  const loan = made(await lend((await newUser()).id, (await newDvd()).id));
  expect(loan).toMatchObject({ regle: '*/dvd', date_echeance: dueAfter(loan.date_emprunt, 7) });
  const date_echeance = dueAfter(loan.date_echeance, 7);
  const { status, body } = await renew(loan.id);
  expect([status, body]).toEqual([200, { ...loan, prolongations: 1, date_echeance }]);
  await expectNoRenewal(loan, ['limite_prolongations_atteinte']);
  expect((await giveBack(loan.id)).body).toMatchObject({ regle: '*/dvd', statut: 'rendu' });
});

test('a third DVD is refused to one person, and a book is not, until a DVD is back', async () => {
  const { id } = await newUser();
  const [first] = [made(await lend(id, (await newDvd()).id)), made(await lend(id, (await newDvd()).id))];
  const third = await newDvd();
  await expectNoLoan(id, third.id, ['limite_type_atteinte']);
  expect(await newLoan(id)).toMatchObject({ regle: '*/*' });
  await giveBack(first.id);
  expect((await lend(id, third.id)).status).toBe(201);
});

test('a second copy of one title is refused to the same person until the first is back', async () => {
  const [{ id }, book] = [await newUser(), await newBook({ exemplaires: 2 })];
  const loan = made(await lend(id, book.id));
  await expectNoLoan(id, book.id, ['livre_deja_emprunte']);
  expect((await lend((await newUser()).id, book.id)).status).toBe(201);
  await expectNoLoan(id, book.id, ['aucun_exemplaire_disponible', 'livre_deja_emprunte']);
  await giveBack(loan.id);
  expect((await lend(id, book.id)).status).toBe(201);
});

test('a loan keeps the rule under which it was made when the type of its book changes', async () => {
  const loan = await newLoan();
  await patchBook(loan.livre_id, { type: 'dvd' });
  expect((await getLoan(loan.id)).body.regle).toBe('*/*');
  const { body } = await renew(loan.id);
  expect(body).toMatchObject({ regle: '*/*', date_echeance: dueAfter(loan.date_echeance, 21) });
});
