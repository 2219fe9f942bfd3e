import type { BookFields } from '../record.ts';
import type { MarcField } from './model.ts';
import { recordOf } from './own.ts';

/** Writes a book as a record of ISO 2709: UNIMARC in UTF-8. */

const [SUBFIELD, FIELD_END, RECORD_END] = ['\x1f', '\x1e', '\x1d'];
const LEADER = 24;

/** The directory has four digits for a field's length, and the leader five for the record's. */
const LONGEST_FIELD = 9_999;
const LONGEST_RECORD = 99_999;

const bytesOf = ({ indicators, subfields }: MarcField): Buffer =>
  Buffer.from(indicators + subfields.map(([code, value]) => SUBFIELD + code + value).join('') + FIELD_END);

const digits = (number: number, length: number): string => String(number).padStart(length, '0');

function directoryOf(fields: { tag: string; bytes: Buffer }[]): string {
  let start = 0;
  const entries = fields.map(({ tag, bytes }) => {
    if (bytes.length > LONGEST_FIELD)
      throw new RangeError(`La zone ${tag} dépasserait 9 999 octets, ce que le format ISO 2709 ne permet pas.`);
    const entry = tag + digits(bytes.length, 4) + digits(start, 5);
    start += bytes.length;
    return entry;
  });
  return entries.join('') + FIELD_END;
}

/** @throws RangeError when the format has no room for so long a field or record; XML has */
export function writeIso2709(book: BookFields): Uint8Array {
  const { leader, fields } = recordOf(book);
  const written = fields.map((field) => ({ tag: field.tag, bytes: bytesOf(field) }));
  const directory = directoryOf(written);
  const data = Buffer.concat([...written.map(({ bytes }) => bytes), Buffer.from(RECORD_END)]);
  const base = LEADER + directory.length;
  if (base + data.length > LONGEST_RECORD)
    throw new RangeError('La notice dépasserait 99 999 octets, ce que le format ISO 2709 ne permet pas.');
  const head = digits(base + data.length, 5) + leader.slice(5, 12) + digits(base, 5) + leader.slice(17);
  return Buffer.concat([Buffer.from(head + directory), data]);
}
