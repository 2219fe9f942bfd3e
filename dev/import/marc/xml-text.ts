import { UnreadableFile } from '../unreadable.ts';
import { asWindows1252 } from './text/windows1252.ts';

/** The text of an XML file, whatever its encoding. */

/** Turns bytes into text, piece by piece; at the end it is called without bytes. */
export interface TextReader {
  /** The encoding, so far as it is known by now. */
  encoding: () => string;
  read: (bytes?: Uint8Array) => string;
}

function streaming(encoding: string): TextReader {
  const decoder = new TextDecoder(encoding);
  return {
    encoding: () => encoding.toUpperCase(),
    read: (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()),
  };
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const windows1252: TextReader = {
  encoding: () => 'Windows-1252',
  read: (bytes) => (bytes ? asWindows1252(latin1(bytes)) : ''),
};

/** The longest character of UTF-8. */
const LONGEST = 4;
const MULTIBYTE = /^(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})/;

/**
 * A file that says UTF-8, or nothing, and is in Windows-1252 all the same: the first character that is not ASCII tells.
 * A single wrong one further on stays lost, because it could have been anything.
 */
function utf8OrNot(): TextReader {
  let decided: TextReader | undefined;
  let held = '';
  const read = (bytes?: Uint8Array): string => {
    if (decided) return decided.read(bytes);
    const text = held + (bytes ? latin1(bytes) : '');
    const first = text.search(/[\x80-\xff]/);
    held = '';
    if (first < 0) return text;
    if (bytes && text.length < first + LONGEST) {
      held = text;
      return '';
    }
    decided = MULTIBYTE.test(text.slice(first)) ? streaming('utf-8') : windows1252;
    return decided.read(Buffer.from(text, 'latin1'));
  };
  return { encoding: () => decided?.encoding() ?? 'UTF-8', read };
}

const DECLARED = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/;

/** The encoding by the first bytes: a byte order mark, the zeros of UTF-16, or the declaration. */
function encodingOf(start: Uint8Array): string {
  const [one, two] = start;
  if ((one === 0xff && two === 0xfe) || (one === 0x3c && two === 0)) return 'utf-16le';
  if ((one === 0xfe && two === 0xff) || (one === 0 && two === 0x3c)) return 'utf-16be';
  const declared = DECLARED.exec(latin1(start.subarray(0, 1000)).replace(/^ï»¿/, ''))?.[1]?.toLowerCase();
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared;
}

/** @throws UnreadableFile when nobody knows the encoding */
export function textReader(start: Uint8Array): TextReader {
  const encoding = encodingOf(start);
  if (/^utf-?8$/.test(encoding)) return utf8OrNot();
  try {
    return streaming(encoding);
  } catch {
    throw new UnreadableFile(
      `Ce fichier XML dit être en « ${encoding} », un codage inconnu : exportez-le de nouveau en UTF-8.`,
    );
  }
}
