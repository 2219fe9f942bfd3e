import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import { made } from '../../support/api.ts';
import { addCopy, copiesOf, findCopy, someBarcode } from '../../support/copies.ts';
import { newHold, titleAllOut } from '../../support/holds.ts';
import { emptyTables, isBook, readTable, writeItems } from '../../support/read.ts';

/** A title has a copy whose id sorts behind all that are new, as after a clock that was ahead was set back. */

afterAll(emptyTables);

const AHEAD = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

async function titleWithLaterCopy(): Promise<string> {
  const { book } = await titleAllOut();
  const [item] = (await readTable('books')).filter(isBook).filter(({ id }) => id === book.id);
  if (!item) throw new Error('the title is not there');
  const later = { code_barres: someBarcode(), etat: 'exclu_du_pret', date_entree: '2027-01-01', fiche: false } as const;
  await writeItems('books', [{ ...item, exemplaires: { ...item.exemplaires, [AHEAD]: later } }]);
  return book.id;
}

test('what is answered is the copy that was added, with a barcode of its own or without', async () => {
  const bookId = await titleWithLaterCopy();
  for (const said of [{ code_barres: someBarcode(), cote: 'R CAM' }, { note: 'Don' }, {}]) {
    const before = await copiesOf(bookId);
    const copy = made(await addCopy(bookId, said));
    expect(copy).toMatchObject(said);
    expect((await findCopy(copy.code_barres)).body).toMatchObject(copy);
    const added = (await copiesOf(bookId)).filter(({ id }) => !before.some((one) => one.id === id));
    expect(added).toEqual([copy]);
  }
});

test('so it is for the first who waits, and when the same is asked again', async () => {
  const bookId = await titleWithLaterCopy();
  await newHold(bookId);
  const code_barres = someBarcode();
  const headers = { 'Idempotency-Key': randomUUID() };
  const copy = made(await addCopy(bookId, { code_barres }, { headers }));
  expect(copy).toMatchObject({ code_barres, situation: 'mis_de_cote' });
  expect(made(await addCopy(bookId, { code_barres }, { headers }))).toEqual(copy);
});
