import type { Column, Kind } from '../model/model.ts';
import { type Dialect, quoted, uniqueIndex } from './dialect.ts';

const TYPES: Record<Kind, string> = {
  id: 'uuid',
  texte: 'text',
  code: 'text',
  entier: 'integer',
  // Without a precision: numeric(6, 2) would round 2.505 instead of refusing it.
  euros: 'numeric',
  booleen: 'boolean',
  jour: 'date',
  instant: 'timestamptz',
};

const daysFromToday = (days: number): string =>
  days === 0 ? 'CURRENT_DATE' : `CURRENT_DATE ${days < 0 ? '-' : '+'} ${Math.abs(days)}`;

export const postgresql: Dialect = {
  file: 'bibliotheque.sql',
  head: [
    'PostgreSQL 13 ou plus récent :',
    '',
    '  createdb bibliotheque',
    '  psql -d bibliotheque -v ON_ERROR_STOP=1 -f seed/bibliotheque.sql',
    '',
    'Tout se fait en une seule transaction : tout est créé, ou rien ne change.',
  ],
  opening: `SET client_encoding = 'UTF8';
SET client_min_messages = warning;
SET TIME ZONE 'Europe/Paris';

BEGIN;
`,
  beforeData: '',
  closing: 'COMMIT;\n',
  type: ({ kind }: Column) => TYPES[kind],
  heldType: () => undefined,
  defaultsTo: (table, column, other) => ({
    column: 'NOT NULL',
    after: `
-- Une valeur par défaut ne peut pas nommer une autre colonne : un déclencheur la donne.
CREATE OR REPLACE FUNCTION ${table}_${column}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.${column} := NEW.${other};
  RETURN NEW;
END
$$;

CREATE TRIGGER ${table}_${column} BEFORE INSERT ON ${table}
  FOR EACH ROW WHEN (NEW.${column} IS NULL) EXECUTE FUNCTION ${table}_${column}();
`,
  }),
  columnComment: () => ['', ''],
  tableEnd: ({ name, about, columns }) => [
    '',
    [
      `\nCOMMENT ON TABLE ${name} IS ${quoted(about)};`,
      ...Object.entries(columns).map(
        ([column, { about }]) => `COMMENT ON COLUMN ${name}.${column} IS ${quoted(about)};`,
      ),
    ]
      .join('\n')
      .concat('\n'),
  ],
  uniqueWhere: uniqueIndex,
  hasPartialIndexes: true,

  now: 'CURRENT_TIMESTAMP',
  today: 'CURRENT_DATE',
  newId: 'gen_random_uuid()',
  daysFromToday,
  daysUntilToday: (day) => `CURRENT_DATE - ${day}`,
  instantFromToday: (days, time) => `(${daysFromToday(days)} + TIME ${quoted(time)}) AT TIME ZONE 'UTC'`,
  instant: quoted,
  text: quoted,

  length: (text) => `char_length(${text})`,
  number: (text) => `CAST(${text} AS integer)`,
  contains: (text, set) => `(${text} ~ '${set}')`,
  beginsWith: (text, set) => `(${text} ~ '^${set}')`,
  before: (text, separator) => `split_part(${text}, '${separator}', 1)`,
  after: (text, separator) => `split_part(${text}, '${separator}', 2)`,
};
