import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { LEASE_MS } from '../../lib/loans/process.ts';
import { MARK_MS } from '../../lib/users/deletion.ts';
import { checkDigit } from '../../lib/values/check-digit.ts';
import { call, member, newUser } from '../support/api.ts';
import * as books from '../support/books.ts';
import { forward, forwardPast } from '../support/clock.ts';
import * as copies from '../support/copies.ts';
import { everyTest } from '../support/every-test.ts';
import { oneOfEach } from '../support/extent.ts';
import { cutAt } from '../support/faults.ts';
import * as holds from '../support/holds.ts';
import { newIsbn } from '../support/isbn.ts';
import { type Emprunt, getLoan, giveBack, lend, loansOf, newLoan } from '../support/loans.ts';
import { runNotices } from '../support/notices.ts';
import { copiesOf, emptyTables, readTable, type Service, writeItems } from '../support/read.ts';
import { forgetOld, reconcile, sweep } from '../support/reconciler.ts';
import * as users from '../support/users.ts';
import { nameOf, ROWS, rowOf } from './cost-table.ts';
import { costOf } from './costing.ts';
import { CASES, type Case, SCENES, stage } from './scenes.ts';

/**
 * What each operation sends, over the three services together. In brackets is the capacity that DynamoDB
 * Local counts: a strong read of an item is 1, one that may be out of date 0.5. What a refused write
 * consumes is not told and is 0 here, and what a transaction does is counted wrongly and left out.
 */

/** What there is before each operation. */
interface Scene {
  userId: string;
  email: string;
  card: string;
  /** Three euros that somebody else owes. */
  debt: { id: string; utilisateur_id: string };
  /** Two copies, five words, no ISBN. */
  bookId: string;
  /** Another book, which a third person has had since today. */
  loan: Emprunt;
}

async function newScene(): Promise<Scene> {
  const user = await newUser();
  const book = await books.newBook({ titre: 'un deux trois', auteur: 'quatre cinq', exemplaires: 2 });
  const card = user.adhesion.numero_carte;
  return {
    userId: user.id,
    email: user.email,
    card,
    debt: await users.newPenalty(3),
    bookId: book.id,
    loan: await newLoan(),
  };
}

type Work = (scene: Scene) => Promise<unknown>;

/** Makes the first call under a key before the second, which is measured. */
const twice = (ask: (scene: Scene, key: ReturnType<typeof users.keyed>) => Promise<unknown>): [Work, Work] => {
  const key = users.keyed();
  return [(scene) => ask(scene, key), (scene) => ask(scene, key)];
};
const late: Work = async ({ loan }) => forwardPast(loan.date_echeance);

/** Books that a search finds, and as many that it passes over. */
const shelf: Work = async () => {
  await books.newBooks(25, (n) => ({ titre: `extraordinaire commun ${100 + n}`, auteur: 'Rare' }));
  await books.newBooks(25, (n) => ({ titre: `autre commun ${100 + n}`, auteur: 'Autre' }));
};

/** A hold of the person, of the book that is out. */
let hold = '';
const waits: Work = async ({ loan, userId }) => {
  hold = (await holds.newHold(loan.livre_id, userId)).id;
};
const isSetAside: Work = (scene) => waits(scene).then(() => giveBack(scene.loan.id));

