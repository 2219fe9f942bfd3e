import { type BookFields, type CopyFields, type Fault, present } from '../record.ts';
import { isDamaged } from './clean.ts';
import { faultsIn } from './mapping.ts';
import { fieldsOf, type MarcField, type MarcRecord, type Subfield, valuesOf } from './model.ts';

/**
 * The fields in which this library writes its books, in UNIMARC. Field 801 names the export: what it wrote is read
 * back as it stands, because nothing in it is punctuation of cataloguing.
 */

const EXPORT = 'bibliotheque-export-1';

const field = (
  tag: string,
  indicators: string,
  ...subfields: (readonly [string, string | undefined])[]
): MarcField[] => {
  const said = subfields.filter((one): one is Subfield => one[1] !== undefined);
  return said.length > 0 ? [{ tag, indicators, value: '', subfields: said }] : [];
};

/** Leader, positions 6 and 7, by type. Other types are monographs of text to others, and told in field 099. */
const KINDS: Record<string, string> = { revue: 'as', dvd: 'gm' };

/** A year of four digits has a place in the general data; any other is told in field 210 alone. */
function generalData(annee: string | undefined): string {
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const date = /^\d{4}$/.test(annee ?? '') ? `d${annee}    ` : 'u        ';
  return `${today}${date}||||0frey50      ba`.padEnd(36, ' ');
}

const copyFields = ({ code_barres, cote, note }: CopyFields): MarcField[] =>
  // A copy of which nothing is said has a field all the same.
  field('995', '  ', ['f', code_barres], ['k', cote], ['u', note], ...EMPTY(code_barres ?? cote ?? note));

const EMPTY = (said: string | undefined): Subfield[] => (said === undefined ? [['f', '']] : []);

/** The record of a book. */
export function recordOf(book: BookFields): MarcRecord {
  const { livre_id, titre, auteur, isbn, tome, editeur, annee, type, exemplaires } = book;
  const fields = [
    ...field('010', '  ', ['a', isbn]),
    ...field('035', '  ', ['a', livre_id]),
    ...field('099', '  ', ['t', type]),
    ...field('100', '  ', ['a', generalData(annee)]),
    ...field('200', '1 ', ['a', titre], ['h', tome], ['f', auteur]),
    ...field('210', '  ', ['c', editeur], ['d', annee]),
    ...field('700', ' 0', ['a', auteur]),
    ...field('801', ' 0', ['a', 'FR'], ['b', EXPORT]),
    ...exemplaires.flatMap(copyFields),
  ];
  return { leader: `00000n${KINDS[type ?? ''] ?? 'am'}  2200000   450 `, fields, faults: [] };
}

export const isOwn = (record: MarcRecord): boolean =>
  fieldsOf(record, '801').some((one) => valuesOf(one, 'b').includes(EXPORT));

/** Where `recordOf` has written each value of a title, and those of a copy in a field of its own. */
const PLACES: Record<Exclude<keyof BookFields, 'exemplaires'>, readonly [tag: string, code: string]> = {
  ...{ livre_id: ['035', 'a'], titre: ['200', 'a'], tome: ['200', 'h'], auteur: ['200', 'f'], isbn: ['010', 'a'] },
  ...{ editeur: ['210', 'c'], annee: ['210', 'd'], type: ['099', 't'] },
};
const COPY = { code_barres: 'f', cote: 'k', note: 'u' };
const TAGS = [...Object.values(PLACES).map(([tag]) => tag), '995'];

/** The book of a record of ours. */
export function ownBook(record: MarcRecord): { fields: BookFields; faults: Fault[] } {
  const first = (found: MarcField[], code: string) => found.flatMap((one) => valuesOf(one, code))[0];
  const values = Object.entries(PLACES).map(([name, [tag, code]]) => [name, first(fieldsOf(record, tag), code)]);
  const copyIn = (one: MarcField) => Object.entries(COPY).map(([name, code]) => [name, first([one], code)]);
  const fields = {
    ...present<Omit<BookFields, 'exemplaires'>>(Object.fromEntries(values)),
    exemplaires: fieldsOf(record, '995').map((one) => present<CopyFields>(Object.fromEntries(copyIn(one)))),
  };
  return { fields, faults: faultsIn(record, TAGS, isDamaged) };
}
