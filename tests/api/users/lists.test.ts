import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { expectFaults } from '../../support/problems.ts';
import { allPages, deleteUser, newPenalty, patchUser, penaltiesPath } from '../../support/users.ts';

/** A start of names that nobody else has. */
const uniqueStart = () => `X${randomUUID().replaceAll(/\d|-/g, '')}`;
const byName = (nom: string) => `/utilisateurs?${new URLSearchParams({ nom })}`;
const found = async (nom: string) => (await call('GET', byName(nom))).body.elements;

const NAMES = [
  ['Eluard', 'Ève'],
  ['Éluard', 'Paul'],
  ['ELUARD', 'Zoé'],
  ['Le', 'Zoé'],
  ['Le Goff', 'Anne'],
  ['Lefevre', 'Éric'],
  ['Lefèvre', 'Fanny'],
  ['Œuvre', 'Max'],
  ['Ogier', 'Léa'],
  ['Zoulou', 'Abel'],
] as const;

const start = uniqueStart();
const SHUFFLED = [7, 2, 9, 4, 0, 6, 3, 8, 1, 5];

beforeAll(async () => {
  for (const index of SHUFFLED) {
    const [nom, prenom] = NAMES[index] as (typeof NAMES)[number];
    await newUser({ nom: `${start} ${nom}`, prenom });
  }
});

const names = (elements: { nom: string; prenom: string }[]) =>
  elements.map(({ nom, prenom }) => [nom.slice(start.length + 1), prenom]);

describe('GET /utilisateurs', () => {
  it('is in the order of names as a reader looks them up', async () => {
    expect(names(await found(start))).toEqual(NAMES);
  });

  it.each([
    ['eluard', 3],
    ['ÉLU', 3],
    ['le', 4],
    ['le goff', 1],
    ['lefev', 2],
    ['oe', 1],
    ['œU', 1],
    ['goff', 0],
    ['uvre', 0],
  ])('finds names that start with %s, case, accents and ligatures ignored', async (wanted, count) => {
    expect(await found(`${start} ${wanted}`)).toHaveLength(count);
    expect(await found(`${start.toLowerCase()} ${wanted.toUpperCase()}`)).toHaveLength(count);
  });

  it('takes what looks like a pattern as it is', async () => {
    for (const pattern of ['%', '*', '.*', '_', '\\', `' OR 1=1`])
      expect(await found(`${start} ${pattern}`)).toEqual([]);
  });

  it.each([
    ['an accent alone', '\u0301'],
    ['an accent that is a character', '´'],
  ])('asked for by %s, which does not count, are all of them', async (_, nom) => {
    const { status, body } = await call('GET', byName(nom));
    expect(status).toBe(200);
    expect(body.elements.length).toBeGreaterThanOrEqual(NAMES.length);
  });

  it.each([
    ['a hundred ligatures that Unicode spells out', 'ﷺ'.repeat(100)],
    ['a hundred syllables that Unicode decomposes', '각'.repeat(100)],
  ])('asked for by %s, longer than a key can be, are none', async (_, nom) => {
    const { status, body } = await call('GET', byName(nom));
    expect(status).toBe(200);
    expect(body.elements).toEqual([]);
  });

  it('tells names apart that differ only far into them', async () => {
    const long = `${uniqueStart()}${'㌖'.repeat(65)}`;
    const [one, other] = [await newUser({ nom: `${long}a` }), await newUser({ nom: `${long}b` })];
    for (const limit of [1, 100]) {
      expect((await allPages(byName(`${long}A`), limit)).elements).toEqual([one]);
      expect((await allPages(byName(`${long}b`), limit)).elements).toEqual([other]);
      expect((await allPages(byName(long), limit)).elements).toHaveLength(2);
    }
  });

  it('finds the one account of an e-mail, exactly', async () => {
    const user = await newUser({ nom: 'Œuvre' });
    const byEmail = async (query: object) =>
      (await call('GET', `/utilisateurs?${new URLSearchParams({ ...query })}`)).body;
    expect(await byEmail({ email: user.email })).toEqual({ elements: [user] });
    expect(await byEmail({ email: ` ${user.email.toUpperCase()} ` })).toEqual({ elements: [user] });
    expect(await byEmail({ email: user.email, nom: 'oeu' })).toEqual({ elements: [user] });
    expect(await byEmail({ email: user.email, nom: 'autre' })).toEqual({ elements: [] });
    expect(await byEmail({ email: `x${user.email}` })).toEqual({ elements: [] });
    expect(await byEmail({ email: user.email.replace('.fr', '.fra') })).toEqual({ elements: [] });
  });

  it('shows a change and a deletion', async () => {
    const own = uniqueStart();
    const { id } = await newUser({ nom: `${own} A` });
    await patchUser(id, { nom: `${own} B` });
    expect(await found(`${own} A`)).toEqual([]);
    expect(await found(`${own} B`)).toHaveLength(1);
    await deleteUser(id);
    expect(await found(own)).toEqual([]);
  });

  it('shows the account only, and nothing that the table keeps beside it', async () => {
    const [element] = await found(start);
    expect(Object.keys(element).sort()).toEqual(['date_creation', 'email', 'id', 'nom', 'prenom']);
  });
});

