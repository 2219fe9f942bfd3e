import { expect, test } from '@jest/globals';
import { deleteBook, found, newBook, patchBook, search, uniqueWord } from '../../support/books.ts';

/** A search finds what the request before it has written. */

test('a new book is found by the very next request, time after time', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [titre, auteur] = [uniqueWord(), uniqueWord()];
    const book = await newBook({ titre, auteur });
    for (const query of [{ titre }, { auteur }, { titre, auteur }]) expect(await found(query)).toEqual([book.id]);
  }
});

test.each(['titre', 'auteur'] as const)(
  'a changed %s is found by its new words, and by none of the old',
  async (field) => {
    const [kept, before, after, other] = [uniqueWord(), uniqueWord(), uniqueWord(), uniqueWord()];
    const { id } = await newBook({ titre: other, auteur: other, [field]: `${kept} ${before}` });
    await patchBook(id, { [field]: `${after} ${kept}` });
    for (const words of [after, kept, `${kept} ${after}`]) expect(await found({ [field]: words })).toEqual([id]);
    for (const words of [before, `${kept} ${before}`]) expect(await found({ [field]: words })).toEqual([]);
    const elsewhere = field === 'titre' ? 'auteur' : 'titre';
    expect(await found({ [field]: after, [elsewhere]: other })).toEqual([id]);
    expect(await found({ [field]: before, [elsewhere]: other })).toEqual([]);
  },
);

test('what else has changed is shown however the book is found', async () => {
  const [titre, auteur] = [uniqueWord(), uniqueWord()];
  const { id } = await newBook({ titre, auteur });
  const { body } = await patchBook(id, { annee: 1999, exemplaires: 4 });
  for (const query of [{ titre }, { auteur }, { titre, auteur }]) expect(await search(query)).toEqual([body]);
});

test('a title that is changed there and back is found by its present words', async () => {
  const [one, other] = [uniqueWord(), uniqueWord()];
  const { id } = await newBook({ titre: one });
  for (const titre of [other, one, other, one]) {
    await patchBook(id, { titre });
    const finders = [await found({ titre: one }), await found({ titre: other })];
    expect(finders).toEqual(titre === one ? [[id], []] : [[], [id]]);
  }
});

test('a title of which case, accents or punctuation change is shown in its new spelling', async () => {
  const word = uniqueWord();
  const { id } = await newBook({ titre: `${word} l'ecole` });
  const { body } = await patchBook(id, { titre: `${word.toUpperCase()}, L’École !` });
  expect(await search({ titre: `${word} ecole` })).toEqual([body]);
});

test('a deleted book is not found by the next request', async () => {
  const [titre, auteur] = [uniqueWord(), uniqueWord()];
  const { id } = await newBook({ titre, auteur });
  await deleteBook(id);
  for (const query of [{ titre }, { auteur }, { titre, auteur }]) expect(await found(query)).toEqual([]);
});
