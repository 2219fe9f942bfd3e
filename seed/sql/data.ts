import exemplaires from '../books/exemplaires.json' with { type: 'json' };
import livres from '../books/livres.json' with { type: 'json' };
import { RULE } from '../data.ts';
import emprunts from '../loans/emprunts.json' with { type: 'json' };
import reservations from '../loans/reservations.json' with { type: 'json' };
import penalites from '../users/penalites.json' with { type: 'json' };
import utilisateurs from '../users/utilisateurs.json' with { type: 'json' };
import type { Dialect } from './dialect.ts';

/** The statements that fill the tables. Days are counted from the day the SQL is run, not from the day it was written. */

/** A value of a row as SQL. */
type Column<Row> = (row: Row) => string;

const names = new Map(utilisateurs.map((u) => [u.id, `${u.prenom} ${u.nom}`]));
const titles = new Map(livres.map((l) => [l.id, l.titre]));

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

export function dataText(dialect: Dialect): string {
  const literal = (value: string | number | null): string =>
    typeof value === 'string' ? dialect.text(value) : String(value ?? 'NULL');
  const day = (days: number | null): string => (days === null ? 'NULL' : dialect.daysFromToday(days));
  const instant = (days: number | null, time: string | null): string =>
    days === null || time === null ? 'NULL' : dialect.instantFromToday(days, time);
  /** Columns that are literals. */
  const same = <Name extends string>(names: Name[]) =>
    Object.fromEntries(names.map((name) => [name, (row: Record<Name, string | number | null>) => literal(row[name])]));
  const created = { date_creation: (row: { date_creation: string }) => dialect.instant(row.date_creation) };

  return [
    insert('utilisateur', utilisateurs, { ...same(['id', 'nom', 'prenom', 'email']), ...created }),
    insert(
      'adhesion',
      utilisateurs,
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
    insert('livre', livres, {
      ...same(['id', 'titre', 'auteur', 'isbn', 'tome', 'annee', 'editeur', 'type']),
      ...created,
    }),
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
  ].join('');
}
