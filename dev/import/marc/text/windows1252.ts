import { isUtf8 } from 'node:buffer';
import { LOST } from './iso2022.ts';

/** Windows-1252, of which ISO 8859-1 is a part. It has a character for nearly any byte, so that it must be doubted. */

/** What differs from ISO 8859-1. A byte that stands for nothing is itself here. */
const CHARACTERS = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, n) => 0x80 + n));

const characterOf = (control: string): string => CHARACTERS[control.charCodeAt(0) - 0x80] as string;
const withCharacters = (text: string): string => text.replace(/[\x80-\x9f]/g, characterOf);

/** The bytes around an article that does not count in sorting, which are written into this encoding as well. */
const AROUND_ARTICLE = /[\x88\x98]([^\x88\x89\x98\x9c]{1,12})[\x89\x9c]/g;

const FREE = /[\x81\x8d\x8f\x90\x9d]/g;

/** Signs inside of a word are letters of another encoding, of DOS or Macintosh. */
const SIGN_IN_WORD = /(?<=\p{L})[‚ƒ„…†‡ˆ‰‹›˜™¤¦¨¯¸¹²³¼½¾¬±×÷¢£¥¶]+(?=\p{L})|(?<=\p{Ll})[ŠŽŸ]/gu;

export const asWindows1252 = (bytes: string): string =>
  withCharacters(bytes.replace(AROUND_ARTICLE, '$1').replace(FREE, LOST)).replace(SIGN_IN_WORD, LOST);

/** The byte of each character that is not its own code point. */
const BYTES = new Map([...CHARACTERS].map((character, n) => [character, String.fromCharCode(0x80 + n)]));

/**
 * Undoes what happens when UTF-8 was taken for Windows-1252 and made UTF-8 once more (`Ã©` for `é`). Hardly any text
 * that was meant so would be UTF-8 by chance.
 */
export function undoubled(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text)) return text;
  const bytes = text.replace(/\P{ASCII}/gu, (character) => BYTES.get(character) ?? character);
  if (/[^\p{ASCII}\x80-\xff]/u.test(bytes)) return text;
  const twice = Buffer.from(bytes, 'latin1');
  return isUtf8(twice) ? twice.toString('utf8') : text;
}

const SORTING_PAIR = /[\u0088\u0098]([^\u0088\u0089\u0098\u009c]*)[\u0089\u009c]/g;

/**
 * Takes the marks for sorting out of a text. What is left between U+0080 and U+009F has come from Windows-1252 byte by
 * byte, like the `œ` that stands at U+009C: it is made the character that it was.
 */
export const withoutControls = (text: string): string =>
  withCharacters(text.replace(SORTING_PAIR, '$1').replace(/[\u0088\u0089\u0098\u008d\u008e]/g, ''));
