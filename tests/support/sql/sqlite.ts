import { DatabaseSync } from 'node:sqlite';
import { TABLES } from '../../../seed/model/tables.ts';
import { sqlite } from '../../../seed/sql/sqlite.ts';
import { type Database, type Reason, Refused, type Row } from './database.ts';

const MESSAGE = /^(CHECK|UNIQUE|NOT NULL|FOREIGN KEY) constraint failed(?:: (.*))?$/;

/** SQLite names the columns of a plain UNIQUE constraint, not the constraint. */
function uniqueOf(columns: string): string | undefined {
  const found = TABLES.flatMap(({ name, columns: own, unique = {}, uniqueWhere = {} }) => {
    const keys = [['pk', Object.keys(own).slice(0, 1)] as const, ...Object.entries(unique)];
    const partial = Object.entries(uniqueWhere).map(([key, { columns }]) => [key, columns] as const);
    return [...keys, ...partial].map(([key, of]) => ({
      constraint: `${name}_${key}`,
      said: [of.map((column) => `${name}.${column}`).join(', '), `index '${name}_${key}'`],
    }));
  });
  return found.find(({ said }) => said.includes(columns))?.constraint;
}

function refused(error: unknown): unknown {
  const [, kind, what] = MESSAGE.exec(String((error as Error).message)) ?? [];
  if (!kind) return error;
  if (kind === 'CHECK' && what?.endsWith('_types')) return new Refused('type', undefined, error);
  const constraint = kind === 'UNIQUE' ? uniqueOf(String(what)) : kind === 'CHECK' ? what : undefined;
  return new Refused(kind.toLowerCase() as Reason, constraint, error);
}

export async function openSqlite(): Promise<Database> {
  const db = new DatabaseSync(':memory:');
  return {
    dialect: sqlite,
    run: async (sql) => {
      try {
        db.exec(sql);
      } catch (error) {
        throw refused(error);
      }
    },
    query: async (sql) =>
      db
        .prepare(sql)
        .all()
        .map((row) => ({ ...row }) as Row),
    close: async () => db.close(),
  };
}
