import { describe, expect, it } from '@jest/globals';
import { call, someone } from '../support/api.ts';
import * as books from '../support/books.ts';
import { forwardPast } from '../support/clock.ts';
import * as copies from '../support/copies.ts';
import { everyTest } from '../support/every-test.ts';
import { answerLostAfter, fail, meanwhile } from '../support/faults.ts';
import { newHold, reserve } from '../support/holds.ts';
import { newIsbn } from '../support/isbn.ts';
import {
  type Emprunt,
  getLoan,
  giveBack,
  keyed,
  lend,
  newBook,
  newLoan,
  newUser,
  owe,
  renew,
} from '../support/loans.ts';
import { readLoans } from '../support/read.ts';
import { settleAll } from '../support/reconciler.ts';
import * as users from '../support/users.ts';
import type { Outgoing } from '../support/wire.ts';
import { atVersion, blocks, card, changes, deletes, email, type Id, meetings } from './meetings.ts';

/** What meets a call about a book or a loan. */

everyTest({ leaves: 'settled', meetsItsFaults: true });

const pays = (montant: number) => (penalty: { id: string; utilisateur_id: string }) => users.pay(penalty, montant);

const edits = (body: object) => (book: Id) => books.patchBook(book.id, body);
const removes = (book: Id) => books.deleteBook(book.id);
const lends = async ({ id }: Id) => lend((await newUser()).id, id);
const isbn = newIsbn().ten;
const titre = 'Autrement';

meetings<Id>('a book', () => newBook({ exemplaires: 2 }), {
  'another change is kept beside it: 200': [edits({ titre }), edits({ annee: 1900 }), { titre, annee: 1900 }],
  'another change makes the version stale: 412 version_perimee': [
    atVersion(books.getBook, (id, options) => books.patchBook(id, { titre }, options)),
    edits({ annee: 1900 }),
  ],
  'a deleted book is not changed: 404 livre_introuvable': [edits({ titre }), removes],
  'a loan makes fewer copies impossible: 409 exemplaires_insuffisants': [edits({ exemplaires: 0 }), lends],
  'a loan is left alone by a change of title: 200': [edits({ titre }), lends],
  'more copies, all of them lent, do not refuse a change of title: 200': [
    edits({ titre }),
    async (book) => {
      await edits({ exemplaires: 3 })(book);
      for (let n = 0; n < 3; n += 1) await lends(book);
    },
    { titre, exemplaires: 3 },
  ],
  'an ISBN taken meanwhile is refused: 409 isbn_deja_utilise': [edits({ isbn, titre }), () => newBook({ isbn })],
  'a loan keeps it from being deleted: 409 exemplaires_empruntes': [removes, lends],
  'a returned loan lets it be deleted: 204': [removes, (book) => lends(book).then(({ body }) => giveBack(body.id))],
  'a change keeps the version before from being deleted: 412 version_perimee': [
    atVersion(books.getBook, books.deleteBook),
    edits({ annee: 1900 }),
  ],
  'new words and a new ISBN are deleted with it: 204': [removes, edits({ titre, isbn })],
  'another deletion leaves none to delete: 404 livre_introuvable': [removes, removes],
});

meetings('an ISBN', async () => newIsbn(), {
  'a new book has it: 409 isbn_deja_utilise': [
    ({ ten }) => books.postBook(books.someBook({ isbn: ten })),
    ({ thirteen }) => newBook({ isbn: thirteen }),
  ],
});

/** A copy, and somebody who may borrow it. */
type Copy = copies.Exemplaire & { reader: string };
const onShelf = async (): Promise<Copy> => ({
  ...(await copies.copyOf((await newBook()).id)),
  reader: (await newUser()).id,
});
const withdraws = (copy: Copy) => copies.patchCopy(copy, { etat: 'retire' });
const removesCopy = (copy: Copy) => copies.deleteCopy(copy);
const lendsCopy = ({ reader, code_barres }: Copy) => copies.lendCopy(reader, code_barres);
const lendsToOther = async (copy: Copy) => lendsCopy({ ...copy, reader: (await newUser()).id });

meetings<Copy>('a copy', onShelf, {
  'a loan keeps it in service: 409 exemplaire_emprunte': [withdraws, lendsCopy],
  'a loan keeps it from being deleted: 409 exemplaire_emprunte': [removesCopy, lendsCopy],
  'a loan of it refuses another: 409 exemplaire_emprunte': [lendsCopy, lendsToOther],
  'its withdrawal refuses the loan: 409 exemplaire_indisponible': [lendsCopy, withdraws],
  'its deletion refuses the loan: 404 exemplaire_introuvable': [lendsCopy, removesCopy],
});

meetings('a title', newBook, {
  'a copy of another has the barcode: 409 code_barres_deja_utilise': [
    ({ id }) => copies.addCopy(id, { code_barres: 'ENSUITE-1' }),
    () => newBook({ exemplaires: [{ code_barres: 'ENSUITE-1' }] }),
  ],
});

interface Parties {
  user: Id;
  book: Id;
}
const parties = async (): Promise<Parties> => ({ user: await newUser(), book: await newBook() });
const borrows = ({ user, book }: Parties) => lend(user.id, book.id);

