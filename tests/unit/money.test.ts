import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWholeCents, toCents, toEuros } from '../../lib/values/money.ts';

const EVERY_AMOUNT = Array.from({ length: 100_000 }, (_, index) => index + 1);

describe('money', () => {
  it('takes every amount from 0.01 to 1000 euros there and back', () => {
    const changed = EVERY_AMOUNT.filter((cents) => toCents(toEuros(cents)) !== cents);
    expect(changed).toEqual([]);
  });

  it('takes every amount as JSON writes it', () => {
    const changed = EVERY_AMOUNT.filter(
      (cents) => toCents(Number(`${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, '0')}`)) !== cents,
    );
    expect(changed).toEqual([]);
  });

  it('has at most two decimals', () => {
    for (const euros of [0, 0.01, 0.1, 0.29, 1.1, 4.35, 19.99, 999.99, 1000]) expect(isWholeCents(euros)).toBe(true);
    for (const euros of [0.001, 0.015, 1.005, 0.1 + 0.2, 19.999, 1e-7, 1e308, Number.NaN])
      expect(isWholeCents(euros)).toBe(false);
  });

  it('has no third decimal, whatever the first two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 9 }), (cents, mill) => {
        expect(isWholeCents(Number(`${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, '0')}${mill}`))).toBe(
          false,
        );
      }),
    );
  });
});
