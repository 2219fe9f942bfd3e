import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FoundBook } from '../../lib/books/schema.ts';
import { HOLD_STATES, type Hold } from '../../lib/loans/holds/schema.ts';
import type { Loan } from '../../lib/loans/schema.ts';
import { type SeedHold, type SeedLoan, type SeedUser, seedData } from '../../seed/data.ts';
import { seed } from '../../seed/seed.ts';
import { call } from '../support/api.ts';
import { deleteBook, fewAtOnce, getBook, newBook, patchBook } from '../support/books.ts';
import { day, daysFrom, restartClock, stopClock } from '../support/clock.ts';
import { copiesOf } from '../support/copies.ts';
import { waitNoLonger } from '../support/every-test.ts';
import { ALWAYS, fail, mend, unreachable } from '../support/faults.ts';
import { holdsOf, newHold, queueOf } from '../support/holds.ts';
import { costOf } from '../support/invariants/shipped.ts';
import { violations } from '../support/invariants.ts';
import { getLoan, loansOf } from '../support/loans.ts';
import { allBooks, readTable } from '../support/read.ts';
import { allPages, deleteUser, getUser, penaltiesPath } from '../support/users.ts';

/** Seeding the tables, in the order in which it may happen to them, on one day. */

let data: ReturnType<typeof seedData>;

beforeAll(() => {
  stopClock();
  waitNoLonger();
  data = seedData(day());
});
afterAll(() => {
  restartClock();
  mend();
});

/** The three tables, item for item. */
const snapshot = async () => {
  const tables = await Promise.all([readTable('users'), readTable('books'), readTable('loans')]);
  return new Map(tables.flat().map((item) => [`${item.pk} ${item.sk}`, item]));
};

const isOut = ({ date_retour }: SeedLoan) => date_retour === null;
const daysLate = ({ date_echeance, date_retour }: SeedLoan) =>
  Math.max(0, daysFrom(date_echeance, date_retour ?? day()));
const byId = <T extends { id: string }>(things: T[]): T[] => things.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** A seeded loan as the API has to show it. */
function shown(loan: SeedLoan): Loan {
  const { penalite_id, ...rest } = loan;
  const penalty = data.penalites.find(({ id }) => id === penalite_id);
  return {
    ...rest,
    code_barres: data.exemplaires.find(({ id }) => id === loan.exemplaire_id)?.code_barres ?? '',
    titre: data.livres.find(({ id }) => id === loan.livre_id)?.titre ?? '',
    statut: isOut(loan) ? 'en_cours' : 'rendu',
    en_retard: daysLate(loan) > 0,
    jours_retard: daysLate(loan),
    penalite: penalty ? { id: penalty.id, montant: penalty.montant } : null,
    notifications: [],
  };
}

/** A seeded hold as the API has to show it. */
function shownHold({ place, exemplaire_id, date_cloture, ...hold }: SeedHold): Hold {
  const copy = data.exemplaires.find(({ id }) => id === exemplaire_id);
  const isBefore = (other: SeedHold) =>
    other.livre_id === hold.livre_id && other.statut === 'en_attente' && Number(other.place) <= Number(place);
  return {
    ...hold,
    titre: data.livres.find(({ id }) => id === hold.livre_id)?.titre ?? '',
    rang: hold.statut === 'en_attente' ? data.reservations.filter(isBefore).length : null,
    exemplaire: copy ? { id: copy.id, code_barres: copy.code_barres, cote: copy.cote } : null,
    date_limite: date_cloture ? null : hold.date_limite,
  };
}

function borrowerOf({ utilisateur_id }: SeedLoan) {
  const { nom, prenom, email, adhesion } = data.utilisateurs.find(({ id }) => id === utilisateur_id) as SeedUser;
  return { nom, prenom, email, numero_carte: adhesion.numero_carte };
}

test('seeding that is cut off leaves whole records only, and the next one completes it', async () => {
  fail({ match: 'TransactWriteItems', after: 60, times: ALWAYS, how: unreachable });
  await expect(seed()).rejects.toMatchObject({ code: 'service_indisponible' });
  mend();
  const { length } = await allBooks();
  expect([length > 0, length < data.livres.length]).toEqual([true, true]);
  for (const only of ['users', 'books'] as const) expect(await violations({ only })).toEqual([]);

  await seed();
  expect((await allBooks()).toSorted()).toEqual(data.livres.map(({ id }) => id).toSorted());
  expect(await violations({ settled: true, moved: true })).toEqual([]);
});

