import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FoundBook } from '../../../lib/books/schema.ts';
import type { Loan } from '../../../lib/loans/schema.ts';
import type { Penalty } from '../../../lib/users/schema.ts';
import { type SeedHold, seedData } from '../../../seed/data.ts';
import { TABLES } from '../../../seed/model/tables.ts';
import { seed } from '../../../seed/seed.ts';
import { fewAtOnce } from '../../support/books.ts';
import { day, restartClock, stopClock } from '../../support/clock.ts';
import { copiesOf } from '../../support/copies.ts';
import type { Database } from '../../support/sql/database.ts';
import { inEveryEngine } from '../../support/sql/engines.ts';
import { asTold, Library } from '../../support/sql/library.ts';
import { allPages } from '../../support/users.ts';

/** What a store holds, of whatever kind it is: rows as the contract spells them, sorted by id. */
type Tables = Record<
  'utilisateurs' | 'penalites' | 'mouvements' | 'livres' | 'exemplaires' | 'emprunts' | 'reservations',
  { id: string }[]
>;

const byId = <Row extends { id: string }>(rows: Row[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What the seed says that it holds on a day. */
const wantedOn = (day: string): Tables => {
  const { utilisateurs, penalites, livres, exemplaires, emprunts, reservations } = seedData(day);
  const loans = emprunts.map(({ livre_id: _, ...loan }) => ({ ...loan, perdu: false, amende_id: null }));
  return { utilisateurs, ...apart(penalites), livres, exemplaires, emprunts: loans, reservations };
};

/** The movements of penalties as rows of their own. */
const apart = (penalties: Penalty[]): Pick<Tables, 'penalites' | 'mouvements'> => ({
  penalites: byId(penalties.map(({ mouvements: _, ...penalty }) => penalty)),
  mouvements: byId(
    penalties.flatMap((penalty) =>
      penalty.mouvements.map(({ date, ...rest }) => ({ ...rest, penalite_id: penalty.id, date_mouvement: date })),
    ),
  ),
});

/** What the API answers from what `seed()` has written. Loans and holds are compared by seed.test.ts. */
const throughTheApi = async () => {
  await seed();
  const utilisateurs = (await allPages('/utilisateurs', 100)).elements;
  const penalties = utilisateurs.map(async ({ id }) => (await allPages(`/utilisateurs/${id}/penalites`, 100)).elements);
  const livres: FoundBook[] = (await allPages('/livres', 100)).elements;
  const copies = await fewAtOnce(livres.length, (n) => copiesOf(livres[n]?.id as string));
  const tables: Partial<Tables> = {
    utilisateurs: byId(utilisateurs),
    ...apart((await Promise.all(penalties)).flat()),
    livres: byId(livres.map(({ exemplaires: _, disponibles: __, ...book }) => book)),
    exemplaires: byId(copies.flat().map(({ situation: _, ...copy }) => copy)),
  };
  return {
    tables,
    livres,
    late: (await allPages('/emprunts/retards', 100)).elements as Loan[],
    unpaid: (await allPages('/penalites?statut=impayee', 100)).elements as Penalty[],
  };
};

let api: Awaited<ReturnType<typeof throughTheApi>>;

beforeAll(async () => {
  stopClock();
  api = await throughTheApi();
}, 120_000);

afterAll(restartClock);

test('DynamoDB holds the seed, row for row', () => {
  const wanted = wantedOn(day());
  for (const [table, rows] of Object.entries(api.tables)) expect(rows).toEqual(byId(wanted[table as keyof Tables]));
});

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
  const all = async (table: string) => byId((await rowsOf(table)) as { id: string }[]);

  /** The accounts with their memberships. */
  const accounts = async () => {
    const memberships = new Map((await rowsOf('adhesion')).map((row) => [row.utilisateur_id, row]));
    return (await all('utilisateur')).map((account) => {
      const {
        utilisateur_id: _,
        blocage_motif,
        blocage_depuis,
        blocage_jusqu_au,
        ...adhesion
      } = memberships.get(account.id) ?? {};
      const blocage = blocage_motif && { motif: blocage_motif, depuis: blocage_depuis, jusqu_au: blocage_jusqu_au };
      return { ...account, adhesion: { ...adhesion, blocage } };
    });
  };

  test('loaded for the second time, it holds the seed, row for row, and nothing more', async () => {
    const rows: Tables = {
      utilisateurs: await accounts(),
      penalites: await all('penalite'),
      mouvements: await all('mouvement'),
      livres: await all('livre'),
      exemplaires: await all('exemplaire'),
      emprunts: await all('emprunt'),
      reservations: await all('reservation'),
    };
    const wanted = wantedOn(library.day);
    for (const [table, held] of Object.entries(rows)) expect(held).toEqual(byId(wanted[table as keyof Tables]));
  });

  test('loading leaves the tables of others alone', async () => {
    expect(await db.query('SELECT nom FROM autre')).toEqual([{ nom: 'resté' }]);
  });

  const sorted = (rows: Record<string, unknown>[]) => rows.map((row) => JSON.stringify(row)).sort();

  test('the view of what is available counts as the API does, and the open reservations as well', async () => {
    const { reservations } = seedData(library.day);
    const isOpenFor = (id: string) => (hold: SeedHold) => hold.livre_id === id && hold.date_cloture === null;
    const wanted = api.livres.map(({ id, exemplaires, disponibles }) => ({
      livre_id: id,
      exemplaires,
      disponibles,
      reservations: reservations.filter(isOpenFor(id)).length,
    }));
    const rows = await library.ask('SELECT livre_id, exemplaires, disponibles, reservations FROM disponibilite');
    expect(sorted(rows)).toEqual(sorted(wanted));
  });

  test('the view of who is late has each loan that the API calls late, by as many days', async () => {
    const rows = await library.ask('SELECT utilisateur_id, code_barres, jours_retard FROM lecteur_en_retard');
    const wanted = api.late.map(({ utilisateur_id, code_barres, jours_retard }) => ({
      utilisateur_id,
      code_barres,
      jours_retard,
    }));
    expect(wanted).not.toEqual([]);
    expect(sorted(rows)).toEqual(sorted(wanted));
  });

  test('the view of what is due has all that the API calls unpaid', async () => {
    const rows = await library.ask('SELECT utilisateur_id, penalites, total_du FROM penalite_due');
    const wanted = Object.entries(Object.groupBy(api.unpaid, ({ utilisateur_id }) => utilisateur_id)).map(
      ([utilisateur_id, penalties = []]) => ({
        utilisateur_id,
        penalites: penalties.length,
        total_du: inCents(penalties.reduce((sum, { reste_a_payer }) => sum + reste_a_payer, 0)),
      }),
    );
    expect(wanted).not.toEqual([]);
    expect(sorted(rows.map(({ total_du, ...row }) => ({ ...row, total_du: inCents(Number(total_du)) })))).toEqual(
      sorted(wanted),
    );
  });
});

const inCents = (euros: number): number => Math.round(euros * 100);
