import { beforeAll, expect, test } from '@jest/globals';
import { type SeedLoan, seedData } from '../../../seed/data.ts';
import { TABLES } from '../../../seed/model/tables.ts';
import { daysFrom } from '../../support/clock.ts';
import type { Database } from '../../support/sql/database.ts';
import { inEveryEngine } from '../../support/sql/engines.ts';
import { asTold, Library } from '../../support/sql/library.ts';

type Row = Record<string, unknown>;

/** The rows by what identifies them. */
const inOrder = (rows: Row[]): Row[] =>
  rows.toSorted((a, b) => (String(a.id ?? a.utilisateur_id) < String(b.id ?? b.utilisateur_id) ? -1 : 1));

/** The rows of each table that the seed has on a day, as the contract spells them. */
const wantedOn = (day: string): Record<string, Row[]> => {
  const { utilisateurs, penalites, livres, exemplaires, emprunts, reservations } = seedData(day);
  return {
    utilisateur: utilisateurs.map(({ adhesion: _, ...account }) => account),
    adhesion: utilisateurs.map(({ id, adhesion: { blocage, ...adhesion } }) => {
      const { motif = null, depuis = null, jusqu_au = null } = blocage ?? {};
      const block = { blocage_motif: motif, blocage_depuis: depuis, blocage_jusqu_au: jusqu_au };
      return { utilisateur_id: id, ...adhesion, ...block };
    }),
    penalite: penalites.map(({ mouvements: _, ...penalty }) => penalty),
    mouvement: penalites.flatMap(({ id, mouvements }) =>
      mouvements.map(({ date, ...rest }) => ({ ...rest, penalite_id: id, date_mouvement: date })),
    ),
    livre: livres,
    exemplaire: exemplaires,
    emprunt: emprunts.map(({ livre_id: _, ...loan }) => ({ ...loan, perdu: false, amende_id: null })),
    reservation: reservations,
  };
};

inEveryEngine((_, open) => {
  let db: Database;
  let library: Library;

  beforeAll(async () => {
    db = await open();
    library = new Library(db);
    await library.load();
    await db.run("INSERT INTO livre (titre) VALUES ('Saisi à la main')");
    await db.run("CREATE TABLE autre (nom VARCHAR(20)); INSERT INTO autre (nom) VALUES ('resté')");
    await library.load();
  });

  /** The rows of a table, with the columns that the model knows, as the contract spells them. */
  const rowsOf = async (name: string) => {
    const columns = Object.entries(TABLES.find((table) => table.name === name)?.columns ?? {});
    const rows = await library.ask(`SELECT ${columns.map(([column]) => column)} FROM ${name}`);
    return rows.map((row) =>
      Object.fromEntries(columns.map(([column, { kind }]) => [column, asTold(row[column], kind)])),
    );
  };

  test('loaded for the second time, it holds the seed, row for row, and nothing more', async () => {
    const wanted = wantedOn(library.day);
    expect(Object.keys(wanted).sort()).toEqual(TABLES.map(({ name }) => name).sort());
    for (const [table, rows] of Object.entries(wanted)) expect(inOrder(await rowsOf(table))).toEqual(inOrder(rows));
  });

  test('loading leaves the tables of others alone', async () => {
    expect(await db.query('SELECT nom FROM autre')).toEqual([{ nom: 'resté' }]);
  });

  const sorted = (rows: Record<string, unknown>[]) => rows.map((row) => JSON.stringify(row)).sort();

  test('the view of what is available counts the copies, those that are free, and the open reservations', async () => {
    const { livres, exemplaires, emprunts, reservations } = seedData(library.day);
    const open = reservations.filter(({ date_cloture }) => date_cloture === null);
    const taken = [...emprunts.filter(isOut), ...open].map(({ exemplaire_id }) => exemplaire_id);
    const wanted = livres.map(({ id }) => {
      const copies = exemplaires.filter(({ livre_id, etat }) => livre_id === id && etat !== 'retire');
      return {
        livre_id: id,
        exemplaires: copies.length,
        disponibles: copies.filter((copy) => copy.etat === 'en_service' && !taken.includes(copy.id)).length,
        reservations: open.filter(({ livre_id }) => livre_id === id).length,
      };
    });
    const rows = await library.ask('SELECT livre_id, exemplaires, disponibles, reservations FROM disponibilite');
    expect(sorted(rows)).toEqual(sorted(wanted));
  });

  test('the view of who is late has each loan that is out after its due date, by as many days', async () => {
    const { emprunts, exemplaires } = seedData(library.day);
    const wanted = emprunts
      .map((loan) => ({ ...loan, jours_retard: daysFrom(loan.date_echeance, library.day) }))
      .filter((loan) => isOut(loan) && loan.jours_retard > 0)
      .map(({ utilisateur_id, exemplaire_id, jours_retard }) => ({
        utilisateur_id,
        code_barres: exemplaires.find(({ id }) => id === exemplaire_id)?.code_barres,
        jours_retard,
      }));
    expect(wanted).not.toEqual([]);
    const rows = await library.ask('SELECT utilisateur_id, code_barres, jours_retard FROM lecteur_en_retard');
    expect(sorted(rows)).toEqual(sorted(wanted));
  });

  test('the view of what is due has all that is unpaid', async () => {
    const unpaid = seedData(library.day).penalites.filter(({ statut }) => statut === 'impayee');
    const wanted = Object.entries(Object.groupBy(unpaid, ({ utilisateur_id }) => utilisateur_id)).map(
      ([utilisateur_id, penalties = []]) => ({
        utilisateur_id,
        penalites: penalties.length,
        total_du: inCents(penalties.reduce((sum, { reste_a_payer }) => sum + reste_a_payer, 0)),
      }),
    );
    expect(wanted).not.toEqual([]);
    const rows = await library.ask('SELECT utilisateur_id, penalites, total_du FROM penalite_due');
    expect(sorted(rows.map(({ total_du, ...row }) => ({ ...row, total_du: inCents(Number(total_du)) })))).toEqual(
      sorted(wanted),
    );
  });
});

const isOut = ({ date_retour }: SeedLoan): boolean => date_retour === null;
const inCents = (euros: number): number => Math.round(euros * 100);
