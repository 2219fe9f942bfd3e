import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { itemsOf } from '../../../seed/books/seed.ts';
import { newBook, patchBook } from '../../support/books.ts';
import { addCopy, findCopy, someBarcode } from '../../support/copies.ts';
import { ALWAYS, fail, mend, unreachable } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { expectProblem } from '../../support/problems.ts';
import { type BookItem, writeItems } from '../../support/read.ts';

test('a title that loses more copies than one transaction deletes leaves none of their barcodes taken', async () => {
  const book = await newBook({ exemplaires: 0 });
  const barcodes = Array.from({ length: 120 }, someBarcode);
  const date_entree = book.date_creation.slice(0, 10);
  const copies = barcodes.map((code_barres) => {
    return {
      id: randomUUID(),
      livre_id: book.id,
      code_barres,
      cote: null,
      etat: 'en_service' as const,
      note: null,
      date_entree,
    };
  });
  await writeItems('books', itemsOf({ book, copies }) as BookItem[]);
  expect(await violations({ only: 'books' })).toEqual([]);
  // What the transaction has no room for is deleted after it, unless the function is cut off.
  fail({ match: 'DeleteItem', times: ALWAYS, how: unreachable });
  expect((await patchBook(book.id, { exemplaires: 0 })).body.exemplaires).toBe(0);
  mend();
  for (const code_barres of [barcodes[0], barcodes[119]]) {
    expectProblem(await findCopy(String(code_barres)), 404, 'exemplaire_introuvable');
    const other = await newBook({ exemplaires: [{ code_barres, note: 'Repris' }] });
    expect((await findCopy(String(code_barres))).body).toMatchObject({ note: 'Repris', livre: { id: other.id } });
  }
  expectProblem(await addCopy(book.id, { code_barres: barcodes[0] }), 409, 'code_barres_deja_utilise');
});
