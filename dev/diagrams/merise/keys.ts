import type { Table } from '../../../seed/model/model.ts';

/** What of a table's columns are keys, as the conceptual and the relational model show them. */

/** The columns that stand for an association. */
export const foreign = ({ references = {} }: Table): string[] =>
  Object.values(references).flatMap(({ columns: [first] }) => first ?? []);

/** What identifies an entity: its own identifier, else what is its own and unique. */
export function identifierOf(table: Table): string | undefined {
  const [key = ''] = Object.keys(table.columns);
  return foreign(table).includes(key) ? Object.values(table.unique ?? {})[0]?.[0] : key;
}

/** An entity has what its table has, but for the columns that stand for an association. */
export const attributesOf = (table: Table): string[] =>
  Object.keys(table.columns).filter((column) => !foreign(table).includes(column));

/** `#` before a foreign key, `°` after what is unique by itself. */
export function marked(table: Table, column: string): string {
  const keys = [
    ...Object.values(table.unique ?? {}),
    ...Object.values(table.uniqueWhere ?? {}).map(({ columns }) => columns),
  ];
  const isUnique = keys.some(([only, ...others]) => only === column && others.length === 0);
  return `${foreign(table).includes(column) ? '#' : ''}${column}${isUnique ? '°' : ''}`;
}
