import { beforeAll, describe, expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { fewAtOnce, newBook, newBooks, searchPath, uniqueWord } from '../../support/books.ts';
import { giveBack, newLoan } from '../../support/loans.ts';
import { expectFaults } from '../../support/problems.ts';
import { addPenalty, allPages, newPenalty, pay, penaltiesPath } from '../../support/users.ts';

/** What all lists have in common: pages, limits and cursors. */

const [name, title, author] = [uniqueWord(), uniqueWord(), uniqueWord()];

/** The lists that are made here, and how long each is. */
const LENGTHS = {
  'accounts of one name': 21,
  'penalties of a person': 21,
  'unpaid penalties': 14,
  'paid penalties': 7,
  'penalties of another person': 2,
  'books of which several words begin so': 22,
  'books of an author': 21,
  'books by title and author': 21,
  'books by two words': 4,
  'loans of a person': 5,
  'loans that came back': 4,
};
const MADE = Object.entries(LENGTHS);

/** The lists of everything, of which a running system may have very much. */
const paths: Record<string, string> = {
  'all accounts': '/utilisateurs',
  'all books': '/livres',
  'late loans': '/emprunts/retards',
};

beforeAll(async () => {
  await fewAtOnce(21, () => newUser({ nom: name, prenom: 'Jean' }));

  const { id } = await newUser();
  for (let n = 0; n < 21; n += 1) {
    const { body } = await addPenalty(id, 1);
    if (n % 3 === 0) await pay(body, 1);
  }
  const other = await newPenalty();
  await newPenalty(1, other.utilisateur_id);

  await newBooks(21, (n) => {
    const titre = n % 5 === 1 ? `${title} pareil` : `${title} ${String.fromCharCode(97 + n)}`;
    return { titre: n % 3 === 0 ? `${titre} ${title}z ${title}a` : titre, auteur: `${author} ${author}bis` };
  });
  await newBook({ titre: title });

  const reader = await newUser();
  for (let n = 0; n < 4; n += 1) await giveBack((await newLoan(reader.id)).id);
  for (let n = 0; n < 5; n += 1) await newLoan(reader.id);

  Object.assign(paths, {
    'accounts of one name': `/utilisateurs?nom=${name}`,
    'penalties of a person': penaltiesPath(id),
    'unpaid penalties': `${penaltiesPath(id)}?statut=impayee`,
    'paid penalties': `${penaltiesPath(id)}?statut=payee`,
    'waived penalties': `${penaltiesPath(id)}?statut=annulee`,
    'penalties of another person': penaltiesPath(other.utilisateur_id),
    'books of which several words begin so': searchPath({ titre: title }),
    'books of an author': searchPath({ auteur: author }),
    'books by title and author': searchPath({ titre: title, auteur: author }),
    'books by two words': searchPath({ titre: `${title} pareil` }),
    'loans of a person': `/utilisateurs/${reader.id}/emprunts`,
    'loans that came back': `/utilisateurs/${reader.id}/emprunts?statut=rendu`,
  } satisfies Record<keyof typeof LENGTHS | 'waived penalties', string>);
});

const page = (of: string, query: string) => {
  const path = paths[of] ?? of;
  return call('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`);
};

describe.each(MADE)('the list of %s', (of, count) => {
  const whole = async () => (await page(of, 'limite=100')).body;

  test('gives each element once and in one order, whatever the size of its pages, to an exact end', async () => {
    const all = await whole();
    expect(Object.keys(all)).toEqual(['elements']);
    expect(new Set(all.elements.map(({ id }: { id: string }) => id)).size).toBe(count);
    for (const limit of [1, 2, 3, 4, 5, 7, 20, 21, 22]) {
      const { elements, pages } = await allPages(paths[of] as string, limit);
      expect({ limit, pages, elements }).toEqual({ limit, pages: Math.ceil(count / limit), elements: all.elements });
    }
  });

  test('has twenty elements a page when nothing is said, and a cursor while there are more', async () => {
    const { elements, curseur_suivant } = (await call('GET', paths[of] as string)).body;
    expect(elements).toHaveLength(Math.min(20, count));
    expect(curseur_suivant).toEqual(count > 20 ? expect.any(String) : undefined);
  });

  test('goes on from a cursor as often as asked, also with another size of page', async () => {
    const { elements, curseur_suivant } = (await page(of, 'limite=1')).body;
    for (const _ of [1, 2]) {
      const rest = (await page(of, `limite=100&curseur=${curseur_suivant}`)).body;
      expect({ elements: [...elements, ...rest.elements] }).toEqual(await whole());
    }
  });
});

test('a list without elements is one page', async () => {
  const { id } = await newUser();
  for (const empty of [
    'waived penalties',
    ...[`/utilisateurs?nom=${uniqueWord()}`, penaltiesPath(id), `/utilisateurs/${id}/emprunts`],
    ...[searchPath({ titre: uniqueWord() }), searchPath({ titre: title, auteur: uniqueWord() })],
  ])
    expect((await page(empty, 'limite=1')).body).toEqual({ elements: [] });
});

test('the limit of every list is a whole number from 1 to 100', async () => {
  const WRONG = ['0', '101', 'dix', '1.5', '-1', '', '1e1', '05', '+5', '١', '9999999999999999999', 'null'];
  for (const of of Object.keys(paths)) {
    for (const limit of WRONG) expectFaults(await page(of, `limite=${encodeURIComponent(limit)}`), 'limite');
    expectFaults(await page(of, 'limite=10&limite=20'), 'limite');
    for (const limit of [1, 100]) expect((await page(of, `limite=${limit}`)).status).toBe(200);
  }
});

describe('the cursor', () => {
  const cursorOf = async (of: string): Promise<string> => (await page(of, 'limite=1')).body.curseur_suivant;

  test.each([...Object.keys(LENGTHS), 'all accounts', 'all books'])(
    'of the list of %s is refused by every other list',
    async (of) => {
      const curseur = await cursorOf(of);
      expect(curseur).toEqual(expect.any(String));
      for (const other of Object.keys(paths).filter((path) => path !== of))
        expectFaults(await page(other, `curseur=${curseur}`), 'curseur');
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