meetings<Parties>('a person and a book', parties, {
  'a penalty refuses the loan: 409 penalites_impayees': [borrows, ({ user }) => owe(user.id)],
  'a block refuses the loan: 409 compte_bloque': [borrows, ({ user }) => blocks(user)],
  'an end of the membership refuses the loan: 409 adhesion_expiree': [
    borrows,
    ({ user }) => changes({ adhesion: { date_fin: '2020-01-01' } })(user),
  ],
  'a penalty that is paid does not refuse the loan: 201': [borrows, ({ user }) => owe(user.id, 3).then(pays(3))],
  'another loan of the person does not refuse the loan: 201': [borrows, ({ user }) => newLoan(user.id)],
  'the deletion of the account refuses the loan: 404 utilisateur_introuvable': [borrows, ({ user }) => deletes(user)],
  'another copy of the title refuses the loan: 409 livre_deja_emprunte': [
    borrows,
    (both) => edits({ exemplaires: 2 })(both.book).then(() => borrows(both)),
  ],
  'two DVDs refuse the loan of a third: 409 limite_type_atteinte': [
    borrows,
    async ({ user, book }) => {
      await edits({ type: 'dvd' })(book);
      for (let n = 0; n < 2; n += 1) await lend(user.id, (await newBook({ type: 'dvd' })).id);
    },
  ],
  'the last copy refuses the loan: 409 aucun_exemplaire_disponible': [borrows, ({ book }) => lends(book)],
  'a change of title does not refuse the loan: 201': [borrows, ({ book }) => edits({ titre })(book)],
  'the removal of all copies refuses the loan: 409 aucun_exemplaire_disponible': [
    borrows,
    ({ book }) => edits({ exemplaires: 0 })(book),
  ],
  'the deletion of the book refuses the loan: 404 livre_introuvable': [borrows, ({ book }) => removes(book)],
});

const renews = ({ id }: Emprunt) => renew(id);
const returns = ({ id }: Emprunt) => giveBack(id);
const loses = ({ id }: Emprunt) => copies.lose(id);
const scans = ({ code_barres }: Emprunt) => copies.scan(code_barres);

meetings<Emprunt>('a loan', () => newLoan(), {
  'a penalty refuses the renewal: 409 penalites_impayees': [renews, (loan) => owe(loan.utilisateur_id)],
  'a block refuses the renewal: 409 compte_bloque': [renews, (loan) => blocks({ id: loan.utilisateur_id })],
  'two others refuse a third renewal: 409 limite_prolongations_atteinte': [
    renews,
    (loan) => renews(loan).then(() => renews(loan)),
  ],
  'another renewal counts as well: 200': [renews, renews, { prolongations: 2 }],
  'a return wins over the renewal: 409 emprunt_rendu': [renews, returns],
  'a loss wins over the renewal: 409 emprunt_rendu': [renews, loses],
  'a renewal lets the return be made: 200': [returns, renews, { statut: 'rendu', prolongations: 1 }],
  'a renewal lets the loss be told: 200': [loses, renews, { statut: 'perdu', prolongations: 1 }],
  'a return wins over the loss: 409 emprunt_rendu': [loses, returns],
  'a loss wins over the return: 409 emprunt_rendu': [returns, loses],
  'a return leaves the scan a copy to look at: 200': [scans, scans, { emprunt: null, suite: 'remettre_en_rayon' }],
  'a loss leaves the scan a copy that is found: 200': [scans, loses, { emprunt: null, suite: 'signaler' }],
  'a scan wins over the loss: 409 emprunt_rendu': [loses, scans],
});

const lateLoan = async () => {
  const loan = await newLoan();
  forwardPast(loan.date_echeance);
  return loan;
};
meetings<Emprunt>('a late loan', lateLoan, {
  'another return costs for both: 409 emprunt_rendu': [returns, returns],
});

const waitedFor = async (): Promise<Parties> => ({ user: await newUser(), book: { id: (await newLoan()).livre_id } });
const reserves = ({ user, book }: Parties) => reserve(user.id, book.id);

meetings<Parties>('a person and a title that is out', waitedFor, {
  'the same hold refuses another: 409 reservation_existante': [reserves, reserves],
  'three others refuse the hold: 409 limite_reservations_atteinte': [
    reserves,
    async ({ user }) => {
      for (let n = 0; n < 3; n += 1) await newHold((await newLoan()).livre_id, user.id);
    },
  ],
  'the deletion of the account refuses the hold: 404 utilisateur_introuvable': [reserves, ({ user }) => deletes(user)],
});

it('a card that is changed just before its slot is taken lends no more', async () => {
  const [{ id }, book] = [await newUser(card), await newBook()];
  meanwhile('Invoke users-open-loan', () => users.patchUser(id, { adhesion: { numero_carte: 'C-APRES' } }));
  const body = { ...card.adhesion, livre_id: book.id };
  expect((await call('POST', '/emprunts', { body })).body.code).toBe('utilisateur_introuvable');
});

