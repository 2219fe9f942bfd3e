import { protect } from './formulas.ts';

/** A table as Excel opens it in France: in UTF-8 with its mark, cells apart by semicolons. */

/** Without this mark Excel takes the file for Windows-1252. */
const BYTE_ORDER_MARK = '\ufeff';

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(protect(cell))).join(';')}\r\n`;

/** The line of the names; it begins the file. */
export const csvHeader = (columns: readonly string[]): string => BYTE_ORDER_MARK + csvLine(columns);
