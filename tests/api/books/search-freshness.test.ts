import { describe, expect, it } from '@jest/globals';
import { deleteBook, found, newBook, patchBook, search, uniqueWord } from '../../support/books.ts';

describe('the very next request', () => {
  it('finds a new book, time after time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [titre, auteur] = [uniqueWord(), uniqueWord()];
      const book = await newBook({ titre, auteur });
      expect([await found({ titre }), await found({ auteur }), await found({ titre, auteur })]).toEqual([
        [book.id],
        [book.id],
        [book.id],
      ]);
    }
  });

  it('after a change of title finds the new words and none of the old', async () => {
    const [kept, before, after] = [uniqueWord(), uniqueWord(), uniqueWord()];
    const { id } = await newBook({ titre: `${kept} ${before}` });
    await patchBook(id, { titre: `${after} ${kept}` });
    expect(await found({ titre: after })).toEqual([id]);
    expect(await found({ titre: kept })).toEqual([id]);
    expect(await found({ titre: `${kept} ${after}` })).toEqual([id]);
    expect(await found({ titre: before })).toEqual([]);
    expect(await found({ titre: `${kept} ${before}` })).toEqual([]);
  });

  it('after a change of author finds the new one and not the old', async () => {
    const [titre, before, after] = [uniqueWord(), uniqueWord(), uniqueWord()];
    const { id } = await newBook({ titre, auteur: before });
    await patchBook(id, { auteur: after });
    expect(await found({ auteur: after })).toEqual([id]);
    expect(await found({ titre, auteur: after })).toEqual([id]);
    expect(await found({ auteur: before })).toEqual([]);
    expect(await found({ titre, auteur: before })).toEqual([]);
  });

  it('shows what else has changed in every way it is found', async () => {
    const [titre, auteur] = [uniqueWord(), uniqueWord()];
    const { id } = await newBook({ titre, auteur });
    const { body } = await patchBook(id, { annee: 1999, exemplaires: 4 });
    for (const query of [{ titre }, { auteur }, { titre, auteur }]) expect(await search(query)).toEqual([body]);
  });

  it('takes a title there and back', async () => {
    const [one, other] = [uniqueWord(), uniqueWord()];
    const { id } = await newBook({ titre: one });
    for (const titre of [other, one, other, one]) {
      await patchBook(id, { titre });
      expect([await found({ titre: one }), await found({ titre: other })]).toEqual(
        titre === one ? [[id], []] : [[], [id]],
      );
    }
  });

  it('after a change of case, accent or punctuation shows the new spelling', async () => {
    const word = uniqueWord();
    const { id } = await newBook({ titre: `${word} l'ecole` });
    const { body } = await patchBook(id, { titre: `${word.toUpperCase()}, L’École !` });
    expect(await search({ titre: `${word} ecole` })).toEqual([body]);
  });

  it('after a delete finds nothing', async () => {
    const [titre, auteur] = [uniqueWord(), uniqueWord()];
    const { id } = await newBook({ titre, auteur });
    await deleteBook(id);
    for (const query of [{ titre }, { auteur }, { titre, auteur }]) expect(await found(query)).toEqual([]);
  });
});
