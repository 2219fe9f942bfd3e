import { type CopyFields, present } from '../record.ts';
import { closed, plain, publisher, statement, titlePart, volume, withoutStop, year, yearIn } from './clean.ts';
import { isbnIn } from './isbn.ts';
import { all, control, field, hasIn, inFirst, type Mapping, names, recordNumber, subfield, typeOf } from './mapping.ts';
import { fieldsOf, type MarcField, type MarcRecord, valuesOf } from './model.ts';
import { body, isCoAuthor, isNoOtherWork, marc21Person } from './names.ts';

/** Where the fields of a book stand in MARC 21, each place in the order of preference. */
export const MARC_21: Mapping = {
  livre_id: [recordNumber],
  titre: [field('245', titleOf)],
  auteur: [
    // A second main author is the same one in another script.
    names(['100', marc21Person, 'first'], ['700', (one) => (isCoAuthor(one) ? marc21Person(one) : undefined)]),
    field('110', body),
    field('111', body),
    names(['700', (one) => (isNoOtherWork(one) ? marc21Person(one) : undefined)]),
    subfield('245', 'c', closed(statement)),
  ],
  isbn: [all('020', 'a', isbnIn)],
  // The number in a series (490 $v, 830 $v) is not that of a volume of the work.
  tome: [subfield('245', 'n', volume)],
  editeur: [
    subfield('264', 'b', closed(publisher), '1'),
    subfield('260', 'b', closed(publisher)),
    subfield('264', 'b', closed(publisher)),
  ],
  annee: [
    control('008', (codes) => year(codes.slice(7, 11))),
    subfield('264', 'c', yearIn, '1'),
    subfield('260', 'c', yearIn),
    subfield('264', 'c', yearIn),
  ],
  type: [typeOf(/^[at]$/, { isFilm, isComic })],
  exemplaires: [
    { tag: '952', copy: kohaCopy },
    { tag: '949', copy: localCopy },
    { tag: '852', copy: heldCopy },
  ],
};

/** What comes before a part of the title. */
const BEFORE: Record<string, string> = { a: ' ; ', b: ' : ', n: '. ', p: '. ' };

/** A title in another language stands after an equals sign; the punctuation itself stands at the end of what precedes. */
const OTHER_LANGUAGE = /=\s*$/;

function titleOf({ subfields }: MarcField): string | undefined {
  const parts = subfields.filter(([code]) => code in BEFORE);
  let [title, last] = ['', ''];
  for (const [n, [code, value]] of parts.entries()) {
    const isOther = code === 'b' && OTHER_LANGUAGE.test(parts[n - 1]?.[1] ?? '');
    const part = isOther ? '' : titlePart(withoutStop(titlePart(value)));
    if (part === '') continue;
    title += `${title === '' ? '' : last === 'n' && code === 'p' ? ', ' : BEFORE[code]}${part}`;
    last = code;
  }
  return title || undefined;
}

/** A barcode has digits, most of all; a price has a point, and a place is a word. */
const BARCODE = /^(?=(?:.*\d){4})[A-Za-z0-9-]{4,20}$/;

/** A field that Koha has not filled is somebody else's, and no copy. */
function kohaCopy(one: MarcField): CopyFields | undefined {
  if (inFirst(one, 'po9by') === undefined) return undefined;
  return present({ code_barres: inFirst(one, 'p'), cote: inFirst(one, 'o'), note: inFirst(one, 'z') });
}

/** The local field of which each software fills in its own way. */
function localCopy(one: MarcField): CopyFields | undefined {
  const code_barres = ['i', 'b', 'p']
    .flatMap((code) => valuesOf(one, code).map(plain))
    .find((value) => BARCODE.test(value));
  const cote = inFirst(one, 'ajho');
  if (code_barres === undefined && cote === undefined) return undefined;
  const number = inFirst(one, 'v');
  const note = [inFirst(one, 'z'), number && `volume ${number}`].filter((part) => part).join(' ; ');
  return present({ code_barres, cote, note });
}

/** The standard field of copies says where the library holds the title, and is a copy when it has a barcode. */
function heldCopy(one: MarcField): CopyFields | undefined {
  const code_barres = inFirst(one, 'p');
  if (code_barres === undefined) return undefined;
  const cote = ['k', 'h', 'i', 'j', 'm']
    .map((code) => inFirst(one, code))
    .filter((part) => part)
    .join(' ');
  return present({ code_barres, cote, note: inFirst(one, 'z') });
}

const COMICS = /bandes? dessinées?|comic books|\bcomics\b|graphic novels|\bmangas?\b/i;
const isOfComics = (form: string): boolean => COMICS.test(plain(form));

/** Only signs that say what the document is: a subject may say that it is about comics. */
function isComic(record: MarcRecord): boolean {
  return (
    fieldsOf(record, '008').some(({ value }) => value.slice(24, 28).includes('6')) ||
    hasIn(record, '655', 'a', isOfComics) ||
    hasIn(record, '245', 'h', isOfComics) ||
    hasIn(record, '650', 'v', isOfComics)
  );
}

/** What is projected is a film or a video; slides and transparencies say otherwise in 008, position 33. */
function isFilm(record: MarcRecord): boolean {
  return fieldsOf(record, '008').every(({ value }) => /^[vm |#]?$/.test(value[33] ?? ''));
}
