import { plain, publisher, statement, titlePart, volume, year, yearIn } from './clean.ts';
import { isbnIn } from './isbn.ts';
import { all, copies, field, hasIn, type Mapping, names, recordNumber, subfield, typeOf } from './mapping.ts';
import type { MarcField, MarcRecord } from './model.ts';
import { body, coAuthor, maker, unimarcPerson } from './names.ts';

/** Where the fields of a book stand in UNIMARC, each place in the order of preference. */
export const UNIMARC: Mapping = {
  livre_id: [recordNumber],
  titre: [field('200', titleOf)],
  auteur: [
    names(['700', unimarcPerson], ['701', coAuthor]),
    names(['710', body], ['711', body]),
    names(['702', maker]),
    subfield('200', 'f', statement),
    names(['702', unimarcPerson]),
  ],
  isbn: [all('010', 'a', isbnIn)],
  // The number in a series (225 $v, 410 $v) is not that of a volume of the work.
  tome: [subfield('200', 'h', volume), subfield('461', 'v', volume)],
  editeur: [
    subfield('210', 'c', publisher),
    subfield('214', 'c', publisher, '0'),
    subfield('214', 'c', publisher),
    subfield('219', 'c', publisher),
  ],
  annee: [
    subfield('100', 'a', (general) => year(general.slice(9, 13))),
    subfield('210', 'd', yearIn),
    subfield('214', 'd', yearIn),
    subfield('219', 'd', yearIn),
  ],
  type: [typeOf(/^[ab]$/, { isFilm, isComic })],
  exemplaires: [copies('995', { code_barres: 'f', cote: 'k', note: 'u' })],
};

/** What comes before a part of the title. The title in other languages, and who wrote it, are not parts of it. */
const BEFORE: Record<string, string> = { a: ' ; ', e: ' : ', h: '. ', i: '. ' };
/** A title in another language, or by another author, with what follows up to the next part. */
const OTHER = new Set(['d', 'c']);

function titleOf({ subfields }: MarcField): string | undefined {
  let [title, last, isOther] = ['', '', false];
  for (const [code, value] of subfields) {
    isOther = OTHER.has(code) || (isOther && code === 'e');
    const before = BEFORE[code];
    const part = before === undefined || isOther ? '' : titlePart(value);
    if (part === '') continue;
    title += `${title === '' ? '' : last === 'h' && code === 'i' ? ', ' : before}${part}`;
    last = code;
  }
  return title || undefined;
}

const COMICS = /bandes? dessinées?|\bmangas?\b/i;
const isOfComics = (form: string): boolean => COMICS.test(plain(form));

/** Only signs that say what the document is: a subject may say that it is about comics. */
function isComic(record: MarcRecord): boolean {
  return (
    hasIn(record, '105', 'a', (codes) => codes.slice(4, 8).includes('t')) ||
    hasIn(record, '608', 'a', isOfComics) ||
    hasIn(record, '200', 'b', isOfComics) ||
    hasIn(record, '676', 'a', (dewey) => /^741\.5(9\d*)?$/.test(dewey.trim()))
  );
}

/** Slides are projected as well as films, and are none. */
function isFilm(record: MarcRecord): boolean {
  return !hasIn(record, '115', 'a', (codes) => codes.startsWith('b'));
}
