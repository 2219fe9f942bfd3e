import { expect, test } from '@jest/globals';
import { checkDigit } from '../../../lib/values/check-digit.ts';
import { deleteBook, newBook, postBook, someBook } from '../../support/books.ts';
import {
  addCopy,
  copyOf,
  deleteCopy,
  type Exemplaire,
  findCopy,
  newCopy,
  patchCopy,
  someBarcode,
} from '../../support/copies.ts';
import { violations } from '../../support/invariants.ts';
import { expectProblem } from '../../support/problems.ts';
import { readTable } from '../../support/read.ts';

/**
 * A label that no copy bears any more may be stuck on a copy of another title: one was entered under the wrong title, or
 * two records of one title become one.
 */

/** Makes a title, and gives its first copy. */
const copyOfNew = async (...exemplaires: object[]): Promise<Exemplaire> => copyOf((await newBook({ exemplaires })).id);

const LABELS: Record<string, () => object> = {
  'that the library made': () => ({}),
  'that the library made, with a note': () => ({ note: 'Don' }),
  'that came with the copy': () => ({ code_barres: someBarcode() }),
};

const WAYS: Record<string, (copy: Exemplaire) => Promise<unknown>> = {
  'was deleted': (copy) => deleteCopy(copy),
  'has another by now': (copy) => patchCopy(copy, { code_barres: someBarcode() }),
  'went with its title': ({ livre_id }) => deleteBook(livre_id),
};

const CASES = Object.entries(LABELS).flatMap(([label, said]) =>
  Object.entries(WAYS).map(([way, free]) => ({ label, said, way, free })),
);

test.each(CASES)(
  'a barcode $label of a copy that $way may be given to one of another title',
  async ({ said, free }) => {
    const copy = await copyOfNew(said(), {});
    const { code_barres } = copy;
    const withIt = { exemplaires: [{ code_barres }] };
    expectProblem(await postBook(someBook(withIt)), 409, 'code_barres_deja_utilise');
    await free(copy);
    expect((await findCopy(code_barres)).status).toBe(404);
    const other = await newBook(withIt);
    expect((await findCopy(code_barres)).body).toMatchObject({ livre_id: other.id, code_barres });
    expectProblem(await postBook(someBook(withIt)), 409, 'code_barres_deja_utilise');
    expect(await violations({ only: 'books' })).toEqual([]);
  },
);

test('a barcode that was given up comes back to its title when it is freed there', async () => {
  const copy = await copyOfNew({}, {});
  const { code_barres, livre_id } = copy;
  await deleteCopy(copy);
  const moved = await copyOfNew({ code_barres });
  expectProblem(await addCopy(livre_id, { code_barres }), 409, 'code_barres_deja_utilise');
  await deleteCopy(moved);
  expect(await newCopy(livre_id, { code_barres })).toMatchObject({ livre_id, code_barres });
  expect(await violations({ only: 'books' })).toEqual([]);
});

/** The barcode that a title makes after one that it made. */
const following = (code_barres: string): string => {
  const digits = String(BigInt(code_barres.slice(0, -1)) + 1n).padStart(code_barres.length - 1, '0');
  return digits + checkDigit(digits);
};

test('the series of a title that is gone is drawn for no other, once a copy of another bears some of it', async () => {
  const copy = await copyOfNew({}, {});
  await deleteCopy(copy);
  await copyOfNew({ code_barres: copy.code_barres });
  await deleteBook(copy.livre_id);
  const series = (await readTable('books')).filter(({ pk }) => pk === `SERIE#${copy.code_barres.slice(0, 9)}`);
  expect(series).toEqual([expect.objectContaining({ reservee: true })]);
  expect(series[0]).not.toHaveProperty('livre_id');
});

test('a barcode that its title has yet to make may be given to another, and the title leaves it out', async () => {
  const { livre_id, code_barres } = await copyOfNew({});
  const next = following(code_barres);
  const other = await copyOfNew({ code_barres: next });
  expect(await newCopy(livre_id)).toMatchObject({ code_barres: following(next) });
  expect((await findCopy(next)).body).toMatchObject({ livre_id: other.livre_id });
  await deleteBook(livre_id);
  expect((await findCopy(next)).body).toMatchObject({ livre_id: other.livre_id });
  expect(await violations({ only: 'books' })).toEqual([]);
});

test('of several who want a freed barcode at once, while its title gets copies, one has it', async () => {
  const copy = await copyOfNew({}, {});
  const { code_barres, livre_id } = copy;
  await deleteCopy(copy);
  const others = await Promise.all(Array.from({ length: 4 }, () => newBook()));
  const [wanted, added] = await Promise.all([
    Promise.all(others.map(({ id }) => addCopy(id, { code_barres }))),
    Promise.all([1, 2].map(() => addCopy(livre_id))),
  ]);
  expect(wanted.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect(added.map(({ status }) => status)).toEqual([201, 201]);
  expect(await violations({ only: 'books' })).toEqual([]);
});
