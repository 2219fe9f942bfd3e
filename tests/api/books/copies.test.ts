import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { checkDigit } from '../../../lib/values/check-digit.ts';
import { call } from '../../support/api.ts';
import { availability, deleteBook, getBook, newBook, patchBook, postBook, someBook } from '../../support/books.ts';
import {
  addCopy,
  copiesOf,
  copiesPath,
  copyOf,
  deleteCopy,
  findCopy,
  newCopy,
  patchCopy,
  scan,
  someBarcode,
} from '../../support/copies.ts';
import { violations } from '../../support/invariants.ts';
import { lend, newUser } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { allPages, ifMatch } from '../../support/users.ts';

/** The copies of a title: how they come, change, are found and go. */

test('a book comes with copies of which nothing is said, each with a barcode that the library makes', async () => {
  const book = await newBook({ exemplaires: 3 });
  const copies = await copiesOf(book.id);
  expect(copies).toHaveLength(3);
  for (const copy of copies) {
    expect(copy).toMatchObject({
      livre_id: book.id,
      cote: null,
      etat: 'en_service',
      note: null,
      situation: 'en_rayon',
    });
    expect(copy.code_barres).toMatch(/^\d{14}$/);
    expect(checkDigit(copy.code_barres.slice(0, -1))).toBe(copy.code_barres.at(-1));
    expect((await findCopy(copy.code_barres)).body).toMatchObject(copy);
  }
  expect(new Set(copies.map(({ code_barres }) => code_barres)).size).toBe(3);
  expect(await violations({ only: 'books' })).toEqual([]);
});

test('a book comes with up to 20 copies of which something is said', async () => {
  const [given, other] = [someBarcode(), someBarcode()];
  const exemplaires = [
    { code_barres: given.toLowerCase(), cote: ' R CAM ', note: 'Don' },
    { cote: 'R CAM' },
    { code_barres: other },
    {},
  ];
  const book = await newBook({ exemplaires });
  expect(book.exemplaires).toBe(4);
  const copies = await copiesOf(book.id);
  expect(copies.map(({ code_barres, cote, note }) => ({ code_barres, cote, note }))).toEqual([
    { code_barres: given, cote: 'R CAM', note: 'Don' },
    { code_barres: expect.stringMatching(/^\d{14}$/), cote: 'R CAM', note: null },
    { code_barres: other, cote: null, note: null },
    { code_barres: expect.stringMatching(/^\d{14}$/), cote: null, note: null },
  ]);
  for (const copy of copies) expect((await findCopy(copy.code_barres)).body).toMatchObject(copy);
  expect((await newBook({ exemplaires: [] })).exemplaires).toBe(0);
  const many = await newBook({ exemplaires: Array.from({ length: 20 }, () => ({ code_barres: someBarcode() })) });
  expect(await copiesOf(many.id)).toHaveLength(20);
});

test.each([
  [{ exemplaires: Array.from({ length: 21 }, () => ({})) }, 'exemplaires'],
  [{ exemplaires: [{}, { code_barres: 'a b c' }] }, 'exemplaires.1.code_barres'],
  [{ exemplaires: [{ code_barres: 'ABC' }] }, 'exemplaires.0.code_barres'],
  [{ exemplaires: [{ cote: '' }] }, 'exemplaires.0.cote'],
  [{ exemplaires: [{ note: 'x'.repeat(501) }] }, 'exemplaires.0.note'],
  [{ exemplaires: [{ etat: 'perdu' }] }, 'exemplaires.0.etat'],
  [{ exemplaires: [{ code_barres: 'DEUX-FOIS' }, { code_barres: 'deux-fois' }] }, 'exemplaires.1.code_barres'],
])('a book with the copies %j is refused at %s', async (copies, chemin) => {
  const answer = await postBook(someBook(copies));
  expectProblem(answer, 400, 'requete_invalide');
  expect(answer.body.erreurs.map((fault: { chemin: string }) => fault.chemin)).toEqual([chemin]);
});

