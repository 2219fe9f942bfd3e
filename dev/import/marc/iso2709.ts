/**
 * ISO 2709, the exchange format of libraries. Records end in 0x1D and fields in 0x1E. The lengths that stand in it are
 * often wrong, so that they are believed only where every one of them meets the end of a field.
 */

const RECORD_END = 0x1d;
const FIELD_END = 0x1e;
const LEADER = 24;
const ENTRY = 12;

/** A record may be this long; what is longer is no record of a library. */
const LONGEST = 1_000_000;

/** One record's bytes without its end, or why there are none. */
export type Slice = { bytes: Uint8Array } | { reason: string };

const TOO_LONG: Slice = { reason: 'dépasse 1 Mo : retirez cette notice du fichier, ou allégez-la' };
const CUT: Slice = { reason: "n'est pas entière : le fichier s'arrête au milieu ; exportez-le de nouveau" };

/** Line ends, NULs, a byte order mark and the end-of-file mark of DOS stand between records and mean nothing. */
const isBetween = (byte: number): boolean => byte < 0x0e || byte === 0x1a;

/** A byte order mark, at the beginning of a file or of each file that was joined to it. */
const hasMark = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;

/** Takes away what stands before a record. */
export function withoutGarbage(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length && (isBetween(bytes[start] as number) || hasMark(bytes, start)))
    start += hasMark(bytes, start) ? 3 : 1;
  return bytes.subarray(start);
}

const isEmpty = (slice: Slice): boolean => 'bytes' in slice && slice.bytes.length === 0;

/** Cuts a stream into records. No more than the longest record is ever kept. */
export async function* slices(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Slice> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length > LONGEST) parts = [];
    else parts.push(part);
  };
  const taken = (): Slice => {
    const slice = length > LONGEST ? TOO_LONG : { bytes: withoutGarbage(Buffer.concat(parts)) };
    [parts, length] = [[], 0];
    return slice;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(RECORD_END); end >= 0; end = chunk.indexOf(RECORD_END, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      const slice = taken();
      if (!isEmpty(slice)) yield slice;
    }
    take(chunk.subarray(start));
  }
  const rest = taken();
  if (!isEmpty(rest)) yield CUT;
}

/** A field before its bytes are read as text. */
export interface RawField {
  tag: string;
  bytes: Uint8Array;
}

export interface RawRecord {
  leader: string;
  fields: RawField[];
}

interface Entry {
  tag: string;
  length: number;
  start: number;
}

const entriesOf = (directory: string): Entry[] =>
  Array.from({ length: directory.length / ENTRY }, (_, n) => directory.slice(n * ENTRY, (n + 1) * ENTRY)).map(
    (entry) => ({ tag: entry.slice(0, 3), length: Number(entry.slice(3, 7)), start: Number(entry.slice(7)) }),
  );

/**
 * The fields where the directory says that they are. It is right when each begins after an end and ends before one,
 * and together they are all that there is.
 */
function byPlace(entries: Entry[], data: Uint8Array): RawField[] | undefined {
  const isEnd = (at: number): boolean => at === -1 || data[at] === FIELD_END;
  const areRight = entries.every(
    ({ length, start }) => length > 0 && isEnd(start - 1) && data[start + length - 1] === FIELD_END,
  );
  const whole = entries.reduce((sum, { length }) => sum + length, 0);
  const isOnce = new Set(entries.map(({ start }) => start)).size === entries.length;
  if (!areRight || !isOnce || whole !== data.length) return undefined;
  return entries.map(({ tag, length, start }) => ({ tag, bytes: data.subarray(start, start + length - 1) }));
}

/** Cuts bytes at each that separates them. */
export function pieces(data: Uint8Array, separator: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  let start = 0;
  for (let end = data.indexOf(separator); end >= 0; end = data.indexOf(separator, start)) {
    found.push(data.subarray(start, end));
    start = end + 1;
  }
  return [...found, data.subarray(start)];
}

export const isControl = (tag: string): boolean => tag.startsWith('00');

/** Local fields may be without subfields, like those that control a record. */
const isLocal = (tag: string): boolean => !/^[0-8]/.test(tag);

/** A control field has no subfields, and any other has: where that is not so, a tag has met the wrong field. */
const fits = ({ tag, bytes }: RawField): boolean =>
  bytes.includes(0x1f) !== isControl(tag) || bytes.length <= 2 || isLocal(tag);

/** The fields in the order in which the directory names them, when there are as many. */
function byOrder(entries: Entry[], data: Uint8Array): RawField[] | undefined {
  const found = pieces(data, FIELD_END);
  // The last field has its end as well.
  if (found.at(-1)?.length === 0) found.pop();
  if (found.length !== entries.length) return undefined;
  const fields = entries.map(({ tag }, n) => ({ tag, bytes: found[n] as Uint8Array }));
  return fields.every(fits) ? fields : undefined;
}

const TAGS = /^(?:[0-9A-Za-z]{3}.{9})*$/s;

/** Takes a record apart, or tells why that cannot be done. */
export function parsed(bytes: Uint8Array): RawRecord | string {
  const end = bytes.indexOf(FIELD_END);
  if (end < LEADER) return "n'a pas la forme d'une notice ISO 2709 : son en-tête manque";
  const head = Buffer.from(bytes.subarray(0, end)).toString('latin1');
  const directory = head.slice(LEADER);
  if (directory.length % ENTRY !== 0 || !TAGS.test(directory))
    return "est abîmée : son répertoire, qui dit quelles zones elle contient, n'est pas lisible";
  const data = bytes.subarray(end + 1);
  const entries = entriesOf(directory);
  const fields = byPlace(entries, data) ?? byOrder(entries, data);
  return fields
    ? { leader: head.slice(0, LEADER), fields }
    : "est abîmée : son répertoire n'annonce pas les zones qu'elle contient";
}
