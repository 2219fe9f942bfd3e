import fc from 'fast-check';
import type { LoanRecord } from '../../../lib/loans/record.ts';

/** Loans and days to try the rules on. */

export const TODAY = '2026-11-22';
export const NOW = '2026-11-22T10:15:00.000Z';

/** A loan that is out and at rest. */
export const aLoan = (over: Partial<LoanRecord> = {}): LoanRecord => ({
  id: '3f0c9c1e-8a55-4d0a-9a53-0123456789ab',
  utilisateur_id: '8d7b6f10-4c8e-4e0b-9f6a-0123456789ab',
  livre_id: 'a5b7f772-2ade-47cf-bbe7-0123456789ab',
  titre: 'L’Étranger',
  date_emprunt: '2026-11-01',
  date_echeance: '2026-11-22',
  date_retour: null,
  statut: 'en_cours',
  prolongations: 0,
  penalite: null,
  notices: [],
  transit: null,
  ...over,
});

/** Days since the first of all by the Gregorian calendar's own arithmetic, without a clock or a time zone. */
export function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const shift = Math.floor((14 - month) / 12);
  const y = year + 4800 - shift;
  const months = Math.floor((153 * (month + 12 * shift - 3) + 2) / 5);
  return date + months + 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export const someDay: fc.Arbitrary<string> = fc
  .record({ year: fc.integer({ min: 1999, max: 2101 }), month: fc.integer({ min: 1, max: 12 }), date: fc.nat(30) })
  .map(({ year, month, date }) => {
    const two = (n: number) => String(n).padStart(2, '0');
    return `${year}-${two(month)}-${two((date % lengthOf(year, month)) + 1)}`;
  });
