import { UnreadableFile } from '../unreadable.ts';
import { withoutGarbage } from './iso2709.ts';
import type { Findings } from './model.ts';

/** Tells by its first bytes in which form a file has its records. */

type Container = NonNullable<Findings['container']>;

/** Enough for the directory of a long record. */
const HEAD = 65_536;

/** The first bytes of a stream, and the stream with them. */
export async function withHead(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array> }> {
  const parts = stream[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  for (let length = 0; length < HEAD; ) {
    const { value, done } = await parts.next();
    if (done) break;
    read.push(value);
    length += value.length;
  }
  const head = Buffer.concat(read);
  return { head: head.subarray(0, HEAD), whole: joined(head, parts) };
}

async function* joined(head: Uint8Array, parts: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
}

const EXPORT =
  'Dans votre logiciel, demandez un export des notices au format UNIMARC ou MARC 21, en ISO 2709 ou en XML.';

/** What is often chosen in place of an export, by how it begins. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^PK/, `Ce fichier est une archive ZIP ou un classeur : décompressez-la d'abord. ${EXPORT}`],
  [/^.\x8b/s, "Ce fichier est compressé (gzip) : décompressez-le d'abord."],
  [/^%PDF/, `Ce fichier est un PDF, pas un export de notices. ${EXPORT}`],
  [/^(\x89PNG|\xff\xd8|GIF8|BM|II\*\0|MM\0\*|RIFF)/, `Ce fichier est une image ou un média, pas un export. ${EXPORT}`],
  [/^=LDR/, 'Ce fichier est le texte de MarcEdit (.mrk) : recompilez-le en MARC (.mrc) dans MarcEdit.'],
  [/^<(!doctype )?html/i, `Ce fichier est une page web, pas un export de notices. ${EXPORT}`],
];

const DIRECTORY_END = 0x1e;
const LEADER = 24;

/** A directory is made of entries that begin with a tag, and is nearly all digits, if not quite when it is damaged. */
function isDirectory(start: Uint8Array): boolean {
  const end = start.indexOf(DIRECTORY_END);
  if (end < LEADER) return false;
  const directory = Buffer.from(start.subarray(LEADER, end)).toString('latin1');
  const digits = directory.replace(/\D/g, '').length;
  return /^(?:\d{3}.{9})*$/s.test(directory) || digits > directory.length * 0.8;
}

/** @throws UnreadableFile when the file has no MARC records */
export function containerOf(head: Uint8Array): Container {
  const start = withoutGarbage(head);
  const text = Buffer.from(start.subarray(0, 1000))
    .toString('latin1')
    .replace(/^(ÿþ|þÿ)/, '')
    .replace(/\0/g, '')
    .trimStart();
  if (text === '') throw new UnreadableFile(`Ce fichier est vide. ${EXPORT}`);
  const other = OTHERS.find(([beginning]) => beginning.test(Buffer.from(head.subarray(0, 20)).toString('latin1')));
  if (other) throw new UnreadableFile(other[1]);
  if (text.startsWith('<')) return 'XML';
  if (isDirectory(start)) return 'ISO 2709';
  throw new UnreadableFile(`Ce fichier n'est pas un fichier MARC. ${EXPORT}`);
}
