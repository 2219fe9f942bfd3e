import type { BookFields, MemberFields } from '../record.ts';
import { UnreadableFile } from '../unreadable.ts';
import { bookOf } from './book.ts';
import type { Cells } from './cells.ts';
import { type Encoding, Text } from './encoding.ts';
import { type Asked, knownIn, type Layout, layoutOf } from './headers.ts';
import { Lines, linesOf } from './lines.ts';
import { memberOf } from './member.ts';
import { type CsvRecord, cellsOf, isBlank } from './records.ts';
import { type Row, Rows } from './rows.ts';

/** Reads a table that a library's program or a spreadsheet wrote, whatever its encoding, separator and names. */

interface CsvOf<Kind, Fields> {
  kind: Kind;
  separator: string;
  /** The names of the columns that are left. */
  ignored: readonly string[];
  /** `undefined` as long as no letter has told; more is known once all records are read. */
  readonly encoding: Encoding | undefined;
  records: AsyncGenerator<CsvRecord<Fields>>;
}

export type CsvFile = CsvOf<'livres', BookFields> | CsvOf<'utilisateurs', MemberFields>;

const SEPARATORS = [';', ',', '\t'];

const EMPTY =
  'Ce fichier est vide : il faut une première ligne qui nomme les colonnes, puis une ligne par document ou par personne.';
const NO_ROWS = 'Ce fichier ne contient que la ligne des noms de colonnes : il n’y a rien à reprendre.';
const NO_TEXT =
  'Ce fichier n’est pas un texte CSV lisible. Ouvrez les données dans un tableur et enregistrez-les au format « CSV UTF-8 ».';

async function nextFull(rows: Rows): Promise<Row | undefined> {
  for (;;) {
    const row = await rows.next();
    if (!row || !isBlank(row)) return row;
  }
}

/** Excel reads the separator from a line before the table, and so do we. */
async function statedSeparator(lines: Lines): Promise<string | undefined> {
  const line = await lines.next();
  const stated = /^"?sep=([;,|\t])"?$/i.exec(line?.text ?? '')?.[1];
  if (line && !stated) lines.putBack([line]);
  return stated;
}

interface Header {
  separator: string;
  names: string[];
}

/** Reads the first row as if this were the separator, and puts it back. */
async function tried(lines: Lines, separator: string): Promise<{ row: Row | undefined; names: string[] }> {
  const row = await nextFull(new Rows(lines, separator));
  if (row) lines.putBack(row.lines);
  return { row, names: (row?.cells ?? []).map((cell) => cell.replace(/\s+/g, ' ').trim()) };
}

/** The first row. The separator is the one with which most names are known; then the one that makes most cells. */
async function headerOf(lines: Lines, asked: Asked): Promise<Header> {
  const stated = await statedSeparator(lines);
  const ways: (Header & { known: number })[] = [];
  for (const separator of stated ? [stated] : SEPARATORS) {
    const { row, names } = await tried(lines, separator);
    if (!row) throw new UnreadableFile(EMPTY);
    if (names.some((name) => /\p{Cc}/u.test(name))) throw new UnreadableFile(NO_TEXT);
    if (row.fault === undefined) ways.push({ separator, names, known: knownIn(names, asked) });
  }
  const [best] = ways.sort((one, other) => other.known - one.known || other.names.length - one.names.length);
  if (!best) throw new UnreadableFile(NO_TEXT);
  return best;
}

async function* recordsOf<Fields>(
  lines: Lines,
  text: Text,
  rows: Rows,
  layout: Layout,
  made: (cells: Cells) => Fields,
) {
  let number = 0;
  try {
    for (let row = await nextFull(rows); row; row = await nextFull(rows)) {
      number += 1;
      const cells = cellsOf(row, layout, text.encoding);
      const fields = made(cells);
      yield { number, line: row.line, fields, faults: cells.faults };
    }
  } finally {
    await lines.close();
  }
}

async function opened(lines: Lines, text: Text, asked: Asked): Promise<CsvFile> {
  const header = await headerOf(lines, asked);
  const layout = layoutOf(header.names, asked);
  const rows = new Rows(lines, header.separator);
  await nextFull(rows);
  const first = await nextFull(rows);
  if (!first) throw new UnreadableFile(NO_ROWS);
  lines.putBack(first.lines);
  const { separator } = header;
  const { kind, ignored } = layout;
  const told = {
    separator,
    ignored,
    get encoding() {
      return text.encoding;
    },
  };
  return kind === 'livres'
    ? Object.assign(told, { kind, records: recordsOf(lines, text, rows, layout, bookOf) })
    : Object.assign(told, { kind, records: recordsOf(lines, text, rows, layout, memberOf) });
}

/**
 * Finds out how a file is written and what it tells of, then gives its records one at a time.
 * @throws UnreadableFile when nothing can be read; no record throws afterwards
 */
export async function readCsv(bytes: AsyncIterable<Uint8Array>, asked: Asked = {}): Promise<CsvFile> {
  const text = new Text(bytes);
  const lines = new Lines(linesOf(text.read()));
  try {
    return await opened(lines, text, asked);
  } catch (error) {
    await lines.close();
    throw error;
  }
}
