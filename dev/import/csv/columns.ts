import { readYaml } from '../../yaml.ts';

/** The columns of our files. */

export type Kind = 'livres' | 'utilisateurs';

/** The names by which other programs know each column, which columns.yml lists for a librarian to read. */
const others = readYaml<Record<Kind, Record<string, string[]>>>(new URL('columns.yml', import.meta.url));

const named = (kind: Kind): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(others[kind]).map(([column, names]) => [column, [column, ...names]]));

/** Each column of a kind, with its names; our own comes first. */
export const NAMES: Readonly<Record<Kind, Record<string, readonly string[]>>> = {
  livres: named('livres'),
  utilisateurs: named('utilisateurs'),
};

/** The column without which a file cannot be of its kind. */
export const REQUIRED = { livres: 'titre', utilisateurs: 'nom' } as const;

/** What a file may say in several columns: of these the one that columns.yml names first and says something counts. */
export const SAID_AGAIN: readonly string[] = ['isbn', 'annee'];

/** What a report of refused records has before the record's own columns. Reading leaves it without a word. */
export const REPORT_COLUMNS = ['numero', 'champ', 'raison'] as const;

/** The columns of what is exported, in their order. A copy has a row; a title without copies has one as well. */
export const EXPORTED = {
  livres: [
    ...['livre_id', 'titre', 'auteur', 'isbn', 'tome', 'editeur', 'annee', 'type', 'exemplaires'],
    ...['code_barres', 'cote', 'note', 'etat'],
  ],
  utilisateurs: [
    ...['numero_carte', 'nom', 'prenom', 'email', 'categorie', 'date_naissance', 'date_fin', 'responsable'],
    ...['blocage_motif', 'blocage_jusqu_au', 'date_creation'],
  ],
} as const satisfies Record<Kind, readonly string[]>;
