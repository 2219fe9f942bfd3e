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

/** @returns `undefined` after the last row */
export async function nextRow(lines: Lines, delimiter: string): Promise<Row | undefined> {
  const first = await lines.next();
  if (!first) return undefined;
  if (first.isTooLong) return refused(first, TOO_LONG);
  const held = [first];
  let { text, end } = first;
  let cells = cellsIn(text, delimiter);
  while (!cells) {
    const line = await lines.next();
    const isLost = !line || line.isTooLong || held.length === MOST_LINES || text.length + line.text.length > LONGEST;
    if (isLost) {
      lines.putBack([...held.slice(1), ...(line ? [line] : [])]);
      return refused(first, OPEN);
    }
    held.push(line);
    text += end + line.text;
    end = line.end;
    // What the cell has before this line does not matter for whether the line closes it.
    if (line.text.includes('"') && cellsIn(`"${line.text}`, delimiter)) cells = cellsIn(text, delimiter);
  }
  return { line: first.number, cells, fault: undefined, lines: held };
}
