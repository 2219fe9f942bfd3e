import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, call, overHttp } from '../../support/api.ts';
import { bookPath, found, getBook, type Livre, newBook, patchBook, postBook, uniqueWord } from '../../support/books.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';

/** Every refused book has this word in its title where it has one: none may be found afterwards. */
const word = uniqueWord();
const right = { titre: word, auteur: 'Quelqu’un', isbn: null, annee: 1900, exemplaires: 1 };

let book: Livre;
beforeAll(async () => {
  book = await newBook();
});

const texts = (max: number): [what: string, value: unknown][] => [
  ['null', null],
  ['a number', 12],
  ['true', true],
  ['a list', ['titre']],
  ['an object', { fr: 'titre' }],
  ['empty', ''],
  ['spaces only', ' \u00a0\t '],
  ['too long', 'é'.repeat(max + 1)],
  ['too long beyond the basic plane', '𠮷'.repeat(max + 1)],
  ['a text with a line feed', 'deux\nlignes'],
  ['a text with a zero byte', 'zéro\u0000'],
  ['a text with an escape sequence', '\u001b[31mrouge'],
  ['a text with half a surrogate pair', 'moitié \ud800'],
];

const whole: [what: string, value: unknown][] = [
  ['a fraction', 1.5],
  ['a text', '3'],
  ['an empty text', ''],
  ['true', true],
  ['a list', [3]],
  ['an object', {}],
  ['beyond exact numbers', 1e300],
];

const isbns: [what: string, value: unknown][] = [
  ['a number', 9_782_070_360_024],
  ['empty', ''],
  ['a wrong key of ten digits', '2070360025'],
  ['a wrong key of thirteen digits', '9782070360025'],
  ['too short', '978207036002'],
  ['too long', '97820703600240'],
  ['no ISBN', 'sans'],
  ['an EAN-13 that is no book', '4006381333931'],
  ['the number of printed music', '979-0-2600-0043-8'],
  ['on two lines', '978-2-07\n-036002-4'],
  ['a list', ['9782070360024']],
  ['a hundred thousand hyphens', '-'.repeat(50_000)],
];

const refused: [field: string, what: string, value: unknown][] = [
  ...texts(300).map(([what, value]): [string, string, unknown] => ['titre', what, value]),
  ...texts(200).map(([what, value]): [string, string, unknown] => ['auteur', what, value]),
  ...isbns.map(([what, value]): [string, string, unknown] => ['isbn', what, value]),
  ...whole.map(([what, value]): [string, string, unknown] => ['annee', what, value]),
  ['annee', 'far in the future', 10_000],
  ...whole.map(([what, value]): [string, string, unknown] => ['exemplaires', what, value]),
  ['exemplaires', 'null', null],
  ['exemplaires', 'fewer than none', -1],
  ['exemplaires', 'more than a thousand', 1001],
  ['inconnu', 'unknown', 'x'],
  ['id', 'not to be chosen', 'b1e55ed0-0000-4000-8000-000000000000'],
  ['date_creation', 'not to be chosen', '2026-01-02T03:04:05.678Z'],
  ['__proto__x', 'unknown', {}],
];

describe('a book', () => {
  it.each(refused)('whose %s is %s is refused, new and changed', async (field, _, value) => {
    expectFaults(await postBook({ ...right, [field]: value }), field);
    expectFaults(await patchBook(book.id, { titre: word, [field]: value }), field);
  });

  it.each(['titre', 'auteur'])('needs a %s', async (field) => {
    const { [field as 'titre']: _, ...rest } = right;
    expectFaults(await postBook(rest), field);
  });

  it('is told all its faults in one answer', async () => {
    const wrong = { titre: '', isbn: '123', annee: 'hier', exemplaires: -1, couleur: 'bleu' };
    expectFaults(await postBook(wrong), 'titre', 'auteur', 'isbn', 'annee', 'exemplaires', 'couleur');
    expectFaults(await patchBook(book.id, wrong), 'titre', 'isbn', 'annee', 'exemplaires', 'couleur');
  });
});

