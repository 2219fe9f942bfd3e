import { PGlite, types } from '@electric-sql/pglite';
import { postgresql } from '../../../seed/sql/postgresql.ts';
import { type Database, type Reason, Refused, type Row } from './database.ts';

/** Classes of SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REASONS: Record<string, Reason> = {
  '23514': 'check',
  '23505': 'unique',
  '23503': 'foreign key',
  '23502': 'not null',
  '42804': 'type',
};

/** The other engines' forms: days and instants as text, euros as numbers. */
const parsers = {
  [types.DATE]: (value: string) => value,
  [types.TIMESTAMPTZ]: (value: string) => new Date(value).toISOString().slice(0, 19).replace('T', ' '),
  [types.NUMERIC]: Number,
};

function refused(error: unknown): unknown {
  const { code = '', constraint } = error as { code?: string; constraint?: string };
  const reason = REASONS[code] ?? (code.startsWith('22') ? 'type' : undefined);
  return reason ? new Refused(reason, constraint, error) : error;
}

export async function openPostgresql(): Promise<Database> {
  const db = new PGlite();
  await db.waitReady;
  return {
    dialect: postgresql,
    run: async (sql) => {
      await db.exec(sql).catch((error) => {
        throw refused(error);
      });
    },
    query: async (sql) => (await db.query<Row>(sql, [], { parsers })).rows,
    close: () => db.close(),
  };
}
