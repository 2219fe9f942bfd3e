import type { Column } from '../model/model.ts';
import { type Dialect, isUuid, quoted } from './dialect.ts';

/** What MySQL 8 and MariaDB 10.4 both read: no function, no trigger, nothing that needs another delimiter. */

const daysFromToday = (days: number): string =>
  days === 0 ? 'CURRENT_DATE' : `CURRENT_DATE ${days < 0 ? '-' : '+'} INTERVAL ${Math.abs(days)} DAY`;

const text = (value: string): string => quoted(value.replaceAll('\\', '\\\\'));
const length = (value: string): string => `char_length(${value})`;
const contains = (value: string, set: string): string => `(${value} REGEXP '${set}')`;

/** Room for one character too many, so that the check refuses what a session that is not strict would cut off. */
const varchar = (max: number): string => `VARCHAR(${max + 1})`;

function type({ kind, max = 0 }: Column): string {
  const types = {
    // Not CHAR: MariaDB lets no generated column read one, whose padding depends on the session.
    id: 'VARCHAR(36)',
    texte: varchar(max),
    code: varchar(max),
    entier: 'INT',
    euros: 'DECIMAL(8, 4)',
    booleen: 'BOOLEAN',
    jour: 'DATE',
    instant: 'DATETIME',
  };
  return types[kind];
}

export const mysql: Dialect = {
  file: 'bibliotheque.mysql.sql',
  head: [
    'MySQL 8.0.16 ou plus récent, MariaDB 10.4 ou plus récent :',
    '',
    '  mysql -u root -p < seed/bibliotheque.mysql.sql',
    '',
    'ou, dans phpMyAdmin, « Importer » sur la page d’accueil. Le script crée la base bibliotheque si elle n’existe pas.',
    'Les instants sont en UTC ; « aujourd’hui » est le jour de la session.',
    'Les montants ont quatre décimales pour que 2,505 soit refusé : avec deux, MySQL l’arrondirait.',
  ],
  opening: `SET NAMES utf8mb4;

CREATE DATABASE IF NOT EXISTS bibliotheque DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
USE bibliotheque;
`,
  beforeData: 'START TRANSACTION;\n',
  closing: 'COMMIT;\n',
  type,
  heldType: (name, { kind }) => {
    if (kind === 'id') return isUuid(name, { length, contains });
    if (kind === 'booleen') return `${name} IN (0, 1)`;
    // A session that is not strict stores 0000-00-00 for a day that does not exist.
    if (kind === 'jour' || kind === 'instant') return `${name} >= '1000-01-01'`;
  },
  defaultsTo: (_table, _column, other) => ({ column: `NOT NULL DEFAULT (${other})`, after: '' }),
  columnComment: (about) => [`COMMENT ${text(about)}`, ''],
  tableEnd: ({ about }) => [
    ` ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT = ${text(about)}`,
    '',
  ],
  // No index on a part of the rows: a column that is empty on the others, and unique.
  uniqueWhere: (_table, name, { columns, when }) => ({
    within: [
      `${name}_cle VARCHAR(100) GENERATED ALWAYS AS (CASE WHEN ${when} THEN CONCAT_WS('|', ${columns.join(', ')}) END) STORED`,
      `CONSTRAINT ${name} UNIQUE (${name}_cle)`,
    ],
    after: '',
  }),
  hasPartialIndexes: false,

  now: '(UTC_TIMESTAMP())',
  today: 'CURRENT_DATE',
  newId: '(uuid())',
  daysFromToday,
  daysUntilToday: (day) => `DATEDIFF(CURRENT_DATE, ${day})`,
  instantFromToday: (days, time) => `TIMESTAMP(${daysFromToday(days)}, '${time}')`,
  instant: (instant) => quoted(instant.slice(0, 19).replace('T', ' ')),
  text,

  length,
  number: (value) => value,
  contains,
  beginsWith: (value, set) => `(${value} REGEXP '^${set}')`,
  before: (value, separator) => `substring_index(${value}, '${separator}', 1)`,
  after: (value, separator) => `substring_index(${value}, '${separator}', -1)`,
};
