import { plural } from '../../../lib/values/plural.ts';
import type { Fault, SourceRecord } from '../record.ts';
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

function valuesOf(cells: readonly string[], columns: Layout['columns']): Map<string, string> {
  const named = columns.flatMap((column, n): [string, string][] =>
    column === undefined ? [] : [[column, cleaned(cells[n] ?? '')]],
  );
  return new Map(named.filter(([, value]) => value !== ''));
}

/** The cells of a row by their columns. */
export function cellsOf({ line, cells, fault }: Row, { columns }: Layout, encoding: Encoding | undefined): Cells {
  const values = valuesOf(cells, columns);
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const faults = [
    ...(fault === undefined ? [] : [ofLine(line, fault)]),
    ...(width > columns.length ? [ofLine(line, tooMany(width, columns.length))] : []),
    ...[...values].flatMap(([champ, value]) => spoiled(champ, value, encoding) ?? []),
  ];
  return new Cells(values, faults);
}