describe.each([
  ['POST', () => '/livres'],
  ['PATCH', () => bookPath(book.id)],
])('the body of %s', (method, path) => {
  const send = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    call(method, path(), { body, headers });

  it.each([
    ['malformed JSON', `{"titre": "${word}"`],
    ['text', word],
    ['JSON and more', `${JSON.stringify(right)} ;`],
    ['a comma too many', `{"titre": "${word}",}`],
  ])('is refused when it is %s', async (_, body) => {
    expectProblem(await send(body), 400, 'requete_invalide');
  });

  it.each([
    ['a list', [right]],
    ['an empty list', []],
    ['a text', JSON.stringify(word)],
    ['a number', '12'],
    ['null', 'null'],
    ['true', 'true'],
    ['nothing', ''],
  ])('is refused when it is %s instead of an object', async (_, body) => {
    expectFaults(await send(body), 'corps');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
    'is refused as %s',
    async (type) => {
      expectProblem(await send(JSON.stringify(right), { 'content-type': type }), 415, 'type_de_contenu_refuse');
    },
  );

  it('is refused when it is a megabyte long', async () => {
    const answer = await send(JSON.stringify({ ...right, auteur: 'x'.repeat(1024 * 1024) }));
    // A gateway may refuse such a body before any function sees it.
    if (overHttp && answer.status === 413) return;
    expectProblem(answer, 400, 'requete_invalide');
  });
});

describe('the query of the search', () => {
  it.each([
    ['titre', 'empty', 'titre='],
    ['titre', 'spaces only', 'titre=%20%20'],
    ['titre', 'punctuation only', 'titre=%3F%21%E2%80%A6'],
    ['titre', 'apostrophes and hyphens only', "titre='-%E2%80%99"],
    ['titre', 'a picture', `titre=${encodeURIComponent('📚')}`],
    ['titre', 'a picture with the mark of its form', `titre=${encodeURIComponent('❤\ufe0f')}`],
    ['titre', 'what shows nothing', `titre=${encodeURIComponent('\u00ad\u200b\u200d\u2060')}`],
    ['titre', 'too long', `titre=${'a'.repeat(301)}`],
    ['titre', 'a control character', 'titre=a%00b'],
    ['auteur', 'empty', 'auteur='],
    ['auteur', 'punctuation only', 'auteur=...'],
    ['auteur', 'punctuation only, beside a title', 'titre=le&auteur=%C2%AB%C2%BB'],
    ['auteur', 'too long', `auteur=${'a'.repeat(201)}`],
    ['isbn', 'empty', 'isbn='],
    ['isbn', 'no ISBN', 'isbn=123'],
    ['isbn', 'on two lines', 'isbn=978207%0A0360024'],
    ['isbn', 'of a wrong key', 'isbn=9782070360025'],
    ['limite', 'nothing', 'limite='],
    ['limite', '0', 'limite=0'],
    ['limite', '101', 'limite=101'],
    ['limite', '-1', 'limite=-1'],
    ['limite', '1.5', 'limite=1.5'],
    ['limite', 'a word', 'limite=dix'],
    ['limite', 'given twice', 'limite=10&limite=20'],
    ['curseur', 'empty', 'curseur='],
    ['curseur', 'invented', 'curseur=abc'],
    ['annee', 'unknown', 'annee=1900'],
    ['Titre', 'unknown for its capital', 'Titre=le'],
    ['q', 'unknown', 'q=le'],
  ])('is refused when %s is %s', async (name, _, query) => {
    expectFaults(await call('GET', `/livres?${query}`), name);
  });

  it('is told all its faults in one answer', async () => {
    const answer = await call('GET', '/livres?titre=%3F&auteur=%21&isbn=1&limite=0&page=2');
    expectFaults(answer, 'titre', 'auteur', 'isbn', 'limite', 'page');
  });
});

describe('afterwards', () => {
  it('nothing of what was refused is there', async () => {
    expect(await found({ titre: word })).toEqual([]);
    expect((await getBook(book.id)).body).toEqual(book);
  });
});
