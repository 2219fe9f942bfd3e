import type { Wording } from './wording.ts';

/** The words in which the relational model is written, whatever the engine. */

/** An SQL expression: one text that every engine reads alike, or what an engine's wording makes of it. */
export type Expression = string | ((wording: Wording) => string);

/**
 * `texte` is what people write: never empty, without a space at its ends or a control character. `code` is a short word
 * whose form a check of its table says. Instants are in UTC.
 */
export type Kind = 'id' | 'texte' | 'code' | 'entier' | 'euros' | 'booleen' | 'jour' | 'instant';

export interface Column {
  kind: Kind;
  /** What the column means, in French, as it stands in the SQL files. */
  about: string;
  /** The most characters of a `texte` or a `code`. */
  max?: number;
  isOptional?: true;
  default?: Expression;
  /** The column whose value this one takes when nothing is said. */
  defaultsTo?: string;
}

/** A foreign key, of which the first column holds the identifier, and another what is called the same where it leads. */
interface Reference {
  /** The association of the conceptual model that the key stands for. */
  verb: string;
  table: string;
  columns: string[];
}

/** Rows of one key, compared where `when` holds: what a plain UNIQUE cannot say. */
export interface Partial {
  columns: string[];
  when: string;
}

/** Names of constraints lack the name of the table, with which the SQL files begin them. */
export interface Table {
  name: string;
  about: string;
  columns: Record<string, Column>;
  /** The columns of each UNIQUE constraint; the primary key is the first column. */
  unique?: Record<string, string[]>;
  uniqueWhere?: Record<string, Partial>;
  references?: Record<string, Reference>;
  checks?: Record<string, Expression>;
  indexes?: Record<string, { columns: string[]; when?: string }>;
  /** Why a constraint is there, in French, where its name does not say it. */
  why?: Record<string, string>;
}

const column =
  (kind: Kind) =>
  (about: string, more: Omit<Column, 'kind' | 'about'> = {}): Column => ({ kind, about, ...more });

export const texte = (max: number, about: string, more: Omit<Column, 'kind' | 'about' | 'max'> = {}): Column =>
  column('texte')(about, { max, ...more });
export const code = (max: number, about: string, more: Omit<Column, 'kind' | 'about' | 'max'> = {}): Column =>
  column('code')(about, { max, ...more });
export const id = column('id');
export const entier = column('entier');
export const euros = column('euros');
export const booleen = column('booleen');
export const jour = column('jour');
export const instant = column('instant');

export const optional = { isOptional: true } as const;
export const newId = { default: ({ newId }: Wording): string => newId };
export const today = { default: ({ today }: Wording): string => `(${today})` };
export const now = { default: ({ now }: Wording): string => now };

/** A lowercase letter, then lowercase letters, digits, `_` or `-`: 30 characters at most. */
export const word =
  (of: Expression): Expression =>
  (wording) => {
    const text = said(of, wording);
    return [
      `${wording.length(text)} BETWEEN 1 AND 30`,
      wording.beginsWith(text, '[a-z]'),
      `NOT ${wording.contains(text, '[^-a-z0-9_]')}`,
    ].join(' AND ');
  };

/** What a card or a barcode bears: capitals, digits or hyphens, from 4 to 20 of them. */
export const onCard =
  (column: string): Expression =>
  ({ length, contains }) =>
    `${length(column)} BETWEEN 4 AND 20 AND NOT ${contains(column, '[^-A-Z0-9]')}`;

export const said = (expression: Expression, wording: Wording): string =>
  typeof expression === 'string' ? expression : expression(wording);
