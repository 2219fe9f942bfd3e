/** Amounts are euros on the wire and whole cents inside, because sums of cents are exact. */

/** @param euros at most two decimals, as the schemas check */
export const toCents = (euros: number): number => Math.round(euros * 100);

export const toEuros = (cents: number): number => cents / 100;

/** Tells whether the number has at most two decimals: 19.99 has, 0.001 has not. */
export const isWholeCents = (euros: number): boolean => toEuros(toCents(euros)) === euros;
