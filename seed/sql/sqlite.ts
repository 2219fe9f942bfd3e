import type { Column, Kind } from '../model/model.ts';
import { type Dialect, isUuid, quoted, uniqueIndex } from './dialect.ts';

const TYPES: Record<Kind, string> = {
  id: 'TEXT',
  texte: 'TEXT',
  code: 'TEXT',
  entier: 'INTEGER',
  euros: 'NUMERIC',
  booleen: 'INTEGER',
  jour: 'TEXT',
  instant: 'TEXT',
};

const daysFromToday = (days: number): string =>
  days === 0 ? "date('now', 'localtime')" : `date('now', 'localtime', '${days > 0 ? '+' : ''}${days} days')`;

/** What stands for the classes of characters that SQLite's GLOB does not know. */
const CLASSES: Record<string, string> = {
  '[[:cntrl:]]': "'*[' || char(1) || '-' || char(31) || char(127) || ']*'",
  '[[:space:]]': "'*[' || char(9) || '-' || char(13) || ' ]*'",
};

const length = (text: string): string => `length(${text})`;
const contains = (text: string, set: string): string => `(${text} GLOB ${CLASSES[set] ?? `'*${set}*'`})`;

const uuid = [4, 2, 2, 2, 6].map((bytes) => `lower(hex(randomblob(${bytes})))`).join(" || '-' || ");

export const sqlite: Dialect = {
  file: 'bibliotheque.sqlite.sql',
  head: [
    'SQLite 3.31 ou plus récent :',
    '',
    '  sqlite3 -bail bibliotheque.db ".read seed/bibliotheque.sqlite.sql"',
    '',
    'Tout se fait en une seule transaction : tout est créé, ou rien ne change.',
    'SQLite ne tient les clés étrangères que si l’on écrit « PRAGMA foreign_keys = ON; » à chaque ouverture de la base.',
    'Les dates sont des textes (AAAA-MM-JJ), les instants aussi (AAAA-MM-JJ HH:MM:SS, en UTC).',
  ],
  opening: `PRAGMA foreign_keys = ON;

BEGIN;
`,
  beforeData: '',
  closing: 'COMMIT;\n',
  type: ({ kind }: Column) => TYPES[kind],
  heldType: (name, { kind }) => {
    if (kind === 'id') return isUuid(name, { length, contains });
    if (kind === 'booleen') return `${name} IN (0, 1)`;
    if (kind === 'jour') return `${name} IS date(${name})`;
    if (kind === 'instant') return `${name} IS datetime(${name})`;
    if (kind === 'entier') return `typeof(${name}) IN ('integer', 'null')`;
    if (kind === 'euros') return `typeof(${name}) IN ('integer', 'real', 'null')`;
  },
  defaultsTo: (table, column, other) => ({
    column: '',
    after: `
-- Une valeur par défaut ne peut pas nommer une autre colonne : un déclencheur la donne, puis un autre l'exige.
CREATE TRIGGER ${table}_${column} AFTER INSERT ON ${table} WHEN NEW.${column} IS NULL
BEGIN
  UPDATE ${table} SET ${column} = NEW.${other} WHERE id = NEW.id;
END;

CREATE TRIGGER ${table}_${column}_requis BEFORE UPDATE ON ${table} WHEN NEW.${column} IS NULL
BEGIN
  SELECT RAISE(ABORT, 'NOT NULL constraint failed: ${table}.${column}');
END;
`,
  }),
  columnComment: (about) => ['', ` -- ${about}`],
  tableEnd: () => ['', ''],
  uniqueWhere: uniqueIndex,
  hasPartialIndexes: true,

  now: 'CURRENT_TIMESTAMP',
  today: "date('now', 'localtime')",
  newId: `(${uuid})`,
  daysFromToday,
  daysUntilToday: (day) => `CAST(julianday('now', 'localtime', 'start of day') - julianday(${day}) AS INTEGER)`,
  instantFromToday: (days, time) => `${daysFromToday(days)} || ' ${time}'`,
  instant: (instant) => quoted(instant.slice(0, 19).replace('T', ' ')),
  text: quoted,

  length,
  number: (text) => text,
  contains,
  beginsWith: (text, set) => `(${text} GLOB '${set}*')`,
  before: (text, separator) => `substr(${text}, 1, instr(${text}, '${separator}') - 1)`,
  after: (text, separator) => `substr(${text}, instr(${text}, '${separator}') + 1)`,
};
