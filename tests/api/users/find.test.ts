import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { uniqueWord } from '../../support/books.ts';
import { allPages, deleteUser, patchUser } from '../../support/users.ts';

/** People are found as somebody at the desk types. */

const listPath = (query: Record<string, string>) => `/utilisateurs?${new URLSearchParams(query)}`;
const find = async (query: Record<string, string>) => (await call('GET', listPath(query))).body.elements;
const idsOf = (people: { id: string }[]) => people.map(({ id }) => id).sort();

/** Follows a word of each person's name, so that these are found among others that the system may hold. */
const mark = uniqueWord();

const PEOPLE = {
  fontaine: { nom: 'de La Fontaine', prenom: `Élodie ${mark}` },
  marquez: { nom: 'García Márquez', prenom: `Gabriel ${mark}` },
  curie: { nom: 'Curie', prenom: `Marie ${mark}` },
  connor: { nom: 'O’Connor', prenom: `Sarah ${mark}` },
  almeida: { nom: "d'Almeida", prenom: `Jean-Baptiste ${mark}` },
  oeuvrard: { nom: 'Œuvrard', prenom: `Zoë ${mark}` },
  petrov: { nom: 'Петров', prenom: `Иван ${mark}` },
  wang: { nom: '王', prenom: `伟 ${mark}` },
  rezai: { nom: 'رضایی', prenom: `علی ${mark}` },
};
type Name = keyof typeof PEOPLE;

const ids = {} as Record<Name, string>;

beforeAll(async () => {
  for (const [name, person] of Object.entries(PEOPLE)) ids[name as Name] = (await newUser(person)).id;
});

/** What folds and splits the words is tried without a system; of these it is seen that the directory is asked for them. */
test.each<[asked: string, found: Name[]]>([
  ['FONTAINE élo', ['fontaine']],
  ['mar', ['curie', 'marquez']],
  ["O'Connor", ['connor']],
  ['dalmeida', ['almeida']],
  ['jean baptiste', ['almeida']],
  ['œuv zoe', ['oeuvrard']],
  ['петр', ['petrov']],
  ['رضايي', ['rezai']],
  ['伟 王', ['wang']],
  ['onnor', []],
  ['curie gab', []],
])('q=%s finds %j', async (asked, found) => {
  const wanted = found.map((name) => ids[name]).sort();
  for (const q of [`${asked} ${mark}`, `${mark} ${asked}`, ` ${asked.toUpperCase()}  ${mark} `])
    expect(idsOf(await find({ q }))).toEqual(wanted);
});

describe('a card number or an e-mail', () => {
  test('finds its one account, whole, in any case, by its own parameter and by q', async () => {
    const numero_carte = `C-${randomUUID().slice(0, 13)}`.toUpperCase();
    const user = await newUser({ adhesion: { numero_carte } });
    for (const card of [numero_carte, numero_carte.toLowerCase(), ` ${numero_carte} `])
      for (const found of [await find({ carte: card }), await find({ q: card })]) expect(found).toEqual([user]);
    for (const email of [user.email, user.email.toUpperCase()])
      for (const found of [await find({ email }), await find({ q: email })]) expect(found).toEqual([user]);
    for (const part of [numero_carte.slice(0, -1), `${numero_carte}0`])
      for (const found of [await find({ carte: part }), await find({ q: part })]) expect(found).toEqual([]);
    for (const part of [user.email.slice(1), `x${user.email}`, `${user.email}a`])
      for (const found of [await find({ email: part }), await find({ q: part })]) expect(found).toEqual([]);
  });

  test('finds nobody whom another filter leaves out', async () => {
    const user = await newUser({ nom: `${uniqueWord()} Œuvre` });
    const { email, nom } = user;
    const carte = user.adhesion.numero_carte;
    expect(await find({ carte, email, nom: nom.slice(0, 5), q: 'oeuv' })).toEqual([user]);
    for (const other of [{ nom: 'autre' }, { q: 'autre' }])
      for (const unique of [{ carte }, { email }]) expect(await find({ ...unique, ...other })).toEqual([]);
    expect(await find({ carte, email: 'x@exemple.fr' })).toEqual([]);
    expect(await find({ email, carte: (await newUser()).adhesion.numero_carte })).toEqual([]);
  });

  test('that is also a word of names is among those who have it, each once, in their order', async () => {
    const word = uniqueWord().toUpperCase().slice(0, 20);
    for (const nom of ['Alpha', 'Gamma']) await newUser({ nom, prenom: word });
    await newUser({ nom: 'Beta', adhesion: { numero_carte: word } });
    for (const limit of [1, 2, 3, 100]) {
      const { elements } = await allPages(listPath({ q: word }), limit);
      expect(elements.map(({ nom }: { nom: string }) => nom)).toEqual(['Alpha', 'Beta', 'Gamma']);
    }
  });
});

test('a card of somebody whom another filter leaves out does not end the list', async () => {
  const [word, start] = [uniqueWord().toUpperCase().slice(0, 20), uniqueWord()];
  await newUser({ nom: 'Aaron', adhesion: { numero_carte: word } });
  for (let n = 0; n < 3; n += 1) await newUser({ nom: `${start}${n}`, prenom: word });
  const { elements } = await allPages(listPath({ q: word, nom: start }), 1);
  expect(elements).toHaveLength(3);
});

test('a name with an apostrophe within a letter is found as it is written', async () => {
  const prenom = uniqueWord();
  const { id } = await newUser({ nom: '\u0149guyen', prenom });
  for (const query of [{ nom: '\u0149guyen', q: prenom }, { nom: 'nguyen', q: prenom }, { q: `\u0149guyen ${prenom}` }])
    expect(idsOf(await find(query))).toEqual([id]);
});

test('a new name, a change of it and a deletion are seen by the very next request', async () => {
  const [one, other] = [uniqueWord(), uniqueWord()];
  const { id } = await newUser({ nom: one, prenom: 'Zoé' });
  expect([(await find({ q: one })).length, (await find({ q: other })).length]).toEqual([1, 0]);
  await patchUser(id, { prenom: other });
  expect([(await find({ q: one })).length, (await find({ q: other })).length]).toEqual([1, 1]);
  await patchUser(id, { nom: 'Court' });
  expect([(await find({ q: one })).length, (await find({ q: other })).length]).toEqual([0, 1]);
  expect([await find({ nom: one }), (await find({ nom: 'court', q: other })).length]).toEqual([[], 1]);
  await deleteUser(id);
  expect(await find({ q: other })).toEqual([]);
});

test.each([
  ['letters that are each two', `abc${'ͺd'.repeat(125)}`],
  ['signs that are each a sentence', '\ufdfa'.repeat(50)],
  ['a name and such letters', `Zyx${'\ufe70d'.repeat(80)}`],
  ['many words', Array.from({ length: 120 }, (_, n) => String.fromCharCode(97 + (n % 26))).join(' ')],
  ['many names of two parts', Array.from({ length: 20 }, (_, n) => `abc${n}-defg`).join(' ')],
])('a search for %s is answered, with nobody', async (_, q) => {
  expect(await find({ q: q.slice(0, 254) })).toEqual([]);
});