test('the library never makes a barcode of a series of which it was given one', async () => {
  const digits = '1234567890001';
  const foreign = digits + checkDigit(digits);
  const book = await newBook({ exemplaires: [{ code_barres: foreign }] });
  expect((await findCopy(foreign)).body.livre.id).toBe(book.id);
  expect((await copyOf(book.id)).code_barres).toBe(foreign);
  const others = '1234567900002';
  const foreignToo = others + checkDigit(others);
  const other1 = await newCopy(book.id);
  expect((await patchCopy(other1, { code_barres: foreignToo })).status).toBe(200);
  expect((await findCopy(foreignToo)).body.id).toBe(other1.id);
  // Its own may be taken from a copy and given back to it.
  const copy = await newCopy(book.id);
  const other = someBarcode();
  expect((await patchCopy(copy, { code_barres: other })).body.code_barres).toBe(other);
  expectProblem(await findCopy(copy.code_barres), 404, 'exemplaire_introuvable');
  expect((await patchCopy(copy, { code_barres: copy.code_barres })).status).toBe(200);
  expect((await findCopy(copy.code_barres)).body.id).toBe(copy.id);
  expectProblem(await findCopy(other), 404, 'exemplaire_introuvable');
  expect(await violations({ only: 'books' })).toEqual([]);
});

test('a copy that is added says so, is found by its barcode, and counts', async () => {
  const book = await newBook();
  const answer = await addCopy(book.id, { code_barres: someBarcode(), cote: 'BD TIN', note: 'Neuf' });
  expect(answer.status).toBe(201);
  expect(answer.headers.location).toBe(`/exemplaires/${answer.body.code_barres}`);
  expect(answer.body).toEqual({
    id: expect.any(String),
    livre_id: book.id,
    code_barres: expect.any(String),
    cote: 'BD TIN',
    etat: 'en_service',
    note: 'Neuf',
    date_entree: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    situation: 'en_rayon',
  });
  expect((await call('POST', copiesPath(book.id))).status).toBe(201);
  expect((await getBook(book.id)).body.exemplaires).toBe(3);
  expect(await availability(book.id)).toMatchObject({ exemplaires: 3, disponibles: 3 });
  expectProblem(await addCopy(randomUUID()), 404, 'livre_introuvable');
  expectProblem(await addCopy(book.id, { etat: 'perdu' }), 400, 'requete_invalide');
});

test('the copies of a book are listed in the order in which they came, page by page', async () => {
  const book = await newBook({ exemplaires: 2 });
  for (const cote of ['a', 'b', 'c']) await newCopy(book.id, { cote });
  const all = await copiesOf(book.id);
  expect(all.map(({ cote }) => cote)).toEqual([null, null, 'a', 'b', 'c']);
  for (const limit of [1, 2, 5]) expect((await allPages(copiesPath(book.id), limit)).elements).toEqual(all);
  expect((await call('GET', copiesPath(book.id), { token: null })).status).toBe(200);
  expectProblem(await call('GET', copiesPath(randomUUID())), 404, 'livre_introuvable');
});

test('a copy that cannot be lent is not available, and a withdrawn one does not count', async () => {
  const book = await newBook({ exemplaires: 5 });
  const states = ['exclu_du_pret', 'en_reparation', 'perdu', 'retire'] as const;
  const copies = await copiesOf(book.id);
  for (const [n, etat] of states.entries()) {
    const { status, body } = await patchCopy(copies[n] as (typeof copies)[0], { etat });
    expect([status, body.etat, body.situation]).toEqual([200, etat, 'indisponible']);
  }
  expect(await availability(book.id)).toMatchObject({ exemplaires: 4, disponibles: 1 });
  expect((await getBook(book.id)).body.exemplaires).toBe(4);
  await lend((await newUser()).id, book.id);
  expect((await copiesOf(book.id)).map(({ situation }) => situation)).toEqual([
    ...states.map(() => 'indisponible'),
    'emprunte',
  ]);
});

test('a change of a copy changes what it names and clears what is null', async () => {
  const book = await newBook();
  const copy = await newCopy(book.id, { cote: 'R ABC', note: 'Taché' });
  expect((await patchCopy(copy, { cote: 'R DEF' })).body).toEqual({ ...copy, cote: 'R DEF' });
  expect((await patchCopy(copy, { cote: null, note: null })).body).toEqual({ ...copy, cote: null, note: null });
  const barcode = someBarcode();
  expect((await patchCopy(copy, { code_barres: barcode, note: 'x' })).body).toMatchObject({
    code_barres: barcode,
    cote: null,
    note: 'x',
  });
  expect((await findCopy(barcode)).body).toMatchObject({ id: copy.id, note: 'x' });
  for (const body of [{}, { etat: 'neuf' }, { situation: 'en_rayon' }, { code_barres: null }])
    expectProblem(await patchCopy(copy, body), 400, 'requete_invalide');
  expectProblem(await patchCopy({ ...copy, id: randomUUID() }, { cote: 'x' }), 404, 'exemplaire_introuvable');
  expectProblem(
    await patchCopy({ ...copy, livre_id: (await newBook()).id }, { cote: 'x' }),
    404,
    'exemplaire_introuvable',
  );
  expectProblem(await patchCopy({ ...copy, livre_id: randomUUID() }, { cote: 'x' }), 404, 'livre_introuvable');
  expect(await violations({ only: 'books' })).toEqual([]);
});

