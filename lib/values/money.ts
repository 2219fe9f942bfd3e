/** Euros on the wire, whole cents inside: sums of cents are exact, sums of euros are not. */

/** @param euros at most two decimals, as the schemas check */
export const toCents = (euros: number): number => Math.round(euros * 100);

export const toEuros = (cents: number): number => cents / 100;

/** True when the number has at most two decimals: 19.99 yes, 0.001 no. */
export const isWholeCents = (euros: number): boolean => toEuros(toCents(euros)) === euros;
