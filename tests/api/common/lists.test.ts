import { beforeAll, describe, expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { fewAtOnce, newBook, newBooks, searchPath, uniqueWord } from '../../support/books.ts';
import { giveBack, newLoan } from '../../support/loans.ts';
import { expectFaults } from '../../support/problems.ts';
import { addPenalty, allPages, newPenalty, pay, penaltiesPath } from '../../support/users.ts';

/** What all lists have in common: pages, limits and cursors. */

const [name, title, author] = [uniqueWord(), uniqueWord(), uniqueWord()];

/** Whose penalties, whose other penalties and whose loans are listed. */
let [person, other, reader] = ['', '', ''];

/** The lists that are made here: how long each is, and where. */
const MADE: Record<string, [count: number, path: () => string]> = {
  'accounts of one name': [21, () => `/utilisateurs?nom=${name}`],
  'penalties of a person': [21, () => penaltiesPath(person)],
  'unpaid penalties': [14, () => `${penaltiesPath(person)}?statut=impayee`],
  'penalties of another person': [2, () => penaltiesPath(other)],
  'books with several words that match': [22, () => searchPath({ titre: title })],
  'books by title and author': [21, () => searchPath({ titre: title, auteur: author })],
  'loans of a person': [5, () => `/utilisateurs/${reader}/emprunts`],
  'loans that came back': [4, () => `/utilisateurs/${reader}/emprunts?statut=rendu`],
};

/** Lists of which a running system may have very much, or nothing. */
const OTHERS = ['/utilisateurs', '/penalites', '/livres', '/emprunts/retards'];

const pathOf = (of: string): string => MADE[of]?.[1]() ?? of;

beforeAll(async () => {
  await fewAtOnce(21, () => newUser({ nom: name, prenom: 'Jean' }));

  person = (await newUser()).id;
  for (let n = 0; n < 21; n += 1) {
    const { body } = await addPenalty(person, 1);
    if (n % 3 === 0) await pay(body, 1);
  }
  other = (await newPenalty()).utilisateur_id;
  await newPenalty(1, other);

  // Some have the same title, and some several words that begin as what is looked for.
  await newBooks(21, (n) => ({
    titre: n % 3 === 0 ? `${title} ${n % 2} ${title}z ${title}a` : `${title} ${n % 5}`,
    auteur: `${author} ${author}bis`,
  }));
  await newBook({ titre: title });

  reader = (await newUser()).id;
  for (let n = 0; n < 4; n += 1) await giveBack((await newLoan(reader)).id);
  for (let n = 0; n < 5; n += 1) await newLoan(reader);
});

const page = (of: string, query: string) => {
  const path = pathOf(of);
  return call('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`);
};

describe.each(Object.entries(MADE))('the list of %s', (of, [count]) => {
  test('gives each element once and in one order, whatever the size of its pages, and ends without an empty page', async () => {
    const all = (await page(of, 'limite=100')).body;
    expect(Object.keys(all)).toEqual(['elements']);
    expect(new Set(all.elements.map(({ id }: { id: string }) => id)).size).toBe(count);
    for (const limit of [1, 4, 7, 20, 21, 22]) {
      const { elements, pages } = await allPages(pathOf(of), limit);
      expect({ limit, pages, elements }).toEqual({ limit, pages: Math.ceil(count / limit), elements: all.elements });
    }
  });

  test('has twenty elements a page when nothing is said, and goes on from its cursor as often as asked', async () => {
    const all = (await page(of, 'limite=100')).body;
    const { elements, curseur_suivant } = (await call('GET', pathOf(of))).body;
    expect(elements).toEqual(all.elements.slice(0, 20));
    expect(curseur_suivant).toEqual(count > 20 ? expect.any(String) : undefined);
    const { curseur_suivant: second } = (await page(of, 'limite=1')).body;
    for (const limit of [100, 99])
      expect((await page(of, `limite=${limit}&curseur=${second}`)).body.elements).toEqual(all.elements.slice(1));
  });
});

test('a list without elements is one page', async () => {
  const { id } = await newUser();
  for (const empty of [
    `${penaltiesPath(person)}?statut=annulee`,
    ...[`/utilisateurs?nom=${uniqueWord()}`, penaltiesPath(id), `/utilisateurs/${id}/emprunts`],
    ...[searchPath({ titre: uniqueWord() }), searchPath({ titre: title, auteur: uniqueWord() })],
  ])
    expect((await page(empty, 'limite=1')).body).toEqual({ elements: [] });
});

test('the limit of every list is a whole number from 1 to 100', async () => {
  const WRONG = ['0', '101', 'dix', '1.5', '-1', '', '1e1', '05', '+5', '١', '9999999999999999999', 'null'];
  for (const of of [...Object.keys(MADE), ...OTHERS]) {
    for (const limit of WRONG) expectFaults(await page(of, `limite=${encodeURIComponent(limit)}`), 'limite');
    expectFaults(await page(of, 'limite=10&limite=20'), 'limite');
    for (const limit of [1, 100]) expect((await page(of, `limite=${limit}`)).status).toBe(200);
  }
});

describe('the cursor', () => {
  const cursorOf = async (of: string): Promise<string> => (await page(of, 'limite=1')).body.curseur_suivant;

  test.each([...Object.keys(MADE), '/utilisateurs', '/penalites', '/livres'])(
    'of the list of %s is refused by every other list',
    async (of) => {
      const curseur = await cursorOf(of);
      expect(curseur).toEqual(expect.any(String));
      for (const another of [...Object.keys(MADE), ...OTHERS].filter((path) => path !== of))
        expectFaults(await page(another, `curseur=${curseur}`), 'curseur');
    },
  );

  test.each(['accounts of one name', 'books by title and author', 'loans of a person'])(
    'of the list of %s is refused when it is damaged in any way',
    async (of) => {
      const curseur = await cursorOf(of);
      const changed = [...curseur].map(
        (letter, n) => curseur.slice(0, n) + (letter === 'A' ? 'B' : 'A') + curseur.slice(n + 1),
      );
      const others = [curseur.slice(1), curseur.slice(0, -1), `${curseur}A`, `${curseur}=`, '', 'abc'];
      for (const damaged of [...changed, ...others, 'A'.repeat(5_000)])
        expectFaults(await page(of, `curseur=${damaged}`), 'curseur');
    },
  );
});
