import { readFile, writeFile } from 'node:fs/promises';
import livres from './books/livres.json' with { type: 'json' };
import emprunts from './loans/emprunts.json' with { type: 'json' };
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

/** The SQL of one row's values; `note` says in words what its identifiers point to. */
type Row = { values: string[]; note?: string | undefined };

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

const literal = (value: string | number | null) => {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : text(value);
};

const amount = (euros: number) => euros.toFixed(2);

/** A day counted from the day the SQL is run, not from the day it was written. */
const day = (days: number | null) => {
  if (days === null) return 'NULL';
  if (days === 0) return 'CURRENT_DATE';
  return `CURRENT_DATE ${days < 0 ? '-' : '+'} ${Math.abs(days)}`;
};

/** `heure` is in UTC, whatever the time zone of the session. */
const instant = (jour: number, heure: string) => `(${day(jour)} + TIME ${text(heure)}) AT TIME ZONE 'UTC'`;

const insert = (table: string, columns: string, rows: Row[]) => {
  const lines = rows.map(({ values, note }, i) => {
    const end = i < rows.length - 1 ? ',' : ';';
    return `  (${values.join(', ')})${end}${note ? ` -- ${note}` : ''}`;
  });
  return `\nINSERT INTO ${table}\n  (${columns})\nVALUES\n${lines.join('\n')}\n`;
};

const names = new Map(utilisateurs.map((u) => [u.id, `${u.prenom} ${u.nom}`]));
const titles = new Map(livres.map((l) => [l.id, l.titre]));

const data = [
  insert(
    'utilisateur',
    'id, nom, prenom, email, date_creation',
    utilisateurs.map((u) => ({ values: [u.id, u.nom, u.prenom, u.email, u.date_creation].map(literal) })),
  ),
  insert(
    'livre',
    'id, titre, auteur, isbn, annee, exemplaires, date_creation',
    livres.map((l) => ({
      values: [l.id, l.titre, l.auteur, l.isbn, l.annee, l.exemplaires, l.date_creation].map(literal),
    })),
  ),
  insert(
    'penalite',
    'id, utilisateur_id, montant, description, date_penalite, statut, reste_a_payer',
    penalites.map((p) => ({
      values: [
        literal(p.id),
        literal(p.utilisateur_id),
        amount(p.montant),
        literal(p.description),
        instant(p.jour, p.heure),
        literal(p.statut),
        amount(p.reste_a_payer),
      ],
      note: names.get(p.utilisateur_id),
    })),
  ),
  insert(
    'emprunt',
    'id, utilisateur_id, livre_id, date_emprunt, date_echeance, date_retour, prolongations, penalite_id',
    emprunts.map((e) => ({
      values: [
        ...[e.id, e.utilisateur_id, e.livre_id].map(literal),
        ...[e.jour_emprunt, e.jour_echeance, e.jour_retour].map(day),
        ...[e.prolongations, e.penalite_id].map(literal),
      ],
      note: `${names.get(e.utilisateur_id)}, « ${titles.get(e.livre_id)} »`,
    })),
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
