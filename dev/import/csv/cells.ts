import type { Fault } from '../record.ts';
import type { Encoding } from './encoding.ts';
import { unprotect } from './formulas.ts';
import { shown } from './names.ts';

/** What a cell says, and what is wrong with how it says it. */

/** What programs write where they have nothing. */
const NOTHING = /^(#?N\/A|\\N)$/;

/** The ends of lines in a cell are layout: no field of the API has several lines. */
export function cleaned(cell: string, isOwn: boolean): string {
  const text = unprotect(cell.trim())
    .replace(/[\t\n\v\f\r]+/g, ' ')
    .trim();
  return !isOwn && NOTHING.test(text) ? '' : text;
}

/** The cells of a row that say something, by the name of their column, and the faults that were found in them. */
export class Cells {
  readonly faults: Fault[];
  /** This library has written them: nothing in them is another program's way. */
  readonly isOwn: boolean;
  readonly #values: ReadonlyMap<string, string>;

  constructor(values: ReadonlyMap<string, string>, faults: Fault[], isOwn: boolean) {
    this.#values = values;
    this.faults = faults;
    this.isOwn = isOwn;
  }

  text(champ: string): string | undefined {
    return this.#values.get(champ);
  }

  refuse(champ: string, raison: string): void {
    this.faults.push({ champ, raison });
  }

  /** A number that is a name, as of a card. A spreadsheet makes `9,78E+12` of it, and its digits are lost. */
  code(champ: string): string | undefined {
    const code = this.text(champ);
    if (code && /^\d([.,]\d+E\+?|E\+)\d+$/i.test(code))
      this.refuse(
        champ,
        `${shown(code)} : un tableur a remplacé ce numéro par un nombre arrondi et ses chiffres sont perdus. Avant de coller ou d’ouvrir les données, la colonne doit être au format Texte : refaites l’export d’origine ainsi, ou tapez le numéro entier`,
      );
    return code;
  }

  /** A day in ISO. One that is written with its day first is so in all of France. */
  day(champ: string): string | undefined {
    const written = this.text(champ)?.replace(MIDNIGHT, '');
    if (written === NO_DAY) return undefined;
    const [day, problem] = written === undefined ? [] : dayOf(written);
    if (problem) this.refuse(champ, `${shown(written as string)} ${problem}`);
    return day ?? written;
  }
}

/** Databases write a day with the hour at which it begins, and one that they do not know as zeros. */
const MIDNIGHT = /[ T]0?0:00(:00(\.0+)?)?$/;
const NO_DAY = '0000-00-00';

const ISO = /^(?<year>\d{4})(?<sign>[./-])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})$/;
const FRENCH = /^(?<day>\d{1,2})(?<sign>[./-])(?<month>\d{1,2})\k<sign>(?<year>\d{4})$/;

function dayOf(written: string): [day: string | undefined, problem?: string] {
  const { year, month = '', day = '' } = (ISO.exec(written) ?? FRENCH.exec(written))?.groups ?? {};
  if (!year) return [undefined, 'n’est pas une date : écrivez-la comme 2014-05-02 ou 02/05/2014'];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return [iso];
  if (Number(month) > 12 && Number(day) <= 12)
    return [undefined, 'n’a pas de mois qui existe : le jour s’écrit avant le mois, comme 25/12/2014'];
  return [undefined, 'est un jour qui n’existe pas : vérifiez-le'];
}

/** The letters « é », « à », « É » of a line in UTF-8, as Windows-1252 reads them, and those of DOS within a word. */
const OF_UTF8 = /Ã[\u00a0-\u00bf€‡ˆ‰Š]/;
const OF_DOS = /(?<=\p{L})[‚ƒ„†‡ˆ‰‹]+(?=\p{L})|(?<=\p{Ll})Š/u;

/** What decoding spoiled, told by the column. */
export function spoiled(champ: string, value: string, encoding: Encoding | undefined): Fault | undefined {
  if (value.includes('\ufffd'))
    return {
      champ,
      raison: `${shown(value)} : un caractère n’a pas pu être lu (il est remplacé par \ufffd). Corrigez-le, puis enregistrez le fichier au format « CSV UTF-8 »`,
    };
  if (encoding === 'windows-1252' && (OF_UTF8.test(value) || OF_DOS.test(value)))
    return {
      champ,
      raison: `${shown(value)} : les accents de cette ligne ne sont pas écrits en Windows-1252, ou pas comme ceux du reste du fichier. Corrigez-les, puis enregistrez le fichier au format « CSV UTF-8 »`,
    };
  return undefined;
}
