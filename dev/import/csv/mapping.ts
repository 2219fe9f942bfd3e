import { readLines } from '../../politique/lines.ts';
import { UnreadableFile } from '../unreadable.ts';
import { NAMES } from './columns.ts';
import { nameKey, shown } from './names.ts';

/**
 * A library's own names of columns: a small file of YAML (or of JSON, which is YAML as well) with a line for each,
 * `leur nom: notre nom`. A column that is to be left has the word `ignorer`.
 */

export interface Named {
  /** As it is written in the file of names. */
  header: string;
  column: string;
}

/** By the key of the name. */
export type Mapping = ReadonlyMap<string, Named>;

export const LEFT = 'ignorer';

const COLUMNS = [...new Set([...Object.keys(NAMES.livres), ...Object.keys(NAMES.utilisateurs)])];

const FORM =
  'il faut une ligne par colonne, comme « Titre du document: titre » : le nom de la colonne dans votre fichier, deux-points, notre nom';

function faultOf(header: string, column: unknown, before: Mapping): string | undefined {
  if (column !== LEFT && !COLUMNS.includes(column as string))
    return `${shown(String(column))} n’est pas un de nos noms : ${COLUMNS.join(', ')}, ou ${LEFT}`;
  const other = before.get(nameKey(header));
  return other && `c’est la même colonne que ${shown(other.header)} : gardez une seule des deux lignes`;
}

/** @throws UnreadableFile that tells every fault with its line */
export function readMapping(text: string): Mapping {
  const { content, faults, lineOf } = readLines(text);
  const mapping = new Map<string, Named>();
  const told = [...faults];
  const isList = typeof content === 'object' && content !== null && !Array.isArray(content);
  if (!isList && faults.length === 0) told.push({ line: 1, message: FORM });
  for (const [header, column] of isList ? Object.entries(content) : []) {
    const fault = faultOf(header, column, mapping);
    if (fault) told.push({ line: lineOf([header]), message: `${shown(header)} : ${fault}` });
    else mapping.set(nameKey(header), { header, column });
  }
  if (told.length === 0) return mapping;
  const lines = told.sort((one, other) => one.line - other.line);
  throw new UnreadableFile(
    [
      'Le fichier des colonnes est à corriger :',
      ...lines.map(({ line, message }) => `- ligne ${line} : ${message}`),
    ].join('\n'),
  );
}
