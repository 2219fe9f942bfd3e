import { readFile, writeFile } from 'node:fs/promises';
import exemplaires from './books/exemplaires.json' with { type: 'json' };
import livres from './books/livres.json' with { type: 'json' };
import { RULE } from './data.ts';
import emprunts from './loans/emprunts.json' with { type: 'json' };
import reservations from './loans/reservations.json' with { type: 'json' };
import penalites from './users/penalites.json' with { type: 'json' };
import utilisateurs from './users/utilisateurs.json' with { type: 'json' };

/**
 * Keeps the data of bibliotheque.sql equal to the JSON files. The schema above the marker is written by
 * hand; what follows the marker is written here.
 *
 *   node seed/sql.ts           rewrites the data
 *   node seed/sql.ts --check   exits 1 when the data is stale
 */

const FILE = new URL('bibliotheque.sql', import.meta.url);
const MARKER = '\n-- Données\n';

/** A value of a row as SQL. */
type Column<Row> = (row: Row) => string;

const literal = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL');

/** A day counted from the day the SQL is run, not from the day it was written. */
function day(days: number | null): string {
  if (days === null) return 'NULL';
  return days === 0 ? 'CURRENT_DATE' : `CURRENT_DATE ${days < 0 ? '-' : '+'} ${Math.abs(days)}`;
}

/** An instant of such a day, in UTC, whatever the time zone of the session. */
const instant = (days: number | null, time: string | null): string =>
  time === null ? 'NULL' : `(${day(days)} + TIME ${literal(time)}) AT TIME ZONE 'UTC'`;

/** Columns that are literals. */
const same = <Name extends string>(names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, (row: Record<Name, string | number | null>) => literal(row[name])]));

/** @param note says in words what the identifiers of a row point to */
function insert<Row>(
  table: string,
  rows: readonly Row[],
  columns: Record<string, Column<Row>>,
  note?: (row: Row) => string,
): string {
  const lines = rows.map((row, i) => {
    const values = Object.values(columns).map((column) => column(row));
    return `  (${values.join(', ')})${i < rows.length - 1 ? ',' : ';'}${note ? ` -- ${note(row)}` : ''}`;
  });
  return `\nINSERT INTO ${table}\n  (${Object.keys(columns).join(', ')})\nVALUES\n${lines.join('\n')}\n`;
}

const names = new Map(utilisateurs.map((u) => [u.id, `${u.prenom} ${u.nom}`]));
const titles = new Map(livres.map((l) => [l.id, l.titre]));

const data = [
  insert('utilisateur', utilisateurs, same(['id', 'nom', 'prenom', 'email', 'date_creation'])),
  insert(
    'adhesion',
    // An account that answers for others comes before them.
    utilisateurs.toSorted(
      (one, other) => Number(!!one.adhesion.responsable_id) - Number(!!other.adhesion.responsable_id),
    ),
    {
      utilisateur_id: ({ id }) => literal(id),
      numero_carte: ({ adhesion }) => literal(adhesion.numero_carte),
      categorie: ({ adhesion }) => literal(adhesion.categorie),
      date_naissance: ({ adhesion }) => literal(adhesion.date_naissance),
      date_fin: ({ adhesion }) => day(adhesion.jour_fin),
      responsable_id: ({ adhesion }) => literal(adhesion.responsable_id),
      blocage_motif: ({ adhesion }) => literal(adhesion.blocage?.motif ?? null),
      blocage_depuis: ({ adhesion }) => day(adhesion.blocage?.jour_depuis ?? null),
      blocage_jusqu_au: ({ adhesion }) => day(adhesion.blocage?.jour_jusqu_au ?? null),
    },
    ({ id }) => String(names.get(id)),
  ),
  insert('livre', livres, same(['id', 'titre', 'auteur', 'isbn', 'tome', 'annee', 'editeur', 'type', 'date_creation'])),
  insert(
    'exemplaire',
    exemplaires,
    same(['id', 'livre_id', 'code_barres', 'cote', 'etat', 'note', 'date_entree']),
    ({ livre_id }) => `« ${titles.get(livre_id)} »`,
  ),
  insert(
    'penalite',
    penalites,
    {
      ...same(['id', 'utilisateur_id']),
      montant: ({ montant }) => montant.toFixed(2),
      ...same(['description']),
      date_penalite: ({ jour, heure }) => instant(jour, heure),
      ...same(['statut']),
      reste_a_payer: ({ reste_a_payer }) => reste_a_payer.toFixed(2),
    },
    ({ utilisateur_id }) => String(names.get(utilisateur_id)),
  ),
  insert(
    'mouvement',
    penalites.flatMap(({ id, utilisateur_id, mouvements }) =>
      mouvements.map((movement) => ({ ...movement, penalite_id: id, utilisateur_id })),
    ),
    {
      ...same(['id', 'penalite_id', 'type']),
      montant: ({ montant }) => montant.toFixed(2),
      ...same(['moyen', 'motif']),
      date_mouvement: ({ jour, heure }) => instant(jour, heure),
      annule: ({ annule }) => String(annule),
      date_annulation: ({ jour_annulation, heure_annulation }) => instant(jour_annulation, heure_annulation),
    },
    ({ utilisateur_id }) => String(names.get(utilisateur_id)),
  ),
  insert(
    'emprunt',
    emprunts,
    {
      ...same(['id', 'utilisateur_id', 'exemplaire_id']),
      date_emprunt: ({ jour_emprunt }) => day(jour_emprunt),
      date_echeance: ({ jour_echeance }) => day(jour_echeance),
      date_retour: ({ jour_retour }) => day(jour_retour),
      regle: () => literal(RULE),
      ...same(['prolongations', 'penalite_id']),
    },
    ({ utilisateur_id, livre_id }) => `${names.get(utilisateur_id ?? '') ?? 'oublié'}, « ${titles.get(livre_id)} »`,
  ),
  insert(
    'reservation',
    reservations,
    {
      ...same(['id', 'utilisateur_id', 'livre_id', 'exemplaire_id']),
      date_reservation: ({ jour, heure }) => instant(jour, heure),
      ...same(['place', 'statut']),
      suspendue_jusqu_au: ({ jour_suspendue_jusqu_au }) => day(jour_suspendue_jusqu_au),
      date_limite: ({ jour_limite }) => day(jour_limite),
      date_cloture: ({ jour_cloture }) => day(jour_cloture),
    },
    ({ utilisateur_id, livre_id }) => `${names.get(utilisateur_id)}, « ${titles.get(livre_id)} »`,
  ),
  '\nCOMMIT;\n',
].join('');

const present = await readFile(FILE, 'utf8');
const end = present.indexOf(MARKER);
if (end < 0) throw new Error('seed/bibliotheque.sql has lost its line "-- Données": nothing was written');
const wanted = present.slice(0, end) + MARKER + data;

if (!process.argv.includes('--check')) {
  await writeFile(FILE, wanted);
} else if (present !== wanted) {
  console.error('seed/bibliotheque.sql is stale: run node seed/sql.ts');
  process.exitCode = 1;
}
