import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { mysql } from '../../../seed/sql/mysql.ts';
import { type Database, type Reason, Refused, type Row } from './database.ts';

/** A MariaDB of the test's own, on a socket in a folder of its own: no port, no account, nothing left afterwards. */

const PROGRAM = process.env.MARIADBD ?? '/usr/sbin/mariadbd';

/** Whether there is a MariaDB to start, or has to be one because it was named; a line is printed where there is none. */
export const hasMariaDb = (): boolean => {
  const found = process.env.MARIADBD !== undefined || existsSync(PROGRAM);
  if (!found) console.warn(`The tests in MariaDB are skipped: there is no ${PROGRAM}. apt-get install mariadb-server`);
  return found;
};

/** MariaDB's numbers, and MySQL's where they differ. */
const REASONS: Record<number, Reason> = {
  3819: 'check',
  4025: 'check',
  1062: 'unique',
  1451: 'foreign key',
  1452: 'foreign key',
  1048: 'not null',
  1364: 'not null',
  1292: 'type',
  1366: 'type',
  1406: 'type',
};

function refused(error: unknown): unknown {
  const { errno = 0, sqlMessage = '' } = error as { errno?: number; sqlMessage?: string };
  const reason = REASONS[errno];
  if (!reason) return error;
  const named = /CONSTRAINT `(\w+)`|for key '(?:\w+[.])?(\w+)'/.exec(sqlMessage);
  const constraint = named?.[1] ?? named?.[2];
  if (constraint?.endsWith('_types')) return new Refused('type', undefined, error);
  return new Refused(reason, constraint, error);
}

/** Without system tables, which take longer to make than everything else: there is nobody to tell apart. */
async function start(folder: string): Promise<ChildProcess> {
  mkdirSync(join(folder, 'data'));
  const log = openSync(join(folder, 'log'), 'w');
  const server = spawn(
    PROGRAM,
    [
      '--no-defaults',
      ...(process.getuid?.() === 0 ? ['--user=root'] : []),
      ...[`--datadir=${folder}/data`, `--socket=${folder}/socket`, `--pid-file=${folder}/pid`],
      ...['--skip-grant-tables', '--skip-networking', '--skip-log-bin', '--innodb-log-file-size=4M'],
      ...['--innodb-buffer-pool-size=8M', '--innodb-flush-log-at-trx-commit=0'],
    ],
    { stdio: ['ignore', log, log] },
  );
  process.once('exit', () => server.kill('SIGKILL'));
  return server;
}

async function connect(folder: string, server: ChildProcess): Promise<Connection> {
  while (server.exitCode === null) {
    const connection = await createConnection({
      socketPath: join(folder, 'socket'),
      user: 'root',
      multipleStatements: true,
      dateStrings: true,
      decimalNumbers: true,
    }).catch(() => undefined);
    if (connection) return connection;
    await wait(50);
  }
  throw new Error(`MariaDB does not start:\n${readFileSync(join(folder, 'log'), 'utf8')}`);
}

export async function openMariaDb(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'mariadb-'));
  const server = await start(folder);
  const connection = await connect(folder, server);
  return {
    dialect: mysql,
    run: async (sql) => {
      await connection.query(sql).catch((error) => {
        throw refused(error);
      });
    },
    query: async (sql) => (await connection.query<RowDataPacket[]>(sql))[0] as Row[],
    close: async () => {
      await connection.end();
      server.kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}