test('the accounts, their penalties, the books and their copies of the data are shown', async () => {
  const utilisateurs = (await allPages('/utilisateurs', 100)).elements;
  const livres: FoundBook[] = (await allPages('/livres', 100)).elements;
  const penalites = utilisateurs.map(async ({ id }) => (await allPages(penaltiesPath(id), 100)).elements);
  const copies = await fewAtOnce(livres.length, (n) => copiesOf(livres[n]?.id as string));
  expect(byId(utilisateurs)).toEqual(byId(data.utilisateurs));
  expect(byId((await Promise.all(penalites)).flat())).toEqual(byId(data.penalites));
  expect(byId(livres.map(({ exemplaires: _, disponibles: __, ...book }) => book))).toEqual(byId(data.livres));
  expect(byId(copies.flat().map(({ situation: _, ...copy }) => copy))).toEqual(byId(data.exemplaires));
});

test('the loans of the data are shown, each with its person, and those that are late with what they cost', async () => {
  const all: Loan[] = [];
  for (const { id } of data.utilisateurs) all.push(...(await loansOf(id)), ...(await loansOf(id, 'rendu')));
  // Those without a borrower are in no list.
  const forgotten = data.emprunts.filter(({ utilisateur_id }) => utilisateur_id === null);
  for (const { id } of forgotten) all.push((await getLoan(id)).body);
  expect(byId(all)).toEqual(byId(data.emprunts.map(shown)));
  const late = data.emprunts.filter((loan) => isOut(loan) && daysLate(loan) > 0);
  expect(byId((await call('GET', '/emprunts/retards?limite=100')).body.elements)).toEqual(
    byId(
      late.map((loan) => ({
        ...shown(loan),
        penalite_estimee: costOf(loan.date_echeance, day()),
        emprunteur: borrowerOf(loan),
      })),
    ),
  );
});

test('the holds of the data are shown, each with its person and in its title', async () => {
  const all: Hold[] = [];
  for (const { id } of data.utilisateurs) for (const statut of HOLD_STATES) all.push(...(await holdsOf(id, statut)));
  expect(byId(all)).toEqual(byId(data.reservations.map(shownHold)));
  const open = data.reservations.filter(({ place }) => place !== null).map(shownHold);
  for (const [livre_id, holds] of Map.groupBy(open, (hold) => hold.livre_id))
    expect(byId(await queueOf(livre_id))).toEqual(byId(holds));
});

test('a hold that is placed after seeding comes after those of the data', async () => {
  const waiting = Map.groupBy(
    data.reservations.filter(({ statut }) => statut === 'en_attente'),
    ({ livre_id }) => livre_id,
  );
  for (const [livre_id, { length }] of waiting) expect((await newHold(livre_id)).rang).toBe(length + 1);
  expect(await violations({ settled: true, moved: true })).toEqual([]);
});

test('what was made, changed and deleted stays so when seeding is asked for again', async () => {
  const owing = new Set(data.penalites.filter(({ reste_a_payer }) => reste_a_payer > 0).map((p) => p.utilisateur_id));
  const open = [...data.emprunts.filter(isOut), ...data.reservations.filter(({ place }) => place !== null)];
  const isIdle = ({ id }: { id: string }) =>
    !owing.has(id) && open.every(({ livre_id, utilisateur_id }) => ![livre_id, utilisateur_id].includes(id));
  const [gone, left] = [data.livres.find(isIdle)?.id as string, data.utilisateurs.find(isIdle)?.id as string];
  const changed = data.livres.at(-1)?.id as string;
  const made = await newBook();
  expect([(await deleteBook(gone)).status, (await deleteUser(left)).status]).toEqual([204, 204]);
  await patchBook(changed, { titre: 'Autrement' });

  const before = await snapshot();
  await seed();
  expect(await snapshot()).toEqual(before);
  expect([(await getBook(gone)).status, (await getUser(left)).status]).toEqual([404, 404]);
  expect((await getBook(changed)).body.titre).toBe('Autrement');
  expect((await getBook(made.id)).body).toEqual(made);
  expect(await violations({ moved: true })).toEqual([]);
});
