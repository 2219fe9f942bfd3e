import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWholeCents, toCents, toEuros } from '../../lib/values/money.ts';

/** Cents as JSON writes them in euros. */
const written = (cents: number, more = '') =>
  Number(`${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, '0')}${more}`);

test('every amount from 0.01 to 1000 euros is the same in cents, as it is summed and as JSON writes it', () => {
  const amounts = Array.from({ length: 100_000 }, (_, n) => n + 1);
  expect(amounts.filter((cents) => toCents(toEuros(cents)) !== cents)).toEqual([]);
  expect(amounts.filter((cents) => toCents(written(cents)) !== cents)).toEqual([]);
  expect(amounts.filter((cents) => !isWholeCents(written(cents)))).toEqual([]);
});

test('an amount with a third decimal is not of whole cents, whatever its first two', () => {
  fc.assert(
    fc.property(fc.nat(999_999), fc.integer({ min: 1, max: 9 }), (cents, mill) => {
      expect(isWholeCents(written(cents, String(mill)))).toBe(false);
    }),
  );
  for (const euros of [0.1 + 0.2, 1e-7, 1e308, Number.NaN]) expect(isWholeCents(euros)).toBe(false);
});
