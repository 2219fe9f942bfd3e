import tables from 'marc8/lib/marc8_mapping.js';
import { ISO_5426 } from './iso5426.ts';

/**
 * MARC-8 and the encodings of UNIMARC before Unicode work alike: two sets of characters are in use at a time, one for
 * the low bytes and one for the high ones, escape sequences change them, and a mark comes before its letter.
 */

/** What stands for a byte that cannot be read. No text with it is ever taken. */
export const LOST = '\uFFFD';

type Table = Record<number, readonly [codePoint: number, isMark: 0 | 1]>;

/** The package's table is older than these two letters. */
const ANSEL: Table = { ...tables.CODESETS[0x45], 199: [0xdf, 0], 200: [0x20ac, 0] };

/** The sets, by the last letter of the escape sequence that calls them. UNIMARC and MARC 21 share most of them. */
const setOf = (final: string): Table => {
  if (final === 'P') return ISO_5426;
  if (final === 'E') return ANSEL;
  return tables.CODESETS[(final === 's' ? 'B' : final).charCodeAt(0)] ?? {};
};

/** Chinese, Japanese and Korean take three bytes a character. */
const EACC = '1';

/** The two sets in use, each by its letter. */
export interface Sets {
  low: string;
  high: string;
}

const ESC = String.fromCharCode(0x1b);
/** One letter alone, or the place of the set and the last byte that names it. */
const SEQUENCE = new RegExp(`${ESC}(?:([gbps])|\\$?([(,)-]?)!?([0-~]))`, 'y');

function escapeAt(bytes: string, at: number): RegExpExecArray | null {
  if (bytes[at] !== ESC) return null;
  SEQUENCE.lastIndex = at;
  return SEQUENCE.exec(bytes);
}

/** The sets after an escape sequence. A set without a place named goes to the low bytes. */
function changed(sets: Sets, [, short, place, final]: RegExpExecArray): Sets {
  if (short) return { ...sets, low: short };
  const set = final as string;
  return place === ')' || place === '-' ? { ...sets, high: set } : { ...sets, low: set };
}

/** The bytes of one character: three of a set of three, else one. */
function characterAt(bytes: string, at: number, sets: Sets): { length: number; entry: Table[number] | undefined } {
  const byte = bytes.charCodeAt(at);
  if (byte <= 0x20) return { length: 1, entry: byte === 0x1b ? undefined : [byte, 0] };
  const final = byte < 0x80 ? sets.low : sets.high;
  const table = setOf(final);
  if (final !== EACC) return { length: 1, entry: table[byte] ?? table[byte ^ 0x80] ?? sortingMark(byte) };
  const three = [0, 1, 2].reduce((code, n) => code * 256 + (bytes.charCodeAt(at + n) & 0x7f), 0);
  return { length: 3, entry: table[three] };
}

/** The marks around what does not count in sorting stand outside of all sets. */
const sortingMark = (byte: number): Table[number] | undefined => (byte < 0xa0 ? ANSEL[byte] : undefined);

/** A letter and the marks that came before it. A mark without a letter is lost, and so would be its reader. */
const joined = (letter: string, marks: string): string => (marks && /[\s\p{Cc}]/u.test(letter) ? LOST : marks);

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/** Reads bytes, given as a string of one character each, that begin in these sets. */
export function fromSets(bytes: string, start: Sets): string {
  if (start.low === 'B' && PLAIN.test(bytes)) return bytes;
  let sets = start;
  let [text, marks] = ['', ''];
  for (let at = 0; at < bytes.length; ) {
    const sequence = escapeAt(bytes, at);
    if (sequence) {
      sets = changed(sets, sequence);
      at = SEQUENCE.lastIndex;
      continue;
    }
    const { length, entry } = characterAt(bytes, at, sets);
    at += length;
    const read = entry ? String.fromCodePoint(entry[0]) : LOST;
    if (entry?.[1] === 1) marks += read;
    else [text, marks] = [text + read + joined(read, marks), ''];
  }
  return marks ? text + LOST : text;
}
