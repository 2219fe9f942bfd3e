import { isAscii } from 'node:buffer';
import type { Encoding } from '../model.ts';
import { fromSets, type Sets } from './iso2022.ts';
import { likelihood } from './likelihood.ts';
import { isDamagedUtf8, isWhole, withLosses } from './utf8.ts';
import { asWindows1252 } from './windows1252.ts';

/** Reads the bytes of a record in the encoding that it says, or in the one that it is in when what it says is wrong. */

/** What a record says of its encoding. */
export interface Said {
  encoding: Encoding;
  /** The sets in which a text of UNIMARC begins. */
  sets: Sets;
  /** In other languages, Czech say, letters are common that French ones look like in another encoding. */
  isWestern: boolean;
}

const MARC_8: Sets = { low: 'B', high: 'E' };

/** Reads bytes that are given as a string of one character each. */
type Reading = (bytes: string) => string;

/** Letters that MARC-8 does not have are written by their numbers in it. */
const NUMBERED = /&#x([0-9a-f]{1,5});/gi;

const asMarc8: Reading = (bytes) =>
  fromSets(bytes, MARC_8).replace(NUMBERED, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

/** The ways to read what is not UTF-8, the one that the record says first. */
function readings({ encoding, sets }: Said): [Encoding, Reading][] {
  const unimarc: Encoding = encoding.startsWith('ISO') ? encoding : 'ISO 5426';
  const all: [Encoding, Reading][] = [
    ['MARC-8', asMarc8],
    [unimarc, (bytes) => fromSets(bytes, sets)],
    ['Windows-1252', asWindows1252],
  ];
  return all.sort(([one], [other]) => Number(other === encoding) - Number(one === encoding));
}

/** What a record says counts for as much as a few rare letters, and for more where rare letters are to be expected. */
const weightOf = ({ isWestern }: Said): number => (isWestern ? 3 : 30);

/** How a record's fields are to be read, and the name of the encoding. */
export interface Decoder {
  encoding: Encoding;
  decode: (bytes: Uint8Array) => string;
}

/**
 * The reading that makes the likeliest text. One that the record does not say must look like text by itself: what the
 * record says may be true, with a byte or two that were damaged.
 */
function likeliest(bytes: string, said: Said): Decoder {
  const scored = readings(said).map(([encoding, reading]) => {
    const score = likelihood(reading(bytes));
    const isSaid = encoding === said.encoding;
    return { encoding, reading, isCredible: isSaid || score >= 0, score: score + (isSaid ? weightOf(said) : 0) };
  });
  const credible = scored.filter(({ isCredible }) => isCredible);
  if (credible.length === 0) return { encoding: 'UTF-8', decode: withLosses };
  const { encoding, reading } = credible.reduce((one, other) => (other.score > one.score ? other : one));
  return { encoding, decode: (value) => reading(latin1(value)) };
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const isUtf8 = (bytes: Uint8Array): boolean => !isAscii(bytes) && (isWhole(bytes) || isDamagedUtf8(latin1(bytes)));

/**
 * Finds how to read a record, given the bytes of all its values. Most of those with accents are UTF-8 or are not; the
 * few others have been damaged, or put in by somebody else. What is not UTF-8 is judged together, because a few letters
 * alone tell too little.
 */
export function decoderOf(values: Uint8Array[], said: Said): Decoder {
  const older = values.filter((bytes) => !isWhole(bytes) && !isUtf8(bytes));
  const inUtf8 = values.filter(isUtf8).length;
  if (inUtf8 > 0 ? inUtf8 >= older.length : older.length === 0 && said.encoding === 'UTF-8')
    return { encoding: 'UTF-8', decode: withLosses };
  // A record that is all ASCII proves nothing, and is read as what it says.
  const { encoding, decode } = likeliest(older.map(latin1).join('\n'), said);
  return { encoding, decode: (bytes) => (isUtf8(bytes) ? withLosses : decode)(bytes) };
}
