import type { Dialect } from '../../../seed/sql/dialect.ts';

/** What every engine for which there is a SQL file is asked in the same words. */

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** What a test needs of a database; every statement is a transaction of its own unless `BEGIN` was run. */
export interface Database {
  dialect: Dialect;
  /** Runs statements, and answers nothing. @throws Refused */
  run(sql: string): Promise<void>;
  query(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

export const insert = ({ dialect, run }: Database, table: string, row: Row): Promise<void> => {
  const values = Object.values(row).map((value) => (typeof value === 'string' ? dialect.text(value) : value));
  return run(`INSERT INTO ${table} (${Object.keys(row)}) VALUES (${values.map(String).join(', ')})`);
};

export type Reason = 'check' | 'unique' | 'foreign key' | 'not null' | 'type';

/** What the engine refuses, told in the same words for every engine. */
export class Refused extends Error {
  readonly reason: Reason;
  /** As the SQL file names it; SQLite does not say which foreign key it was, and no engine names a type. */
  readonly constraint: string | undefined;

  constructor(reason: Reason, constraint: string | undefined, cause: unknown) {
    super(`${reason} ${constraint}`, { cause });
    this.reason = reason;
    this.constraint = constraint;
  }
}
