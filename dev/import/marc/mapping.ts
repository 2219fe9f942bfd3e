import { type BookFields, type CopyFields, type Fault, LONGEST_VALUE, present, TOO_LONG } from '../record.ts';
import { isLost, plain } from './clean.ts';
import { fieldsOf, type MarcField, type MarcRecord, valuesOf } from './model.ts';
import { together } from './names.ts';

/** How a table that says where each of our fields stands in a record is read. */

/** One place where a value may stand. A table lists the places of a value in the order of preference. */
export interface Place {
  /** The fields whose text becomes the value: one that cannot be read there refuses the record. */
  tags: readonly string[];
  find: (record: MarcRecord) => string | undefined;
}

export interface CopyPlace {
  tag: string;
  copy: (field: MarcField) => CopyFields | undefined;
}

export type Mapping = Record<Exclude<keyof BookFields, 'exemplaires'>, readonly Place[]> & {
  /** The copies are those of the first field that has any. */
  exemplaires: readonly CopyPlace[];
};

type Reading = (value: string) => string | undefined;

const firstOf = <T>(items: readonly T[], read: (item: T) => string | undefined): string | undefined => {
  for (const item of items) {
    const value = read(item);
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
};

/** The first of a field's subfields that has something to say. */
export const subfield = (tag: string, code: string, read: Reading = plain, ind2?: string): Place => ({
  tags: [tag],
  find: (record) =>
    firstOf(
      fieldsOf(record, tag).filter(({ indicators }) => ind2 === undefined || indicators[1] === ind2),
      (field) => firstOf(valuesOf(field, code), read),
    ),
});

export const control = (tag: string, read: Reading): Place => ({
  tags: [tag],
  find: (record) => firstOf(fieldsOf(record, tag), ({ value }) => read(value)),
});

/** The first field of which something can be made. */
export const field = (tag: string, read: (field: MarcField) => string | undefined): Place => ({
  tags: [tag],
  find: (record) => firstOf(fieldsOf(record, tag), read),
});

/** A field of names, how to read it, and whether the first alone counts. */
type Source = readonly [tag: string, read: (field: MarcField) => string | undefined, which?: 'first'];

/** The names of some fields together. */
export const names = (...sources: Source[]): Place => ({
  tags: sources.map(([tag]) => tag),
  find: (record) =>
    together(
      sources.flatMap(([tag, read, which]) => {
        const found = fieldsOf(record, tag).flatMap((one) => read(one) ?? []);
        return which === 'first' ? found.slice(0, 1) : found;
      }),
    ),
});

/** What the other software calls the record by. It only tells records apart, and is shown to nobody. */
export const recordNumber: Place = {
  tags: [],
  find: (record) => firstOf(fieldsOf(record, '001'), ({ value }) => plain(value)),
};

type Is = (record: MarcRecord) => boolean;

/**
 * The type of a document, which is one of ours only where the record says so. Both dialects have its kind in the leader.
 * @param texts the kinds that are texts: any other is a score, a map, a recording, an object…
 */
export const typeOf = (texts: RegExp, { isFilm, isComic }: { isFilm: Is; isComic: Is }): Place => ({
  tags: [],
  find: (record) => {
    const [form = '', level = ''] = record.leader.slice(6, 8);
    if (form === 'g') return isFilm(record) ? 'dvd' : undefined;
    if (!texts.test(form)) return undefined;
    if (level === 's') return 'revue';
    return isComic(record) ? 'bd' : 'livre';
  },
});

/** Whether one of the fields has a subfield of which that holds. */
export const hasIn = (record: MarcRecord, tag: string, code: string, holds: (value: string) => boolean): boolean =>
  fieldsOf(record, tag).some((one) => valuesOf(one, code).some(holds));

/** The values of all fields of a tag together. */
export const all = (tag: string, code: string, find: (values: string[]) => string | undefined): Place => ({
  tags: [tag],
  find: (record) => find(fieldsOf(record, tag).flatMap((one) => valuesOf(one, code))),
});

/** Copies whose fields are each in the first subfield that has something. */
export const copies = (tag: string, codes: Record<'code_barres' | 'cote' | 'note', string>): CopyPlace => ({
  tag,
  copy: (one) =>
    present({
      code_barres: inFirst(one, codes.code_barres),
      cote: inFirst(one, codes.cote),
      note: inFirst(one, codes.note),
    }),
});

/** What the first of some subfields has that has something. */
export const inFirst = (one: MarcField, codes: string): string | undefined =>
  firstOf([...codes], (code) => firstOf(valuesOf(one, code), plain));

/** The copies of a record, from the first place that has some. */
function copiesOf(record: MarcRecord, places: readonly CopyPlace[]): CopyFields[] {
  const found = places.map(({ tag, copy }) => fieldsOf(record, tag).flatMap((one) => copy(one) ?? []));
  return found.find(({ length }) => length > 0) ?? [];
}

/** Just too long still: `faultsIn` tells what was cut off. */
const cutOff = (text: string): string => text.slice(0, LONGEST_VALUE + 1);

/** A record in which no text is so long that a pattern would take no end. */
export const bounded = ({ fields, ...record }: MarcRecord): MarcRecord => ({
  ...record,
  fields: fields.map(({ value, subfields, ...field }) => ({
    ...field,
    value: cutOff(value),
    subfields: subfields.map(([code, text]) => [code, cutOff(text)] as const),
  })),
});

const UNREADABLE = 'contient un caractère illisible : corrigez-le dans votre logiciel, ou exportez en UTF-8';

/** Refuses the fields that we take in which a text is too long, or not readable: a wrong letter would never be noticed. */
export function faultsIn({ fields }: MarcRecord, tags: Iterable<string>, isLost: (text: string) => boolean): Fault[] {
  const faults = new Map<string, string>();
  for (const tag of new Set(tags)) {
    const texts = fields.flatMap((one) =>
      one.tag === tag ? [one.value, ...one.subfields.map(([, text]) => text)] : [],
    );
    if (texts.some(isLost)) faults.set(tag, UNREADABLE);
    if (texts.some(({ length }) => length > LONGEST_VALUE)) faults.set(tag, TOO_LONG);
  }
  return [...faults].map(([tag, raison]) => ({ champ: `zone ${tag}`, raison }));
}

/** Makes a book of a record. */
export function booked(record: MarcRecord, mapping: Mapping): { fields: BookFields; faults: Fault[] } {
  const { exemplaires, ...others } = mapping;
  const values = Object.entries(others).map(([name, places]) => [name, firstOf(places, ({ find }) => find(record))]);
  const fields = {
    ...present<Omit<BookFields, 'exemplaires'>>(Object.fromEntries(values)),
    exemplaires: copiesOf(record, exemplaires),
  };
  const tags = [
    ...Object.values(others).flatMap((places) => places.flatMap((place) => place.tags)),
    ...exemplaires.map(({ tag }) => tag),
  ];
  return { fields, faults: [...record.faults, ...faultsIn(record, tags, isLost)] };
}
