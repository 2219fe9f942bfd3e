import { plural } from '../../../lib/values/plural.ts';
import { type Fault, LONGEST_VALUE, type SourceRecord, TOO_LONG } from '../record.ts';
import { Cells, cleaned, spoiled } from './cells.ts';
import type { Encoding } from './encoding.ts';
import type { Layout } from './headers.ts';
import type { Row } from './rows.ts';

/** A record, and the line on which it begins in the file, where the librarian finds it. */
export interface CsvRecord<Fields> extends SourceRecord<Fields> {
  line: number;
}

/** Spreadsheets write rows of empty cells behind a table; they are no records. */
export const isBlank = ({ cells, fault }: Row): boolean => fault === undefined && cells.every((cell) => !cell.trim());

const tooMany = (found: number, asked: number): string =>
  `${plural(found, 'cellule')} pour ${plural(asked, 'colonne')} : un texte qui contient le séparateur doit être entre guillemets`;

/** What is wrong with a row as a whole is looked for in the file, by its line. */
const ofLine = (line: number, raison: string): Fault => ({
  champ: 'ligne',
  raison: `ligne ${line} du fichier : ${raison}`,
});

/** What the cells of our columns say. Of one that is too long the beginning is kept, by which it can be found. */
function valuesOf(cells: readonly string[], { columns, order, isOwn }: Layout) {
  const values = new Map<string, string>();
  const tooLong: Fault[] = [];
  for (const n of order) {
    const [column, cell] = [columns[n] as string, (cells[n] ?? '').trim()];
    if (cell.length > LONGEST_VALUE) tooLong.push({ champ: column, raison: `la cellule ${TOO_LONG}` });
    const value = cleaned(cell.slice(0, LONGEST_VALUE), isOwn);
    if (value !== '' && !values.has(column)) values.set(column, value);
  }
  return { values, tooLong };
}

/** The cells of a row by their columns. */
export function cellsOf({ line, cells, fault }: Row, layout: Layout, encoding: Encoding | undefined): Cells {
  const { columns, isOwn } = layout;
  const { values, tooLong } = valuesOf(cells, layout);
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const faults = [
    ...(fault === undefined ? [] : [ofLine(line, fault)]),
    ...(width > columns.length ? [ofLine(line, tooMany(width, columns.length))] : []),
    ...tooLong,
    ...[...values].flatMap(([champ, value]) => spoiled(champ, value, encoding) ?? []),
  ];
  return new Cells(values, faults, isOwn);
}
