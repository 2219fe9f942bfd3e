import { expect, test } from '@jest/globals';
import { found, newBook, patchBook, search, uniqueWord } from '../../support/books.ts';

/** A search finds what the request before it has written; tests/store/books/model.test.ts tries any sequence of calls. */

test('a new book is found by the very next request, time after time', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [titre, auteur] = [uniqueWord(), uniqueWord()];
    const book = await newBook({ titre, auteur });
    for (const query of [{ titre }, { auteur }, { titre, auteur }]) expect(await found(query)).toEqual([book.id]);
  }
});

test.each(['titre', 'auteur'] as const)('a changed %s is found by its new words only', async (field) => {
  const [kept, before, after, other] = [uniqueWord(), uniqueWord(), uniqueWord(), uniqueWord()];
  const { id } = await newBook({ titre: other, auteur: other, [field]: `${kept} ${before}` });
  const { body } = await patchBook(id, { [field]: `${after} ${kept}`, annee: 1999, exemplaires: 4 });
  for (const elsewhere of [{}, { [field === 'titre' ? 'auteur' : 'titre']: other }]) {
    for (const words of [after, kept, `${kept} ${after}`])
      expect(await search({ [field]: words, ...elsewhere })).toEqual([body]);
    for (const words of [before, `${kept} ${before}`])
      expect(await found({ [field]: words, ...elsewhere })).toEqual([]);
  }
});

test('a title of which case, accents or punctuation change is shown in its new spelling', async () => {
  const word = uniqueWord();
  const { id } = await newBook({ titre: `${word} l'ecole` });
  const { body } = await patchBook(id, { titre: `${word.toUpperCase()}, L’École !` });
  expect(await search({ titre: `${word} ecole` })).toEqual([body]);
});
