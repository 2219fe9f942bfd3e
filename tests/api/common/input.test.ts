import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { call, overHttp } from '../../support/api.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { BODIES, MALFORMED, rightBody, TREACHEROUS, WITHOUT_FIELDS } from './bodies.ts';
import { NAMES, newThings, noThings, requestOf, send, type Things } from './operations.ts';

/** What no operation takes: every fault is told, at its place, and nothing happens: see `expectProblem`. */

let things: Things;
beforeAll(async () => {
  things = await newThings({ owing: true });
});

describe.each(Object.keys(BODIES))('the body of %s', (name) => {
  const fields = Object.entries(BODIES[name] ?? {});
  const names = fields.map(([field]) => field);
  const isNew = !/-update(-copy)?$/.test(name);
  const right = () => rightBody(name, things);
  const sent = (body: unknown, headers = {}) => send(name, things, { body, headers });

  test.each(fields)('has %s within its bounds', async (field, { wrong }) => {
    for (const value of wrong) expectFaults(await sent({ ...right(), [field]: value }), field);
  });

  test('has every field that a new thing needs, or one at least to change', async () => {
    for (const [field, { optional = false }] of isNew ? fields : []) {
      if (optional) continue;
      const answer = await sent({ ...right(), [field]: undefined });
      expectFaults(answer, field);
      for (const { message } of answer.body.erreurs) expect(message).toMatch(/^est obligatoire/);
    }
    if (!isNew) for (const body of [{}, '']) expectFaults(await sent(body), 'corps');
  });

  test('has no other field, and all its faults are told at once', async () => {
    for (const field of ['id', 'pk', 'statut', 'date_creation', 'reste_a_payer', 'Titre', ' nom', ''])
      expectFaults(await sent({ ...right(), [field]: 'x' }), field);
    const wrong = Object.fromEntries(fields.map(([field, { wrong: values }]) => [field, values[0] ?? false]));
    expectFaults(await sent({ ...right(), ...wrong, autre: 1, encore: 2 }), ...names, 'autre', 'encore');
  });

  test('has no field under a name that JavaScript itself uses, and no number too large to be finite', async () => {
    for (const field of [...TREACHEROUS.map((treacherous) => `"${treacherous}":{"impaye":0}`), '"x":1e999'])
      expectProblem(await sent(JSON.stringify(right()).replace('{', `{${field},`)), 400, 'requete_invalide');
  });

  test('is an object in JSON', async () => {
    // No body at all is nothing to say, where nothing has to be said.
    const needsNothing = isNew && fields.every(([, { optional }]) => optional);
    for (const text of MALFORMED.filter((malformed) => malformed !== '' || !needsNothing)) {
      const answer = await sent(text);
      // A gateway may refuse what is too large before any function sees it.
      if (overHttp && answer.status === 413) continue;
      expectProblem(answer, 400, 'requete_invalide');
      expect(answer.body.erreurs).not.toEqual([]);
    }
  });
});

const MANY =
  'a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt';

test.each<[name: string, body: object, ...faults: string[]]>([
  ['loans-create', { utilisateur_id: randomUUID(), autre: 1 }, 'livre_id', 'autre'],
  [
    'loans-create',
    { utilisateur_id: 5, numero_carte: 'AB12', autre: 1 },
    'utilisateur_id',
    'numero_carte',
    'livre_id',
    'autre',
  ],
  [
    'users-create',
    { nom: MANY, prenom: 'Zoé', email: 'x', adhesion: { date_fin: 'x' }, autre: 1 },
    'nom',
    'email',
    'adhesion.date_fin',
    'autre',
  ],
  ['books-create', { titre: MANY, annee: 'x', autre: 1 }, 'titre', 'annee', 'autre'],
])('%s tells what is wrong between fields beside what is wrong in one', async (name, body, ...faults) => {
  expectFaults(await send(name, things, { body }), ...faults);
});

test.each(WITHOUT_FIELDS)('%s takes no field and no other kind of body', async (name) => {
  expectFaults(await send(name, things, { body: { date_retour: '2020-01-01', id: 1 } }), 'date_retour', 'id');
  for (const body of ['[]', '1', '"x"', 'true', '{', 'x', '[{}]'])
    expectProblem(await send(name, things, { body }), 400, 'requete_invalide');
});

