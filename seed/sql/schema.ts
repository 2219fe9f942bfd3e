import { type Column, type Expression, said, type Table } from '../model/model.ts';
import { TABLES } from '../model/tables.ts';
import { VIEWS } from '../model/views.ts';
import type { Dialect } from './dialect.ts';

/** The statements that drop and make the tables and the views. */

/** What holds a column to its kind, whatever its table: the name of the constraint after the column's, the condition. */
function heldKind(name: string, { kind, max = 0 }: Column): [name: string, condition: Expression][] {
  if (kind === 'euros') return [[`${name}_centimes`, `${name} = round(${name}, 2)`]];
  if (kind !== 'texte') return [];
  return [
    [`${name}_longueur`, ({ length }) => `${length(name)} BETWEEN 1 AND ${max}`],
    [
      `${name}_texte`,
      ({ contains }) => `${name} NOT LIKE ' %' AND ${name} NOT LIKE '% ' AND NOT ${contains(name, '[[:cntrl:]]')}`,
    ],
  ];
}

function checksOf(
  { columns, references = {}, checks = {} }: Table,
  dialect: Dialect,
): [name: string, condition: string][] {
  // What a foreign key points to is of the right type.
  const pointing = Object.values(references).flatMap(({ columns }) => columns);
  const types = Object.entries(columns).flatMap(([name, column]) =>
    pointing.includes(name) ? [] : (dialect.heldType(name, column) ?? []),
  );
  const all: [string, Expression][] = [
    ...(types.length > 0
      ? [['types', types.map((type) => `(${type})`).join('\n    AND ')] satisfies [string, string]]
      : []),
    ...Object.entries(columns).flatMap(([name, column]) => heldKind(name, column)),
    ...Object.entries(checks),
  ];
  return all.map(([name, condition]) => [name, said(condition, dialect)]);
}

const list = (columns: string[]) => `(${columns.join(', ')})`;

function columnLine(table: string, name: string, column: Column, dialect: Dialect): [string, string] {
  const [before, after] = dialect.columnComment(column.about);
  const rest = column.defaultsTo
    ? [dialect.defaultsTo(table, name, column.defaultsTo).column]
    : [column.isOptional ? '' : 'NOT NULL', column.default ? `DEFAULT ${said(column.default, dialect)}` : ''];
  return [[name, dialect.type(column), ...rest, before].filter((word) => word !== '').join(' '), after];
}

/** Every named constraint of a table, with what makes it. */
function constraintsOf(table: Table, dialect: Dialect): [name: string, what: string][] {
  const { columns, unique = {}, references = {} } = table;
  return [
    ['pk', `PRIMARY KEY ${list(Object.keys(columns).slice(0, 1))}`],
    ...Object.entries(unique).map(([name, of]): [string, string] => [name, `UNIQUE ${list(of)}`]),
    ...Object.entries(references).map(([name, { columns, table }]): [string, string] => [
      name,
      `FOREIGN KEY ${list(columns)} REFERENCES ${table} ${list(['id', ...columns.slice(1)])}`,
    ]),
    ...checksOf(table, dialect).map(([name, condition]): [string, string] => [name, `CHECK (${condition})`]),
  ];
}

/** The names of what refuses a row, as the errors of the engines tell them. */
export const constraintNames = (table: Table, dialect: Dialect): string[] =>
  [...constraintsOf(table, dialect).map(([name]) => name), ...Object.keys(table.uniqueWhere ?? {})].map(
    (name) => `${table.name}_${name}`,
  );

/** A line within a table or an index after it, under the reason why it is there. */
const withReason = ({ why = {} }: Table, name: string, text: string, indent = ''): string =>
  why[name] ? `-- ${why[name]}\n${indent}${text}` : text;

function tableText(table: Table, dialect: Dialect): string {
  const { name, columns, uniqueWhere = {} } = table;
  const partial = Object.entries(uniqueWhere).map(([key, of]) => ({
    key,
    ...dialect.uniqueWhere(name, `${name}_${key}`, of),
  }));
  const within = partial.flatMap(({ key, within: [first, ...others] }) =>
    first ? [withReason(table, key, first, '  '), ...others] : [],
  );
  const constraints = constraintsOf(table, dialect).map(([key, what]) =>
    withReason(table, key, `CONSTRAINT ${name}_${key} ${what}`, '  '),
  );
  const lines: [text: string, comment: string][] = [
    ...Object.entries(columns).map(([key, column]) => columnLine(name, key, column, dialect)),
    ...[...within, ...constraints].map((text): [string, string] => [text, '']),
  ];
  const body = lines.map(([text, comment], i) => `  ${text}${i < lines.length - 1 ? ',' : ''}${comment}\n`).join('');
  const [behind, after] = dialect.tableEnd(table);
  const indexes = partial.flatMap(({ key, after }) => (after ? `\n${withReason(table, key, after)}` : []));
  const copied = Object.entries(columns).flatMap(([key, { defaultsTo }]) =>
    defaultsTo ? dialect.defaultsTo(name, key, defaultsTo).after : [],
  );
  return [`-- ${table.about}.\nCREATE TABLE ${name} (\n${body})${behind};\n`, ...indexes, ...copied, after].join('');
}

const indexesText = ({ name, indexes = {} }: Table, { hasPartialIndexes }: Dialect): string =>
  Object.entries(indexes)
    .map(([key, { columns, when }]) => {
      const part = when && hasPartialIndexes ? ` WHERE ${when}` : '';
      return `CREATE INDEX ${name}_${key} ON ${name} ${list(columns)}${part};\n`;
    })
    .join('');

const dropsText = (): string =>
  [
    ...VIEWS.map(({ name }) => `DROP VIEW IF EXISTS ${name};`),
    ...TABLES.toReversed().map(({ name }) => `DROP TABLE IF EXISTS ${name};`),
  ].join('\n');

export const schemaText = (dialect: Dialect): string =>
  [
    `-- Ce que ce script a créé la fois d'avant, et rien d'autre\n\n${dropsText()}\n`,
    '-- Tables\n',
    ...TABLES.map((table) => tableText(table, dialect)),
    TABLES.map((table) => indexesText(table, dialect)).join(''),
    '-- Vues\n',
    ...VIEWS.map(({ name, about, query }) => `-- ${about}.\nCREATE VIEW ${name} AS\n${said(query, dialect)};\n`),
  ].join('\n');
