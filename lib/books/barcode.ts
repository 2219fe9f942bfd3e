import { randomInt } from 'node:crypto';
import { checkDigit } from '../values/check-digit.ts';

/**
 * The barcodes that the library makes: nine digits of a title's series, four that count its copies, and their check
 * digit. One item of the table keeps a series to its title, however many copies that has.
 */

const SERIES_DIGITS = 9;
const NUMBER_DIGITS = 4;
const LAST_NUMBER = 10 ** NUMBER_DIGITS - 1;

/** A title's series, and the number of the last barcode that was made of it. */
export interface Series {
  numero: string;
  dernier: number;
  /** The numbers of barcodes that copies of other titles bear by now. None of them is made again. */
  cedes?: number[];
}

/** Draws a series. It may be another title's already, which only the table can tell. */
export const newSeries = (): Series => ({
  numero: String(randomInt(10 ** SERIES_DIGITS)).padStart(SERIES_DIGITS, '0'),
  dernier: 0,
});

/** Makes the next barcode of a series that is not `taken`. After the last number it begins again with the first. */
export function nextBarcode(serie: Series, taken: ReadonlySet<string>) {
  const { numero, dernier, cedes = [] } = serie;
  for (let number = (dernier % LAST_NUMBER) + 1; ; number = (number % LAST_NUMBER) + 1) {
    const digits = numero + String(number).padStart(NUMBER_DIGITS, '0');
    const code_barres = digits + checkDigit(digits);
    if (!taken.has(code_barres) && !cedes.includes(number))
      return { code_barres, serie: { ...serie, dernier: number } };
  }
}

/** Tells of which series a barcode would be; `undefined` when it has not the form of those that the library makes. */
export function seriesIn(code_barres: string): string | undefined {
  const digits = code_barres.slice(0, -1);
  const isMade = /^\d{14}$/.test(code_barres) && checkDigit(digits) === code_barres.at(-1);
  return isMade ? code_barres.slice(0, SERIES_DIGITS) : undefined;
}

/** Reads which barcode of its series one is that the library could have made. */
export const numberIn = (code_barres: string): number => Number(code_barres.slice(SERIES_DIGITS, -1));

/** The most barcodes that a series gives up: it must never run out of numbers. */
const MOST_CEDED = 1000;

/** Gives barcodes of a series up to copies of another title. @returns `undefined` when it has given up too many */
export function ceding(serie: Series, barcodes: readonly string[]): Series | undefined {
  const cedes = [...new Set([...(serie.cedes ?? []), ...barcodes.map(numberIn)])];
  return cedes.length > MOST_CEDED ? undefined : { ...serie, cedes };
}
