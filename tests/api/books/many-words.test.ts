import { expect, test } from '@jest/globals';
import { deleteBook, found, getBook, newBook, patchBook, postBook, someBook, uniqueWord } from '../../support/books.ts';
import { violations } from '../../support/invariants.ts';
import { expectFaults } from '../../support/problems.ts';

const MOST = 45;
const LETTERS = 'abcdefghijklmnopqrst';

/** So many words of two letters, from the given one on; no two are the same and none begins another. */
const words = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, n) => {
    const number = from + n;
    return `${LETTERS[Math.floor(number / LETTERS.length)]}${LETTERS[number % LETTERS.length]}`;
  });
const text = (...parts: (string | string[])[]) => parts.flat().join(' ');

test(`title and author may have ${MOST} words together, each of which is in the index, and no former one`, async () => {
  const [first, last] = [uniqueWord(), uniqueWord()];
  const before = { titre: text(first, words(30)), auteur: text(words(MOST - 31, 300)) };
  const after = { titre: text(last, words(30, 100)), auteur: text(words(MOST - 31, 350)) };
  const { id } = await newBook(before);
  expect([await found(before), await violations({ only: 'books' })]).toEqual([[id], []]);
  expect(await found({ ...before, auteur: text(before.auteur, 'absent') })).toEqual([]);
  expect((await patchBook(id, after)).status).toBe(200);
  expect([await found(before), await found(after), await violations({ only: 'books' })]).toEqual([[], [id], []]);
  expect((await deleteBook(id)).status).toBe(204);
  expect([await found(after), await violations({ only: 'books' })]).toEqual([[], []]);
});

test('words are counted once each, however often and in whatever case they come', async () => {
  const often = text(words(MOST - 1), 'la LA Là la LA Là');
  for (const auteur of ['…', 'la']) expect((await postBook(someBook({ titre: often, auteur }))).status).toBe(201);
  expectFaults(await postBook(someBook({ titre: often, auteur: 'le' })), 'titre');
});

test('too many words are refused, in a new book and in a change, and nothing of them is kept', async () => {
  const mark = uniqueWord();
  const answer = await postBook(someBook({ titre: text(mark, words(MOST - 1)), auteur: 'x' }));
  expectFaults(answer, 'titre');
  expect(answer.body.erreurs[0].message).toContain(`${MOST} mots`);
  expect(await found({ titre: mark })).toEqual([]);
  const book = await newBook({ auteur: text(words(MOST - 30, 300)) });
  expectFaults(await patchBook(book.id, { titre: text(mark, words(30)) }), 'titre');
  expect([(await getBook(book.id)).body, await found({ titre: book.titre })]).toEqual([book, [book.id]]);
});

test('a word of both title and author counts once, and finds the book by either', async () => {
  const both = text(words(MOST));
  const { id } = await newBook({ titre: both, auteur: both });
  expect(await found({ titre: text(words(3, MOST - 3)), auteur: text(words(3)) })).toEqual([id]);
});
