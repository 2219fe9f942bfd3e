import { UnreadableFile } from '../unreadable.ts';
import { EXPORTED, type Kind, NAMES, REPORT_COLUMNS, REQUIRED, SAID_AGAIN } from './columns.ts';
import { LEFT, type Mapping } from './mapping.ts';
import { KNOWN, listed, nameKey, shown } from './names.ts';

/** What the first row of a file says of its columns. */

/** Which column of ours each cell of a row belongs to. */
export interface Layout {
  kind: Kind;
  columns: readonly (string | undefined)[];
  /** In which order the cells of a row are looked at: of two of a column, the first that says something counts. */
  order: readonly number[];
  /** This library has written the file: what stands in it is meant as it stands. */
  isOwn: boolean;
  /** The names of the columns that are left. */
  ignored: readonly string[];
}

export interface Asked {
  kind?: Kind;
  columns?: Mapping;
}

const KINDS = ['livres', 'utilisateurs'] as const;
const REPORT = new Set(REPORT_COLUMNS.map(nameKey));

function columnOf(header: string, kind: Kind, mapping: Mapping | undefined): string | undefined {
  const key = nameKey(header);
  const named = mapping?.get(key)?.column;
  return named === LEFT ? undefined : (named ?? KNOWN[kind].get(key));
}

const columnsFor = (headers: readonly string[], kind: Kind, mapping: Mapping | undefined) =>
  headers.map((header) => columnOf(header, kind, mapping));

const known = (columns: readonly (string | undefined)[]) => columns.filter((column) => column !== undefined).length;

/** How many of the names are known to a kind, which must have the column that it cannot be without. */
export const knownIn = (headers: readonly string[], { kind, columns }: Asked): number =>
  Math.max(
    ...(kind ? [kind] : KINDS)
      .map((one) => ({ required: REQUIRED[one], found: columnsFor(headers, one, columns) }))
      .map(({ required, found }) => (found.includes(required) ? known(found) : 0)),
  );

const namesOf = (kind: Kind): string => (NAMES[kind][REQUIRED[kind]] ?? []).map(shown).join(', ');

/** Koha's members have a « title », which is « Mme » or « M. »: of two kinds, the one that knows more columns is meant. */
function kindOf(headers: readonly string[], mapping: Mapping | undefined): Kind {
  const [found, other] = KINDS.map((kind) => ({ kind, columns: columnsFor(headers, kind, mapping) }))
    .filter(({ kind, columns }) => columns.includes(REQUIRED[kind]))
    .sort((one, another) => known(another.columns) - known(one.columns));
  if (!found)
    throw new UnreadableFile(
      `La première ligne doit nommer les colonnes. Aucune ne donne le titre d’un livre (${namesOf('livres')}) ni le nom d’un adhérent (${namesOf('utilisateurs')}). Elle contient : ${listed(headers)}. Corrigez-la, ou nommez vos colonnes dans un fichier de colonnes : --colonnes noms.yml.`,
    );
  if (other && known(other.columns) === known(found.columns))
    throw new UnreadableFile(
      `Ce fichier a une colonne de titre et une colonne de nom : dites s’il contient des livres ou des utilisateurs, par --genre. Sa première ligne : ${listed(headers)}.`,
    );
  return found.kind;
}

function refuseMapping(headers: readonly string[], kind: Kind, mapping: Mapping): void {
  const keys = new Set(headers.map(nameKey));
  for (const [key, { header, column }] of mapping) {
    if (!keys.has(key))
      throw new UnreadableFile(
        `La colonne ${shown(header)} du fichier des colonnes n’est pas dans ce fichier, qui contient : ${listed(headers)}.`,
      );
    if (column !== LEFT && !(column in NAMES[kind]))
      throw new UnreadableFile(
        `Le fichier des colonnes fait de ${shown(header)} la colonne ${shown(column)}, que les ${kind} n’ont pas : ils ont ${Object.keys(NAMES[kind]).join(', ')}.`,
      );
  }
}

function refuseTwins(headers: readonly string[], columns: Layout['columns']): void {
  const first = new Map<string, string>();
  for (const [n, column] of columns.entries()) {
    if (column === undefined) continue;
    const [header, other] = [headers[n] as string, first.get(column)];
    const isSaidAgain = SAID_AGAIN.includes(column) && other !== undefined && nameKey(other) !== nameKey(header);
    if (other !== undefined && !isSaidAgain)
      throw new UnreadableFile(
        `Les colonnes ${shown(other)} et ${shown(header)} donnent toutes deux « ${column} » : renommez ou supprimez l’une des deux, ou écrivez « ${header}: ${LEFT} » dans un fichier de colonnes : --colonnes noms.yml.`,
      );
    first.set(column, header);
  }
}

/** The cells that are known, by the places of their names in the table of names; what the librarian has named is first. */
function orderOf(headers: readonly string[], columns: Layout['columns'], kind: Kind): number[] {
  const names = [...KNOWN[kind].keys()];
  return headers
    .map((header, n) => ({ n, place: names.indexOf(nameKey(header)) }))
    .filter(({ n }) => columns[n] !== undefined)
    .sort((one, other) => one.place - other.place)
    .map(({ n }) => n);
}

/** Columns that only our exports of loans and holds have. */
const OF_LOANS = ['date_emprunt', 'date_reservation'].map(nameKey);

const LOANS =
  'Ce fichier contient des prêts ou des réservations, qui sortent mais ne rentrent pas : seuls les livres et les lecteurs s’importent.';

/** @throws UnreadableFile when it cannot be known what the columns are */
export function layoutOf(headers: readonly string[], { kind: asked, columns: mapping }: Asked): Layout {
  if (headers.some((header) => OF_LOANS.includes(nameKey(header)))) throw new UnreadableFile(LOANS);
  const kind = asked ?? kindOf(headers, mapping);
  const columns = columnsFor(headers, kind, mapping);
  if (mapping) refuseMapping(headers, kind, mapping);
  if (!columns.includes(REQUIRED[kind]))
    throw new UnreadableFile(
      `Il manque la colonne « ${REQUIRED[kind]} ». Elle peut aussi s’appeler ${namesOf(kind)}. La première ligne contient : ${listed(headers)}.`,
    );
  refuseTwins(headers, columns);
  const isLeft = (header: string, n: number) =>
    columns[n] === undefined && header !== '' && !REPORT.has(nameKey(header));
  const isOwn = EXPORTED[kind].every((name) => headers.includes(name));
  return { kind, columns, order: orderOf(headers, columns, kind), isOwn, ignored: headers.filter(isLeft) };
}