/** A machine that sleeps in the middle of a call wakes up when its time is long over. */
describe.each(['users-open-loan', 'books-take-copy'])('when the reconciler comes just before %s', (command) => {
  it('a loan leaves nothing behind', async () => {
    const both = await parties();
    meanwhile(`Invoke ${command}`, settleAll);
    expect((await borrows(both)).status).toBe(503);
    expect(await readLoans()).toEqual([]);
  });

  it('a renewal leaves the due date that the record says', async () => {
    const loan = await newLoan();
    meanwhile(`Invoke ${command}`, settleAll);
    const { status } = await renew(loan.id);
    expect((await getLoan(loan.id)).body.prolongations).toBe(status === 200 ? 1 : 0);
  });
});

/** What becomes of the second of five books that a search has found the words of. */
const FATES: Record<string, [fate: (book: Id) => Promise<unknown>, isFound: boolean]> = {
  'is deleted is not found': [removes, false],
  'has another title is not found': [edits({ titre }), false],
  'has another author is not found': [edits({ auteur: 'Personne' }), false],
  'has another year is found': [edits({ annee: 1900 }), true],
};

it.each(Object.entries(FATES))('a book that %s, and the page is filled up from what follows', async (_, fate) => {
  const word = books.uniqueWord();
  const five = await books.newBooks(5, (n) => ({ titre: `${word} ${n}`, auteur: 'Quelqu’un' }));
  meanwhile('BatchGetItem', () => fate[0](five[1] as Id));
  const query = { titre: word, auteur: 'quelqu', limite: '2' };
  const { body: first } = await books.searchPage(query);
  const { body: rest } = await books.searchPage({ ...query, limite: '9', curseur: first.curseur_suivant });
  const wanted = five.filter((_, n) => n !== 1 || fate[1]).map(({ id }) => id);
  expect([first, rest].map(({ elements }) => elements.map(({ id }: Id) => id))).toEqual([
    wanted.slice(0, 2),
    wanted.slice(2),
  ]);
});

it('a loan that is refused after it began is decided anew under the same key', async () => {
  const [user, other, book, key] = [await newUser(), await newUser(), await newBook(), keyed()];
  let theirs = '';
  meanwhile('Invoke books-take-copy', async () => {
    theirs = (await lend(other.id, book.id)).body.id;
  });
  expect((await lend(user.id, book.id, key)).body.motifs).toEqual(['aucun_exemplaire_disponible']);
  await giveBack(theirs);
  expect((await lend(user.id, book.id, key)).status).toBe(201);
});

it('a renewal that is refused after it began is decided anew under the same key', async () => {
  const [loan, key] = [await newLoan(), keyed()];
  let debt = { id: '', utilisateur_id: '' };
  meanwhile('Invoke users-open-loan', async () => {
    debt = await owe(loan.utilisateur_id);
  });
  expect((await renew(loan.id, key)).body.motifs).toEqual(['penalites_impayees']);
  await users.waive(debt);
  expect((await renew(loan.id, key)).body.prolongations).toBe(1);
});

/** What is refused once a slot or a copy is taken would leave it taken, were it not known whose it is. */
it.each([
  ['a slot', 'UTILISATEURS_TABLE'],
  ['a copy', 'LIVRES_TABLE'],
])('%s whose answer is lost is taken, whatever comes before it is sent again', async (_, table) => {
  const { user, book } = await parties();
  const taking = ({ kind, tables }: Outgoing) =>
    kind.startsWith('UpdateItem') && tables.includes(process.env[table] as string);
  fail({ match: taking, how: answerLostAfter(async () => Promise.all([blocks(user), edits({ titre })(book)])) });
  expect((await borrows({ user, book })).status).toBe(201);
});

/** What is looked up in two reads: one of a unique value, which leads to an id, and one of the thing itself. */
const LOOKUPS: Record<string, [make: () => Promise<Id>, path: string, fate: (thing: Id) => Promise<unknown>]> = {
  'an ISBN that its book loses': [() => newBook({ isbn }), `/livres?isbn=${isbn}`, edits({ isbn: null })],
  'an ISBN whose book is deleted': [() => newBook({ isbn }), `/livres?isbn=${isbn}`, removes],
  'an e-mail that its account leaves': [
    () => newUser({ email }),
    `/utilisateurs?email=${email}`,
    changes({ email: someone().email }),
  ],
  'a card that its account leaves': [
    () => newUser(card),
    `/utilisateurs?carte=${card.adhesion.numero_carte}`,
    changes({ adhesion: { numero_carte: 'C-APRES' } }),
  ],
  'an e-mail whose account is deleted': [() => newUser({ email }), `/utilisateurs?email=${email}`, deletes],
};

it.each(Object.entries(LOOKUPS))('nothing is found by %s between the two reads', async (_, [make, path, fate]) => {
  const thing = await make();
  // The volumes of an ISBN are read together.
  if (path.startsWith('/livres')) meanwhile('BatchGetItem', () => fate(thing));
  else meanwhile('GetItem', () => fate(thing), 1);
  expect((await call('GET', path)).body.elements).toEqual([]);
});
