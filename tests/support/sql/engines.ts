import { describe, test } from '@jest/globals';
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

/**
 * Declares tests for every engine for which there is a SQL file, each with databases of its own that are gone
 * afterwards. MariaDB is no package of npm: where it is not installed its tests count as skipped, and a line says so.
 */
export function inEveryEngine(declare: (engine: string, open: Open) => void): void {
  for (const [engine, open] of ENGINES) {
    if (engine !== 'MariaDB' || hasMariaDb()) describe(engine, () => declare(engine, open));
    else test.skip('MariaDB', () => {});
  }
}
