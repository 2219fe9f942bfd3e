import type { Column, Partial, Table } from '../model/model.ts';
import type { Wording } from '../model/wording.ts';

/** How one engine writes the model and the data. All of it is SQL text. */
export interface Dialect extends Wording {
  file: string;
  /** How to load the file and what to know about it, in French, a line each. */
  head: string[];
  /** What comes before the tables, and at the end of the file. */
  opening: string;
  /** What comes before the data. */
  beforeData: string;
  closing: string;
  type(column: Column): string;
  /** @returns a condition on a column that its type does not hold to, though PostgreSQL's would; or nothing */
  heldType(name: string, column: Column): string | undefined;
  /** What a column says behind its type so that another's value is its default, and what then comes after the table. */
  defaultsTo(table: string, column: string, other: string): { column: string; after: string };
  /** What comes behind a column, before its comma and after. */
  columnComment(about: string): [before: string, after: string];
  /** What comes behind a table's closing parenthesis, and after the table. */
  tableEnd(table: Table): [behind: string, after: string];
  /** Something within the table, or an index after it. */
  uniqueWhere(table: string, name: string, partial: Partial): { within: string[]; after: string };
  hasPartialIndexes: boolean;

  /** @param time `HH:MM:SS` in UTC */
  instantFromToday(days: number, time: string): string;
  /** @param instant ISO 8601, in UTC */
  instant(instant: string): string;
  text(text: string): string;
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The same index where an engine knows indexes on expressions and on a part of the rows. */
export const uniqueIndex = (table: string, name: string, { columns, when }: Partial) => ({
  within: [],
  after: `CREATE UNIQUE INDEX ${name} ON ${table} (${columns.join(', ')}) WHERE ${when};\n`,
});

/** A condition that an identifier's text is a UUID in lowercase. */
export const isUuid = (name: string, { length, contains }: Pick<Dialect, 'length' | 'contains'>): string =>
  [
    `${name} LIKE '________-____-____-____-____________'`,
    `${length(`replace(${name}, '-', '')`)} = 32`,
    `NOT ${contains(name, '[^-0-9a-f]')}`,
  ].join(' AND ');
