import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { type Line, type Lines, LONGEST } from './lines.ts';

/**
 * The rows of a table, one at a time. A cell in quotation marks may hold ends of lines, so that a row is as many lines
 * as it takes. When a quotation mark is never closed, only its line is lost: those behind it are read again by
 * themselves.
 */
export interface Row {
  /** The first of its lines. */
  line: number;
  cells: string[];
  /** Why it has none, told to a librarian. */
  fault: string | undefined;
  /** All of its lines. */
  lines: readonly Line[];
}

/** No note is as long; a quotation mark that was forgotten is found out before it swallows half of a file. */
const MOST_LINES = 100;

const TOO_LONG = `plus de ${LONGEST.toLocaleString('fr-FR')} caractères, ce qu’aucun document n’a : vérifiez ce qui manque de fins de ligne`;
const OPEN =
  'un guillemet (") y est ouvert et n’est jamais refermé : fermez-le, ou écrivez-le deux fois ("") s’il fait partie du texte';

/** @returns `undefined` when a quotation mark is open at the end of the text */
function cellsIn(text: string, delimiter: string): string[] | undefined {
  const options = { delimiter, relax_quotes: true, ltrim: true, record_delimiter: ['\r\n', '\n', '\r'] };
  try {
    return parse(text, options)[0] ?? [];
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return undefined;
    throw error;
  }
}

const refused = (line: Line, fault: string): Row => ({ line: line.number, cells: [], fault, lines: [line] });

/** Tells whether a line ends a cell in quotation marks that has begun on a line before. */
const isEnd = ({ text }: Line, delimiter: string): boolean =>
  text.includes('"') && cellsIn(`"x${text}`, delimiter) !== undefined;

export class Rows {
  readonly #lines: Lines;
  readonly #delimiter: string;
  /** No line up to the one of this number ends a cell: each is looked at for that once, however many cells are open. */
  #endless = 0;

  constructor(lines: Lines, delimiter: string) {
    this.#lines = lines;
    this.#delimiter = delimiter;
  }

  /** @returns `undefined` after the last row */
  async next(): Promise<Row | undefined> {
    const first = await this.#lines.next();
    if (!first) return undefined;
    if (first.isTooLong) return refused(first, TOO_LONG);
    const cells = cellsIn(first.text, this.#delimiter);
    if (cells) return { line: first.number, cells, fault: undefined, lines: [first] };
    const more = await this.#linesToEnd(first);
    const lines = [first, ...this.#lines.take(more)];
    const text = lines.map((line, n) => (n < more ? line.text + line.end : line.text)).join('');
    const joined = more > 0 ? cellsIn(text, this.#delimiter) : undefined;
    return joined ? { line: first.number, cells: joined, fault: undefined, lines } : refused(first, OPEN);
  }

  /** @returns how many lines after the first a cell is open, none when it is not closed soon enough */
  async #linesToEnd(first: Line): Promise<number> {
    for (let n = Math.max(1, this.#endless - first.number + 1); n < MOST_LINES; n += 1) {
      const line = await this.#lines.ahead(n - 1);
      if (!line || line.isTooLong || first.text.length + this.#lines.held > LONGEST) return 0;
      if (isEnd(line, this.#delimiter)) return n;
      this.#endless = line.number;
    }
    return 0;
  }
}
