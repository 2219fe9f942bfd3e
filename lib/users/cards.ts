import { randomInt } from 'node:crypto';

const DIGITS = 9;

/**
 * Luhn's check digit (ISO/IEC 7812-1) of a row of digits: it tells a digit that was mistyped, and two that
 * were exchanged unless they are 0 and 9.
 */
export function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + Math.trunc(doubled / 10) + (doubled % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Makes a card number that nobody can guess from another: nine digits at random, then their check digit. */
export function newCardNumber(): string {
  const digits = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  return digits + checkDigit(digits);
}
