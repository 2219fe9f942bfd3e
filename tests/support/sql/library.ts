import { readFile } from 'node:fs/promises';
import type { Kind } from '../../../seed/model/model.ts';
import type { Database, Row, Value } from './database.ts';

const HOURS = / /;

/** A value as the API spells it: days as they are, instants in ISO 8601, euros as numbers. */
export function asTold(value: Value | undefined, kind: Kind): Value {
  if (value === null || value === undefined) return null;
  if (kind === 'booleen') return value === true || value === 1;
  if (kind === 'instant') return new Date(`${String(value).replace(HOURS, 'T')}Z`).toISOString();
  return value;
}

/** A database filled from its SQL file, and the day from which its dates are counted. */
export class Library {
  readonly database: Database;
  #day = '';

  constructor(database: Database) {
    this.database = database;
  }

  async load(): Promise<void> {
    const { dialect, run } = this.database;
    const text = await readFile(new URL(`../../../seed/${dialect.file}`, import.meta.url), 'utf8');
    do {
      this.#day = await this.today();
      await run(text);
    } while (this.#day !== (await this.today()));
  }

  /** The day on which the file was loaded. */
  get day(): string {
    return this.#day;
  }

  async today(): Promise<string> {
    const [row] = await this.database.query(`SELECT ${this.database.dialect.today} AS jour`);
    return String(row?.jour);
  }

  /** @returns the rows as they are on the day of loading, however near midnight the test is run */
  async ask(sql: string): Promise<Row[]> {
    for (;;) {
      const rows = await this.database.query(sql);
      if ((await this.today()) === this.#day) return rows;
      await this.load();
    }
  }
}
