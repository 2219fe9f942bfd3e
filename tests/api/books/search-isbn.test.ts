import { beforeAll, describe, expect, it } from '@jest/globals';
import { found, type Livre, newBook, searchPage, uniqueWord } from '../../support/books.ts';
import { newIsbn } from '../../support/isbn.ts';

const { ten, thirteen } = newIsbn();
const word = uniqueWord();
let book: Livre;

beforeAll(async () => {
  book = await newBook({ titre: `L'Étranger ${word}`, auteur: 'Albert Camus', isbn: ten });
  await newBook({ titre: `L'Étranger ${word}`, auteur: 'Albert Camus', isbn: newIsbn().ten });
});

describe('a search by ISBN', () => {
  it.each([
    ['ten digits', ten],
    ['thirteen digits', thirteen],
    ['ten digits with hyphens', `${ten.slice(0, 1)}-${ten.slice(1, 3)}-${ten.slice(3, 9)}-${ten.slice(9)}`],
    ['thirteen digits with hyphens', `${thirteen.slice(0, 3)}-${thirteen.slice(3, 12)}-${thirteen.slice(12)}`],
    ['thirteen digits with spaces', ` ${thirteen.slice(0, 3)} ${thirteen.slice(3)} `],
  ])('finds the book by %s', async (_, isbn) => {
    expect(await searchPage({ isbn })).toMatchObject({ status: 200, body: { elements: [book] } });
  });

  it('has one page', async () => {
    const { body } = await searchPage({ isbn: ten, limite: '1' });
    expect(Object.keys(body)).toEqual(['elements']);
  });

  it('is narrowed by title and author', async () => {
    expect(await found({ isbn: ten, titre: `etranger ${word}` })).toEqual([book.id]);
    expect(await found({ isbn: ten, auteur: 'CAMUS' })).toEqual([book.id]);
    expect(await found({ isbn: thirteen, titre: 'etr', auteur: 'cam alb' })).toEqual([book.id]);
    expect(await found({ isbn: ten, titre: 'peste' })).toEqual([]);
    expect(await found({ isbn: ten, auteur: 'sartre' })).toEqual([]);
    expect(await found({ isbn: ten, titre: 'etranger', auteur: 'sartre' })).toEqual([]);
  });

  it('finds nothing for an ISBN that no book has', async () => {
    expect(await searchPage({ isbn: newIsbn().thirteen })).toMatchObject({ status: 200, body: { elements: [] } });
  });
});