describe('the path', () => {
  const NO_ID = [
    ...['abc', '1', 'null', '%20', '%00', "'", '..%2f..', 'LIVRE%23x', 'x'.repeat(2_000)],
    ...['8d7b6f10-4c8e-4e0b-9f6a-0123456789ag', '8d7b6f10-4c8e-4e0b-9f6a-0123456789abc'],
  ];
  const PLACES = {
    user: 'id',
    penalty: 'penalite_id',
    payment: 'mouvement_id',
    loan: 'id',
    book: 'id',
    copy: 'exemplaire_id',
    idle: 'id',
  };
  const isIn = (kind: string, name: string) => requestOf(name, { ...noThings(), [kind]: 'HERE' })[1].includes('HERE');
  const kinds = Object.keys(PLACES) as (keyof typeof PLACES)[];
  const rows = NAMES.flatMap((name) => kinds.filter((kind) => isIn(kind, name)).map((kind) => [name, kind] as const));

  test.each(rows)('of %s takes nothing but a UUID as its %s', async (name, kind) => {
    for (const id of NO_ID) expectFaults(await send(name, { ...things, [kind]: id }), PLACES[kind]);
  });

  test('may be at fault beside the query, the body and the key', async () => {
    const path = '/utilisateurs/abc/penalites/def/paiements?autre=1';
    const answer = await call('POST', path, { body: { montant: '5' }, headers: { 'idempotency-key': 'a b' } });
    expectFaults(answer, 'id', 'penalite_id', 'autre', 'montant', 'Idempotency-Key');
  });
});

describe('the query', () => {
  const WORDLESS = ['?!…', "'-’", '📚', '❤\ufe0f', '\u00ad\u200b\u200d\u2060'];
  test.each<[name: string, parameter: string, wrong: string[]]>([
    ['users-list', 'q', ['', ' ', '\u0000', 'x'.repeat(255), ...WORDLESS]],
    ['users-list', 'carte', ['', 'A12', 'A 123', 'é1234', '1'.repeat(21)]],
    ['users-list', 'nom', ['', ' ', '\u0000', 'x'.repeat(101)]],
    ['users-list', 'email', ['', ' ', 'texte', 'a\nb@exemple.fr', 'x'.repeat(300)]],
    ['users-verify', 'nom', ['']],
    ['users-verify', 'prenom', [' ']],
    ['users-verify', 'email', ['x']],
    ['users-list-penalties', 'statut', ['', 'IMPAYEE', 'autre', 'payee,annulee']],
    ['users-list-unpaid', 'statut', ['', 'IMPAYEE', 'payee', 'annulee', 'impayee,payee']],
    ['books-search', 'titre', ['', '  ', 'a\u0000b', 'a'.repeat(301), ...WORDLESS]],
    ['books-search', 'auteur', ['', '...', '«»', 'a'.repeat(201)]],
    ['books-search', 'isbn', ['', '123', '978207\n0360024', '9782070360025']],
    ['books-search', 'q', ['', 'a\u0000b', 'a'.repeat(301), '&', ...WORDLESS]],
    ['books-search', 'disponible', ['', 'oui', '1', 'TRUE']],
    ['books-search', 'type', ['', 'DVD', 'un livre']],
    ['books-search', 'Titre', ['le']],
    ['loans-list-by-user', 'statut', ['', 'en_attente', 'EN_COURS', 'en_cours,rendu']],
  ])('of %s has %s within its bounds', async (name, parameter, wrong) => {
    for (const value of wrong)
      expectFaults(await send(name, things, { query: `?${new URLSearchParams({ [parameter]: value })}` }), parameter);
  });

  test('has all its faults told at once, a damaged cursor among them', async () => {
    const accounts = await call('GET', '/utilisateurs?nom=&email=x&limite=0&__proto__=1&curseur=abc');
    expectFaults(accounts, 'nom', 'email', 'limite', '__proto__', 'curseur');
    const books = await call('GET', '/livres?titre=%3F&auteur=%21&isbn=1&limite=0&page=2');
    expectFaults(books, 'titre', 'auteur', 'isbn', 'limite', 'page');
  });
});
