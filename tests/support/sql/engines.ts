import { afterAll, describe, test } from '@jest/globals';
import type { Database } from './database.ts';
import { hasMariaDb, openMariaDb } from './mariadb.ts';
import { openPostgresql } from './postgresql.ts';
import { openSqlite } from './sqlite.ts';

type Open = () => Promise<Database>;

const ENGINES: [name: string, open: Open][] = [
  ['PostgreSQL', openPostgresql],
  ['SQLite', openSqlite],
  ['MariaDB', openMariaDb],
];

const opened = new Map<Open, Promise<Database>>();
afterAll(async () => {
  // One that did not open has said so in its own tests.
  await Promise.allSettled([...opened.values()].map(async (database) => (await database).close()));
});

/** The one database of an engine in a file of tests: each part of it begins by loading the library anew. */
const openOnce = (open: Open): Promise<Database> => {
  const database = opened.get(open) ?? open();
  opened.set(open, database);
  return database;
};

/**
 * Declares tests for every engine for which there is a SQL file, with a database that is gone afterwards. MariaDB is
 * no package of npm: where it is not installed its tests count as skipped, and a line says so.
 */
export function inEveryEngine(declare: (engine: string, open: Open) => void): void {
  for (const [engine, open] of ENGINES) {
    if (engine !== 'MariaDB' || hasMariaDb()) describe(engine, () => declare(engine, () => openOnce(open)));
    else test.skip('MariaDB', () => {});
  }
}
