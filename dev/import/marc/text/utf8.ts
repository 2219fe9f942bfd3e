import { isUtf8 } from 'node:buffer';

/** UTF-8 is known by its own form, whatever a record says of itself. */

/** A character of more than one byte, in a string of one character a byte. */
const MULTIBYTE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/** Tells whether bytes are UTF-8, without the escape sequences of older encodings. */
export const isWhole = (bytes: Uint8Array): boolean => isUtf8(bytes) && !bytes.includes(0x1b);

/** Tells UTF-8 that was damaged, by a cut in mid-character say, from what never was UTF-8. */
export function isDamagedUtf8(bytes: string): boolean {
  const high = bytes.match(/[\x80-\xff]/g)?.length ?? 0;
  const whole = bytes.match(MULTIBYTE)?.reduce((sum, character) => sum + character.length, 0) ?? 0;
  return whole > high / 2;
}

/** Reads bytes as UTF-8. What is not stands as lost in the text. */
export const withLosses = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