/** What the scenes are not about, and what comes before it when there is not enough yet. */
const OTHERS: Record<string, Work | [before: Work, work: Work]> = {
  'read an account': ({ userId }) => users.getUser(userId),
  'verify an account': ({ userId }) => users.verification(userId),
  'list accounts': () => call('GET', '/utilisateurs'),
  'list accounts by name': () => call('GET', '/utilisateurs?nom=nom'),
  'find people by a word': () => call('GET', '/utilisateurs?q=pre'),
  'find people by two words': () => call('GET', '/utilisateurs?q=nom+prenom'),
  'find an account by its e-mail': ({ email }) => call('GET', `/utilisateurs?email=${email}`),
  'change a name': ({ userId }) => users.patchUser(userId, { nom: 'Autre' }),
  'finish a deletion': [
    async ({ userId }) => {
      await users.deleteUser(userId);
      forward({ ms: MARK_MS });
    },
    () => sweep(),
  ],
  'finish a deletion, of which the mark waits': [({ userId }) => users.deleteUser(userId), () => sweep()],
  'finish no deletion': () => sweep(),

  'read a penalty': ({ debt }) => call('GET', users.penaltyPath(debt)),
  'list penalties': ({ debt }) => call('GET', users.penaltiesPath(debt.utilisateur_id)),
  'list what is unpaid': () => call('GET', '/penalites'),
  'pay again under the same key': twice(({ debt }, key) => users.pay(debt, 1, key)),

  'read a book': ({ bookId }) => books.getBook(bookId),
  'read the availability of a book': ({ bookId }) => books.availability(bookId),
  'change a year': ({ bookId }) => books.patchBook(bookId, { annee: 1900 }),
  'search by a word': [shelf, () => books.searchPage({ titre: 'extraordinaire' })],
  'search by two words': [shelf, () => books.searchPage({ titre: 'commun extraordinaire' })],
  'search by title and author': [shelf, () => books.searchPage({ titre: 'commun', auteur: 'rare' })],
  'search by a word that no book has': [shelf, () => books.searchPage({ titre: 'nulle' })],
  'search by an ISBN that no book has': () => books.searchPage({ isbn: newIsbn().ten }),
  'list all books': [shelf, () => books.searchPage({})],
  // A library's own labels are of few series: everybody who adds a copy would wait for a write of theirs.
  'create a book with a copy of a reserved series': [
    () => books.newBook({ titre: 'un', exemplaires: [{ code_barres: labelled('1234567890001') }] }),
    () => books.newBook({ titre: 'un', exemplaires: [{ code_barres: labelled('1234567890002') }] }),
  ],
  'list the copies of a book': [
    ({ bookId }) => copies.newCopy(bookId, { cote: 'R' }),
    ({ bookId }) => call('GET', copies.copiesPath(bookId)),
  ],
  'find a copy': ({ loan }) => copies.findCopy(loan.code_barres),
  'scan a copy that is in': [({ loan }) => giveBack(loan.id), ({ loan }) => copies.scan(loan.code_barres)],

  'lend by barcode': [({ loan }) => giveBack(loan.id), ({ userId, loan }) => copies.lendCopy(userId, loan.code_barres)],
  'lend to a card': ({ card, bookId }) => call('POST', '/emprunts', { body: { numero_carte: card, livre_id: bookId } }),
  'lend again under the same key': twice(({ userId, bookId }, key) => lend(userId, bookId, key)),
  'read a loan': ({ loan }) => getLoan(loan.id),
  'list the loans of a person': ({ loan }) => loansOf(loan.utilisateur_id),
  'tell who has a book': ({ loan }) => call('GET', `/livres/${loan.livre_id}/emprunts`),
  'list overdue loans': [late, () => call('GET', '/emprunts/retards')],
  'write to one person who is late': [late, () => runNotices()],
  'write to nobody': () => runNotices(),
  'settle a loan that was cut off': [
    async ({ userId, bookId }) => {
      await cutAt({ point: 4, arrives: true, manner: 'dead' }, () => lend(userId, bookId));
      forward({ ms: LEASE_MS + 1 });
    },
    () => reconcile(),
  ],
  'settle nothing': () => reconcile(),
  'forget the borrower of an old loan': [
    async (scene) => {
      await late(scene);
      const { penalite } = (await giveBack(scene.loan.id)).body;
      await users.pay({ utilisateur_id: scene.loan.utilisateur_id, id: penalite.id }, penalite.montant);
      forward({ days: 121 });
    },
    () => forgetOld(),
  ],
  'forget nothing': () => forgetOld(),

  'read a hold': [waits, () => holds.getHold(hold)],
  'list the holds of a person': [waits, ({ userId }) => holds.holdsOf(userId)],
  'list a queue': [waits, ({ loan }) => holds.queueOf(loan.livre_id)],
  'list the shelf': [isSetAside, () => holds.shelf()],
  'tell one person of a hold': [isSetAside, () => holds.notifyHolds()],
  'tell nobody of a hold': () => holds.notifyHolds(),
  'sweep a hold that has expired': [
    async (scene) => {
      await isSetAside(scene);
      forward({ days: 20 });
    },
    () => holds.sweepHolds(),
  ],
  'sweep no hold': () => holds.sweepHolds(),

  'be refused before the operation': async ({ userId }) => {
    await call('GET', `/utilisateurs/${userId}`, { token: null });
    await call('GET', `/utilisateurs/${userId}`, { token: await member(randomUUID()) });
    await call('POST', '/utilisateurs', { body: {} });
    await call('GET', '/livres?curseur=abc');
    await call('GET', '/ailleurs');
  },
};

