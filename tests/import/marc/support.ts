import { type Options, readMarc } from '../../../dev/import/marc/read.ts';
import type { BookFields, SourceRecord } from '../../../dev/import/record.ts';
import { pieces } from '../csv/file.ts';

/** Makes MARC files byte by byte, so that each thing that can be wrong with one can be made wrong. */

export const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A field: its tag, a space, and what stands in it, with subfields that are written `$a`. */
export type Field = string;

export const tagOf = (field: Field): string => field.slice(0, 3);
export const contentOf = (field: Field): string => field.slice(4);

export interface Shape {
  leader?: string;
  encode?: (text: string) => Uint8Array;
  /** Changes what the directory says of a field. */
  entry?: (tag: string, length: number, start: number) => string;
}

const digits = (number: number, length: number): string => String(number).padStart(length, '0');

const rightEntry = (tag: string, length: number, start: number): string => tag + digits(length, 4) + digits(start, 5);

/** A record in ISO 2709. Subfields begin with `$` here, and with 0x1F there. */
export function iso2709(
  fields: readonly Field[],
  { leader = 'nam  22   450 ', encode = utf8, entry = rightEntry }: Shape = {},
): Uint8Array {
  const written = fields.map((field) => ({
    tag: tagOf(field),
    data: Buffer.concat([encode(contentOf(field).replaceAll('$', '\x1f')), bytes('\x1e')]),
  }));
  let start = 0;
  const directory = written.map(({ tag, data }) => {
    const said = entry(tag, data.length, start);
    start += data.length;
    return said;
  });
  const base = 24 + directory.join('').length + 1;
  const head = `${digits(base + start + 1, 5)}${leader.slice(0, 7)}${digits(base, 5)}${leader.slice(7)}`.padEnd(24);
  return Buffer.concat([
    bytes(`${head.slice(0, 24)}${directory.join('')}\x1e`),
    ...written.map(({ data }) => data),
    bytes('\x1d'),
  ]);
}

/** A record in XML. @param prefix that of its namespace, if it has any */
export function xml(prefix: string, leader: string, fields: readonly Field[]): string {
  const p = prefix === '' ? '' : `${prefix}:`;
  const written = fields.map((field) => {
    const [tag, content] = [tagOf(field), contentOf(field)];
    if (tag.startsWith('00')) return `<${p}controlfield tag="${tag}">${content}</${p}controlfield>`;
    const [indicators = '', ...subfields] = content.split('$');
    const inside = subfields.map((one) => `<${p}subfield code="${one[0]}">${one.slice(1)}</${p}subfield>`).join('');
    return `<${p}datafield tag="${tag}" ind1="${indicators[0]}" ind2="${indicators[1]}">${inside}</${p}datafield>`;
  });
  return `<${p}record><${p}leader>${leader}</${p}leader>${written.join('')}</${p}record>`;
}

/** The general data of UNIMARC with a year and an encoding. */
export const general = (year = '1942', encoding = '50  '): Field =>
  `100   $a20240101d${year}    m  y0frey${encoding}    ba`;

/** The control field of MARC 21 with a year, a language and what the document contains. */
export const control = (year = '1942', language = 'fre', contents = '    '): Field =>
  `008 240101s${year}    fr       ${contents}       ${language} d`;

/** Reads a file to its end. */
export async function read(
  whole: Uint8Array | readonly Uint8Array[],
  options: Options = {},
  size = 65_536,
): Promise<SourceRecord<BookFields>[]> {
  const file = whole instanceof Uint8Array ? whole : Buffer.concat(whole);
  const records: SourceRecord<BookFields>[] = [];
  for await (const record of readMarc(pieces(file, size), options)) records.push(record);
  return records;
}

/** The fields of the only record of a file that has no faults. */
export async function book(whole: Uint8Array, options: Options = {}): Promise<BookFields> {
  const [record, ...others] = await read(whole, options);
  if (!record || others.length > 0) throw new Error('not one record');
  if (record.faults.length > 0) throw new Error(JSON.stringify(record.faults));
  return record.fields;
}
