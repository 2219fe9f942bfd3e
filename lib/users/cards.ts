import { randomInt } from 'node:crypto';
import { checkDigit } from '../values/check-digit.ts';

const DIGITS = 9;

/** Makes a card number that cannot be guessed from another: nine digits at random, then their check digit. */
export function newCardNumber(): string {
  const digits = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  return digits + checkDigit(digits);
}
