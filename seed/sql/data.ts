import { type SeedData, seedData } from '../data.ts';
import type { Column } from '../model/model.ts';
import { TABLES } from '../model/tables.ts';
import type { Dialect } from './dialect.ts';

/** The statements that fill the tables. Days are counted from the day the SQL is run, not from the day it was written. */

/** The day from which the others are counted here: any will do. */
const TODAY = '2026-01-01';

/** What stays on its day, whenever the data is loaded. */
const FIXED = ['date_creation', 'date_entree', 'date_naissance'];

type Row = Record<string, unknown>;

/** The rows of each table, in columns of the model. */
const rowsOf = ({ utilisateurs, penalites, livres, exemplaires, emprunts, reservations }: SeedData) =>
  ({
    utilisateur: utilisateurs,
    adhesion: utilisateurs.map(({ id, adhesion: { blocage, ...adhesion } }) => ({
      ...{ ...adhesion, utilisateur_id: id, blocage_motif: blocage?.motif ?? null },
      ...{ blocage_depuis: blocage?.depuis ?? null, blocage_jusqu_au: blocage?.jusqu_au ?? null },
    })),
    livre: livres,
    exemplaire: exemplaires,
    penalite: penalites,
    mouvement: penalites.flatMap(({ id, utilisateur_id, mouvements }) =>
      mouvements.map(({ date, ...rest }) => ({ ...rest, penalite_id: id, utilisateur_id, date_mouvement: date })),
    ),
    emprunt: emprunts,
    reservation: reservations,
  }) as Record<string, Row[]>;

const data = seedData(TODAY);
const names = new Map<unknown, string>(data.utilisateurs.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`]));
const titles = new Map<unknown, string>(data.livres.map(({ id, titre }) => [id, titre]));

/** Says in words what the identifiers of a row point to. */
function noteOn(row: Row): string {
  const whose = 'utilisateur_id' in row ? [names.get(row.utilisateur_id) ?? 'oublié'] : [];
  const of = 'livre_id' in row ? [`« ${titles.get(row.livre_id)} »`] : [];
  const note = [...whose, ...of].join(', ');
  return note && ` -- ${note}`;
}

const daysTo = (day: string): number => (Date.parse(day) - Date.parse(TODAY)) / 86_400_000;

function valueIn(value: unknown, name: string, { kind }: Column, dialect: Dialect): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return kind === 'euros' ? value.toFixed(2) : String(value);
  if (typeof value === 'boolean') return String(value);
  const text = String(value);
  if (kind === 'instant' && FIXED.includes(name)) return dialect.instant(text);
  if (kind === 'instant') return dialect.instantFromToday(daysTo(text.slice(0, 10)), text.slice(11, 19));
  return kind === 'jour' && !FIXED.includes(name) ? dialect.daysFromToday(daysTo(text)) : dialect.text(text);
}

export const dataText = (dialect: Dialect): string =>
  TABLES.map((table) => {
    const rows = rowsOf(data)[table.name] ?? [];
    const columns = Object.entries(table.columns).filter(([name]) => rows.some((row) => name in row));
    const lines = rows.map((row, i) => {
      const values = columns.map(([name, column]) => valueIn(row[name], name, column, dialect));
      return `  (${values.join(', ')})${i < rows.length - 1 ? ',' : ';'}${noteOn(row)}`;
    });
    const head = columns.map(([name]) => name).join(', ');
    return `\nINSERT INTO ${table.name}\n  (${head})\nVALUES\n${lines.join('\n')}\n`;
  }).join('');
