import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { underWay, waitingMarks, wrongIn } from '../../dev/audit/check.ts';
import type { Key, LoanItem, Tables, UserItem } from '../../dev/audit/items.ts';
import { call, newUser, someone } from '../support/api.ts';
import { lose } from '../support/copies.ts';
import { cutAt } from '../support/faults.ts';
import { lend, newBook } from '../support/loans.ts';
import { readTables } from '../support/read.ts';
import { writeSeed } from '../support/seeded.ts';
import { deleteUser, keyed } from '../support/users.ts';
import { DAMAGES } from './damages.ts';

/** The tables of a library with something of everything, damaged in every way. */

let tables: Tables;

/** What the seed has comes first: it is damaged, and always the same, but for the kinds that it has not. */
function inOrder(all: Tables, seeded: Tables): Tables {
  const ordered = <T extends Key>(items: T[], first: Key[]): T[] => {
    const places = new Map(
      first
        .map(nameOf)
        .sort()
        .map((name, place) => [name, place]),
    );
    const placeOf = (item: T) => places.get(nameOf(item)) ?? places.size;
    return items.toSorted((one, other) => placeOf(one) - placeOf(other));
  };
  return {
    users: ordered(all.users, seeded.users),
    books: ordered(all.books, seeded.books),
    loans: ordered(all.loans, seeded.loans),
  };
}

const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);

/** All that was said of the damages. */
const told: string[] = [];

beforeAll(async () => {
  await writeSeed();
  const seeded = await readTables();
  await call('POST', '/utilisateurs', { body: someone(), ...keyed() });
  const { body: lost } = await lend((await newUser()).id, (await newBook({ exemplaires: 2 })).id);
  await lose(lost.id, { body: { montant: 12 } });
  expect(await deleteUser((await newUser()).id)).toMatchObject({ status: 204 });
  const [reader, book] = [await newUser(), await newBook({ exemplaires: 1 })];
  await cutAt({ point: 5, arrives: false, manner: 'dead' }, () => lend(reader.id, book.id));
  tables = inOrder(await readTables(), seeded);
});

test('a library in order has nothing wrong, and what is in the middle of something is told apart', () => {
  expect(wrongIn(tables)).toEqual([]);
  expect(underWay(tables)).toEqual([expect.stringMatching(/^EMPRUNT#\S+ \(en_attente, pret\) est en cours$/)]);
});

test('deletions of which only the marks are left are counted in one line, apart from one that goes on', () => {
  const { users, books, loans } = structuredClone(tables);
  const mark = users.find(({ sk }) => sk === 'SUPPRESSION') as UserItem;
  const another = { ...mark, id: 'another', pk: 'UTILISATEUR#another' };
  const counted = (more: UserItem[]) => waitingMarks({ users: [...users, ...more], books, loans });
  expect(counted([])).toEqual([expect.stringMatching(/^1 suppression de compte : .*un quart d’heure/)]);
  expect(counted([another])).toEqual([expect.stringMatching(/^2 suppressions de compte : /)]);
  expect(waitingMarks({ users: users.filter((item) => item !== mark), books, loans })).toEqual([]);

  const left: [users: UserItem[], loans: LoanItem[]][] = [
    [
      [],
      [{ ...(loans.find(({ sk }) => sk === 'EMPRUNT') as LoanItem), utilisateur_id: mark.id as string, transit: null }],
    ],
    [[{ pk: mark.pk, sk: 'PENALITE#1' }], []],
    [[{ pk: `REPONSES#${mark.id}`, sk: 'x' }], []],
  ];
  for (const [moreUsers, moreLoans] of left) {
    const damaged = { users: [...users, ...moreUsers], books, loans: [...loans, ...moreLoans] };
    expect(waitingMarks(damaged)).toEqual([]);
    expect(underWay(damaged)).toContain(`${mark.pk} (suppression) est en cours`);
  }
});

test.each(DAMAGES)('%s is said of tables that are damaged so', (says, damage) => {
  const damaged = structuredClone(tables);
  damage(damaged);
  const wrong = wrongIn(damaged);
  told.push(...wrong);
  expect(wrong).toContainEqual(expect.stringMatching(new RegExp(says)));
});

/** The longest part of each sentence that stands in the code of the audit. */
function sentences(): string[] {
  const code = globSync(new URL('../../dev/audit/*.ts', import.meta.url).pathname)
    .filter((file) => !/(audit|run|check)\.ts$/.test(file))
    .map((file) => readFileSync(file, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, ''))
    .join('\n');
  const texts = Array.from(
    code.matchAll(/'([^'\n]+ [^'\n]+)'|`([^`\n]+ [^`\n]+)`/g),
    ([, plain, template]) => plain ?? template,
  );
  return texts
    .map((text = '') => text.split(/\$\{[^}]*\}+/).sort((one, other) => other.length - one.length)[0] ?? '')
    .filter((part) => part.length >= 8 && !/[()={}?|]/.test(part));
}

test('each sentence of the audit is brought about by one of these damages', () => {
  const all = told.join('\n');
  expect(sentences().length).toBeGreaterThan(70);
  expect(sentences().filter((part) => !all.includes(part))).toEqual([]);
});

test('no name, address or card is told, whatever is wrong', () => {
  const all = told.join('\n');
  const people = tables.users.filter(({ sk }) => sk === 'UTILISATEUR');
  const personal = people.flatMap(({ email, adhesion, nom, prenom }) => [
    email,
    adhesion?.numero_carte,
    `${nom} ${prenom}`.toLowerCase(),
    'Jeanne',
    'personne@example.org',
  ]);
  expect(personal.filter((text) => text && all.includes(text))).toEqual([]);
});
