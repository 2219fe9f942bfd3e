import { isbnIn } from '../marc/isbn.ts';
import { type BookFields, type CopyFields, present } from '../record.ts';
import type { Cells } from './cells.ts';
import { shown } from './names.ts';

/** The title that a row tells of, with one copy of it or a number of them. */

const MOST_COPIES = 1000;

/** Catalogues write a year in many ways: `[1942]`, `cop. 1998`, `1942.0`. Some years have fewer digits than four. */
export function yearIn(written: string): string {
  const number = /^(-?\d{1,4})(?:[.,]0*)?$/.exec(written)?.[1];
  return number ?? /(?<!\d)\d{4}(?!\d)/.exec(written)?.[0] ?? written;
}

function numberOfCopies(cells: Cells): number {
  const written = cells.text('exemplaires');
  if (written === undefined) return 1;
  const digits = /^(\d+)(?:[.,]0*)?$/.exec(written.replace(/\p{Zs}/gu, ''))?.[1];
  const number = Number(digits ?? Number.NaN);
  if (number <= MOST_COPIES) return number;
  cells.refuse('exemplaires', `${shown(written)} : il faut un nombre d’exemplaires, de 0 à ${MOST_COPIES}`);
  return 0;
}

/** A copy with a barcode is one, whatever the number beside it: other rows have the others. */
function copiesOf(cells: Cells): CopyFields[] {
  const code_barres = cells.code('code_barres');
  const [cote, note, etat] = [cells.text('cote'), cells.text('note'), cells.text('etat')];
  const copy = present<CopyFields>({ code_barres, cote, note, etat });
  return Array.from({ length: code_barres === undefined ? numberOfCopies(cells) : 1 }, () => ({ ...copy }));
}

/** Programs write an ISBN with its binding, in brackets, or twice; without a digit it is none. */
function isbnOf(cells: Cells): string | undefined {
  const written = cells.code('isbn');
  if (written === undefined || cells.isOwn) return written;
  return isbnIn([written]) ?? (/\d/.test(written) ? written : undefined);
}

/** Koha keeps the punctuation of a card at the end of a field: `L'étranger /`, `Camus, Albert,`. */
const CARD = /(\s[/:;=]|(?<!^),)+$/u;

const uncarded = (cells: Cells, champ: string): string | undefined =>
  cells.isOwn ? cells.text(champ) : cells.text(champ)?.replace(CARD, '');

const titleOf = (cells: Cells): string | undefined =>
  [uncarded(cells, 'titre'), uncarded(cells, 'sous_titre')].filter((part) => part).join(' : ') || undefined;

export function bookOf(cells: Cells): BookFields {
  const annee = cells.text('annee');
  return present<BookFields>({
    livre_id: cells.text('livre_id'),
    titre: titleOf(cells),
    auteur: uncarded(cells, 'auteur'),
    isbn: isbnOf(cells),
    tome: cells.text('tome'),
    editeur: uncarded(cells, 'editeur'),
    annee: annee === undefined ? undefined : yearIn(annee),
    type: cells.text('type'),
    exemplaires: copiesOf(cells),
  });
}