test('either representation of a copy that was seen protects it from a change in between', async () => {
  const book = await newBook();
  const added = await addCopy(book.id, { cote: 'R ABC' });
  const copy = added.body;
  const found = await findCopy(copy.code_barres);
  expect((await patchCopy(copy, { cote: 'R DEF' }, ifMatch(String(found.headers.etag)))).status).toBe(200);
  for (const stale of [added, found]) {
    expectProblem(await patchCopy(copy, { cote: 'x' }, ifMatch(String(stale.headers.etag))), 412, 'version_perimee');
    expectProblem(await deleteCopy(copy, ifMatch(String(stale.headers.etag))), 412, 'version_perimee');
  }
  const again = await patchCopy(copy, { cote: 'R GHI' });
  expect((await deleteCopy(copy, ifMatch(String(again.headers.etag)))).status).toBe(204);
});

test('while a copy is out its state stays what it is, and it is not deleted; the rest may change', async () => {
  const book = await newBook();
  const loan = (await lend((await newUser()).id, book.id)).body;
  const copy = await copyOf(book.id);
  expectProblem(await patchCopy(copy, { etat: 'perdu' }), 409, 'exemplaire_emprunte');
  expectProblem(await deleteCopy(copy), 409, 'exemplaire_emprunte');
  const barcode = someBarcode();
  expect((await patchCopy(copy, { etat: 'en_service', cote: 'R', code_barres: barcode })).body).toMatchObject({
    situation: 'emprunte',
  });
  expect((await findCopy(barcode)).body.emprunt_id).toBe(loan.id);
  expect((await scan(barcode)).body.emprunt.id).toBe(loan.id);
  expect((await findCopy(barcode)).body.emprunt_id).toBeNull();
  expect((await deleteCopy(copy)).status).toBe(204);
  expectProblem(await findCopy(barcode), 404, 'exemplaire_introuvable');
  expectProblem(await deleteCopy(copy), 404, 'exemplaire_introuvable');
  expect((await getBook(book.id)).body.exemplaires).toBe(0);
  expect((await addCopy(book.id, { code_barres: barcode })).status).toBe(201);
});

test('a number of copies adds some, or takes the newest away of those on the shelf', async () => {
  const book = await newBook({ exemplaires: 2 });
  const [lent, kept] = await copiesOf(book.id);
  await lend((await newUser()).id, book.id);
  const repaired = await newCopy(book.id, { code_barres: someBarcode() });
  await patchCopy(repaired, { etat: 'en_reparation' });
  const withdrawn = await newCopy(book.id);
  await patchCopy(withdrawn, { etat: 'retire' });
  expect((await patchBook(book.id, { exemplaires: 5 })).body.exemplaires).toBe(5);
  expect(await copiesOf(book.id)).toHaveLength(6);
  expect((await patchBook(book.id, { exemplaires: 3 })).body.exemplaires).toBe(3);
  expect((await copiesOf(book.id)).map(({ id }) => id)).toEqual(
    [lent, kept, repaired, withdrawn].map((copy) => copy?.id),
  );
  expect((await patchBook(book.id, { exemplaires: 2 })).body.exemplaires).toBe(2);
  expectProblem(await patchBook(book.id, { exemplaires: 1 }), 409, 'exemplaires_insuffisants');
  expect((await copiesOf(book.id)).map(({ id }) => id)).toEqual([lent, repaired, withdrawn].map((copy) => copy?.id));
  expect(await violations({ only: 'books' })).toEqual([]);
});

test('a title keeps a thousand copies at most, the withdrawn ones included', async () => {
  const book = await newBook({ exemplaires: 1000 });
  expectProblem(await addCopy(book.id), 409, 'exemplaires_trop_nombreux');
  const copies = await copiesOf(book.id);
  expect(new Set(copies.map(({ code_barres }) => code_barres)).size).toBe(1000);
  expect((await patchCopy(copies[0] as (typeof copies)[0], { etat: 'retire' })).status).toBe(200);
  expectProblem(await patchBook(book.id, { exemplaires: 1000 }), 409, 'exemplaires_trop_nombreux');
  expect((await deleteBook(book.id)).status).toBe(204);
});
