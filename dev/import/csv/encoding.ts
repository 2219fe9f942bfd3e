import { isAscii } from 'node:buffer';
import { UnreadableFile } from '../unreadable.ts';

/**
 * In which encoding a file is written. A byte order mark says it. Without one, text without accents is the same in
 * UTF-8 and in Windows-1252, and passes. What has the first other byte is weighed, with the EVIDENCE that follows it,
 * and decides once for the file: UTF-8 when more characters can be read so than bytes cannot. One
 * damaged letter in a file in UTF-8 makes it no other encoding, and `É` before a no-break space, which in
 * Windows-1252 are the bytes of a letter in UTF-8, does not count for more than all other accents of its file.
 * Excel on a Mac writes CSV as old Macs did: of this and Windows-1252, it is the one that has more letters of French.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

const SAMPLE = 2 ** 20;
/** With less than this after the first accent, a file that goes on may still tell otherwise. */
const EVIDENCE = 2 ** 16;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

const beginsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, n) => bytes[n] === byte);

const count = (text: string, sought: RegExp): number => text.match(sought)?.length ?? 0;

/** The bytes of these letters in one of the two encodings are hardly ever meant in the other. */
const frenchIn = (bytes: Uint8Array, encoding: Encoding): number =>
  count(new TextDecoder(encoding).decode(bytes), /[éèàç]/g);

function weighed(bytes: Uint8Array): Encoding {
  const text = new TextDecoder().decode(bytes, { stream: true });
  if (count(text, /[^\0-\x7f\ufffd]/gu) > count(text, /\ufffd/g)) return 'utf-8';
  return frenchIn(bytes, 'macintosh') > frenchIn(bytes, 'windows-1252') ? 'macintosh' : 'windows-1252';
}

/** A file's bytes, a block after the other, which are text as soon as it is known how they are written. */
export class Text {
  /** `undefined` as long as no letter has told. */
  encoding: Encoding | undefined;
  readonly #bytes: AsyncIterable<Uint8Array>;
  #isBegun = false;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  /** @throws UnreadableFile when the file is a spreadsheet's own */
  async *read(): AsyncGenerator<string> {
    let held: Uint8Array[] = [];
    let size = 0;
    let wanted = SAMPLE;
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    for await (const chunk of this.#bytes) {
      held.push(chunk);
      size += chunk.length;
      if (!decoder && size < wanted) continue;
      const block = Buffer.concat(held);
      decoder ??= this.#decoder(block, false);
      const isUnsure = !decoder && !isAscii(block);
      if (!isUnsure) yield (decoder ?? new TextDecoder()).decode(block, { stream: true });
      held = isUnsure ? [block] : [];
      size = isUnsure ? size : 0;
      wanted = size + (isUnsure ? EVIDENCE : SAMPLE);
    }
    const rest = Buffer.concat(held);
    yield (decoder ?? this.#decoder(rest, true) ?? new TextDecoder()).decode(rest);
  }

  /** @returns `undefined` as long as more is to be weighed */
  #decoder(block: Uint8Array, isAll: boolean) {
    if (!this.#isBegun) this.#begin(block);
    this.encoding ??= this.#told(block, isAll);
    return this.encoding && new TextDecoder(this.encoding);
  }

  #told(block: Uint8Array, isAll: boolean): Encoding | undefined {
    const start = block.findIndex((byte) => byte > 0x7f);
    const isEnough = start !== -1 && (isAll || block.length - start >= EVIDENCE);
    return isEnough ? weighed(block) : undefined;
  }

  #begin(block: Uint8Array): void {
    this.#isBegun = true;
    if (WORKBOOKS.some((mark) => beginsWith(block, mark)))
      throw new UnreadableFile(
        'Ce fichier est celui d’un tableur ou une archive, et non un CSV. Ouvrez-le dans le tableur et enregistrez-le au format « CSV UTF-8 » ; une archive se décompresse d’abord.',
      );
    this.encoding = MARKS.find(([, mark]) => beginsWith(block, mark))?.[0];
  }
}
