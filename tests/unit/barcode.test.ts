import { expect, test } from '@jest/globals';
import { ceding, nextBarcode, numberIn, type Series, seriesIn } from '../../lib/books/barcode.ts';

/** The barcodes that the library makes of a title's series, and those that it has given up to other titles. */

const SERIES: Series = { numero: '123456789', dernier: 0 };

function made(serie: Series, count: number): string[] {
  const barcodes: string[] = [];
  for (let left = serie; barcodes.length < count; ) {
    const next = nextBarcode(left, new Set(barcodes));
    barcodes.push(next.code_barres);
    left = next.serie;
  }
  return barcodes;
}

test('each is another one of the series, and none was given up', () => {
  const first = made(SERIES, 4);
  expect(first.map((barcode) => [seriesIn(barcode), numberIn(barcode)])).toEqual(
    [1, 2, 3, 4].map((number) => [SERIES.numero, number]),
  );
  const ceded = ceding(SERIES, first.slice(1, 3)) as Series;
  expect(made(ceded, 3).map(numberIn)).toEqual([1, 4, 5]);
  expect(made({ ...ceded, dernier: 9_998 }, 3).map(numberIn)).toEqual([9_999, 1, 4]);
});

test('one that is given up again counts once, and of more than a thousand none is', () => {
  const all = made(SERIES, 1_001);
  const thousand = ceding(SERIES, all.slice(0, 1_000)) as Series;
  expect(ceding(thousand, all.slice(0, 5))?.cedes).toHaveLength(1_000);
  expect(ceding(thousand, all.slice(1_000))).toBe(undefined);
});
