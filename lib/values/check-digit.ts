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