describe('pages', () => {
  it.each([1, 2, 3, 5, 9, 10, 11, 100])('of %d give every element once, in order, to an exact end', async (limit) => {
    const { elements, pages } = await allPages(byName(start), limit);
    expect(names(elements)).toEqual(NAMES);
    expect(pages).toBe(Math.ceil(NAMES.length / limit));
  });

  it('have no cursor on the last one', async () => {
    const last = (await call('GET', `${byName(start)}&limite=10`)).body;
    expect(last).not.toHaveProperty('curseur_suivant');
    expect((await call('GET', `${byName(start)}&limite=9`)).body.curseur_suivant).toEqual(expect.any(String));
    expect((await call('GET', byName(uniqueStart()))).body).toEqual({ elements: [] });
  });

  it('have twenty elements when nothing is said', async () => {
    const own = uniqueStart();
    for (let index = 0; index < 21; index += 1) await newUser({ nom: own });
    const { body } = await call('GET', byName(own));
    expect(body.elements).toHaveLength(20);
    expect(body.curseur_suivant).toEqual(expect.any(String));
  });

  it('tell people of the same name apart', async () => {
    const own = uniqueStart();
    const ids = new Set<string>();
    for (let index = 0; index < 7; index += 1) ids.add((await newUser({ nom: own, prenom: 'Jean' })).id);
    const { elements } = await allPages(byName(own), 2);
    expect(elements).toHaveLength(7);
    expect(new Set(elements.map(({ id }) => id))).toEqual(ids);
  });

  it('go on where they were when the element before is gone or moved', async () => {
    const own = uniqueStart();
    for (const nom of ['A', 'B', 'C', 'D', 'E']) await newUser({ nom: `${own} ${nom}` });
    const first = (await call('GET', `${byName(own)}&limite=2`)).body;
    await deleteUser(first.elements[1].id);
    await patchUser(first.elements[0].id, { nom: `${own} Z` });
    const second = (await call('GET', `${byName(own)}&limite=2&curseur=${first.curseur_suivant}`)).body;
    expect(second.elements.map(({ nom }: { nom: string }) => nom.slice(-1))).toEqual(['C', 'D']);
  });

  it('may change their length on the way', async () => {
    const { curseur_suivant } = (await call('GET', `${byName(start)}&limite=3`)).body;
    const { body } = await call('GET', `${byName(start)}&limite=100&curseur=${curseur_suivant}`);
    expect(names(body.elements)).toEqual(NAMES.slice(3));
  });
});

describe('a limit', () => {
  it.each(['0', '101', 'abc', '1.5', '-1', '', '1e1', '05', '+5', '١', '9999999999999999999', 'null'])(
    'is not %j',
    async (limit) => {
      const query = `limite=${encodeURIComponent(limit)}`;
      expectFaults(await call('GET', `/utilisateurs?${query}`), 'limite');
    },
  );

  it.each(['1', '100'])('may be %s', async (limit) => {
    expect((await call('GET', `/utilisateurs?limite=${limit}`)).status).toBe(200);
  });

  it('is checked in the list of penalties as well', async () => {
    const { utilisateur_id } = await newPenalty();
    expectFaults(await call('GET', `${penaltiesPath(utilisateur_id)}?limite=0`), 'limite');
  });
});

describe('a cursor', () => {
  const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const next = (character: string) => BASE64URL[(BASE64URL.indexOf(character) + 1) % BASE64URL.length] as string;
  const cursorOf = async (path: string): Promise<string> =>
    (await call('GET', `${path}${path.includes('?') ? '&' : '?'}limite=1`)).body.curseur_suivant;

  it('is refused with any one character changed', async () => {
    const cursor = await cursorOf(byName(start));
    for (const [index, character] of [...cursor].entries()) {
      const damaged = cursor.slice(0, index) + next(character) + cursor.slice(index + 1);
      expectFaults(await call('GET', `${byName(start)}&curseur=${damaged}`), 'curseur');
    }
  });

  it('is refused cut, lengthened, empty or made up', async () => {
    const cursor = await cursorOf(byName(start));
    for (const other of [
      cursor.slice(1),
      cursor.slice(0, -1),
      `${cursor}A`,
      `${cursor}=`,
      '',
      'abc',
      'A'.repeat(5_000),
    ])
      expectFaults(await call('GET', `${byName(start)}&curseur=${other}`), 'curseur');
  });

  it('is refused by the same list with other filters', async () => {
    const cursor = await cursorOf(byName(start));
    for (const path of [byName(`${start} l`), '/utilisateurs?', `${byName(start)}&email=a@b.fr`])
      expectFaults(await call('GET', `${path}&curseur=${cursor}`), 'curseur');
  });

  it('is refused by every other list', async () => {
    const [one, other] = [await newPenalty(), await newPenalty()];
    await newPenalty(1, one.utilisateur_id);
    const users = await cursorOf('/utilisateurs');
    const penalties = await cursorOf(penaltiesPath(one.utilisateur_id));
    for (const [path, cursor] of [
      [`${penaltiesPath(one.utilisateur_id)}?`, users],
      ['/utilisateurs?', penalties],
      [`${penaltiesPath(other.utilisateur_id)}?`, penalties],
      [`${penaltiesPath(one.utilisateur_id)}?statut=impayee&`, penalties],
    ])
      expectFaults(await call('GET', `${path}curseur=${cursor}`), 'curseur');
  });
});