/** Every call that writes, and those that are made under a key or are refused at a cost of their own. */
const WRITES: Record<string, Case> = {
  ...SCENES,
  ...Object.fromEntries(Object.entries(CASES).filter(([name]) => !(name in SCENES))),
};

async function costOfRow(name: string): Promise<string> {
  const write = WRITES[name];
  if (write) return costOf((await stage(write)).act);
  const work = OTHERS[name] as (typeof OTHERS)[string];
  await emptyTables();
  const scene = await newScene();
  const [before, measured] = Array.isArray(work) ? work : [undefined, work];
  await before?.(scene);
  return costOf(() => measured(scene));
}

const labelled = (digits: string): string => digits + checkDigit(digits);

everyTest({ mails: true });

it('the table has a row for every operation', () => {
  expect(ROWS.map(nameOf)).toEqual([...Object.keys(WRITES), ...Object.keys(OTHERS)]);
});

it('every operation sends what the table says, of which an everyday run looks at one in three', async () => {
  const rows = oneOfEach(3, ROWS, 'costs');
  const lines: string[] = [];
  for (const name of rows.map(nameOf)) lines.push(rowOf(name, await costOfRow(name)));
  expect(lines.join('\n')).toBe(rows.join('\n'));
}, 300_000);

/** Puts so many others beside a thing, like it but for these ids and, in its words, for what stands at `untel`. */
async function multiply(service: Service, ids: string[], count: number): Promise<void> {
  // What is unique of a thing leads to that thing alone.
  const items = (await readTable(service)).filter(
    (item) => ids.some((id) => JSON.stringify(item).includes(id)) && !/^(EMAIL|CARTE|SERIE)#/.test(item.pk),
  );
  const copies = copiesOf(items, ids, count).map((some, n) => JSON.stringify(some).replaceAll('untel', `${n}`));
  await writeItems(
    service,
    copies.flatMap((text) => JSON.parse(text)),
  );
}

it('a list or a search costs the same however much there is that it does not show', async () => {
  const { debt, loan } = await newScene();
  await newUser({ nom: 'Fixe' });
  await shelf({} as Scene);
  // A search looks at a hundred words at first.
  await books.newBooks(60, (n) => ({ titre: `yy commun ${n}`, auteur: 'yy' }));
  await late({ loan } as Scene);
  const reads: Record<string, () => Promise<unknown>> = {
    'a search by a word': () => books.searchPage({ titre: 'extraordinaire' }),
    'a search by two words': () => books.searchPage({ titre: 'commun extraordinaire' }),
    'a search by title and author': () => books.searchPage({ titre: 'extraordinaire', auteur: 'rare' }),
    'all books': () => books.searchPage({}),
    'accounts by name': () => call('GET', '/utilisateurs?nom=fixe'),
    'people by a word': () => call('GET', '/utilisateurs?q=fixe'),
    'the penalties of a person': () => call('GET', users.penaltiesPath(debt.utilisateur_id)),
    'what is unpaid': () => call('GET', '/penalites'),
    'the loans of a person': () => loansOf(loan.utilisateur_id),
    'overdue loans': () => call('GET', '/emprunts/retards'),
  };
  const costs = async () => {
    const all: Record<string, string> = {};
    for (const [name, read] of Object.entries(reads)) all[name] = await costOf(read);
    return all;
  };
  const before = await costs();
  await multiply('books', [(await books.newBook({ titre: 'zz commun untel', auteur: 'zz' })).id], 150);
  await multiply('users', [(await newUser({ nom: 'Zzuntel' })).id], 50);
  const [out, back] = [await newLoan(), await newLoan()];
  await giveBack(back.id);
  for (const { id, utilisateur_id } of [out, back]) await multiply('loans', [id, utilisateur_id], 300);
  expect(await costs()).toEqual(before);
}, 300_000);
