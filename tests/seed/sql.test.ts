import { readFile } from 'node:fs/promises';
import { PGlite, types } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FoundBook } from '../../lib/books/schema.ts';
import type { Penalty } from '../../lib/users/schema.ts';
import { type SeedHold, seedData } from '../../seed/data.ts';
import { seed } from '../../seed/seed.ts';
import { fewAtOnce } from '../support/books.ts';
import { day, restartClock, stopClock } from '../support/clock.ts';
import { copiesOf } from '../support/copies.ts';
import { allPages } from '../support/users.ts';

let db: PGlite;

/** All on one day: the data is relative to the day on which it is loaded. */
beforeAll(async () => {
  stopClock();
  db = new PGlite();
  await db.exec(await readFile(new URL('../../seed/bibliotheque.sql', import.meta.url), 'utf8'));
}, 120_000);

afterAll(async () => {
  restartClock();
  await db.close();
});

/** What a store holds, of whatever kind it is: rows as the contract spells them, sorted by id. */
type Tables = Record<
  'utilisateurs' | 'penalites' | 'mouvements' | 'livres' | 'exemplaires' | 'emprunts' | 'reservations',
  { id: string }[]
>;

const byId = <Row extends { id: string }>(rows: Row[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** The wire's own forms: days as they are, instants in UTC, euros as numbers. */
const parsers = {
  [types.DATE]: (value: string) => value,
  [types.TIMESTAMPTZ]: (value: string) => new Date(value).toISOString(),
  [types.NUMERIC]: Number,
};

/** An account with its membership, as one row of the two tables tells them. */
const accountOf = ({ utilisateur_id, blocage_motif, blocage_depuis, blocage_jusqu_au, ...row }: SqlAccount) => {
  const { id, nom, prenom, email, date_creation, ...adhesion } = row;
  const blocage = blocage_motif && { motif: blocage_motif, depuis: blocage_depuis, jusqu_au: blocage_jusqu_au };
  return { id, nom, prenom, email, date_creation, adhesion: { ...adhesion, blocage } };
};
type SqlAccount = Record<string, unknown> & { id: string };

const inSql = async (): Promise<Tables> => {
  const all = async (table: string) =>
    byId((await db.query<{ id: string }>(`SELECT * FROM ${table}`, [], { parsers })).rows);
  return {
    utilisateurs: (await all('utilisateur JOIN adhesion ON utilisateur_id = id')).map(accountOf),
    penalites: await all('penalite'),
    mouvements: await all('mouvement'),
    livres: await all('livre'),
    exemplaires: await all('exemplaire'),
    emprunts: await all('emprunt'),
    reservations: await all('reservation'),
  };
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

/** As the API answers, from what `seed()` has written. Loans and holds are compared by seed.test.ts. */
const inDynamoDb = async (): Promise<Partial<Tables>> => {
  await seed();
  const utilisateurs = (await allPages('/utilisateurs', 100)).elements;
  const penalties = utilisateurs.map(async ({ id }) => (await allPages(`/utilisateurs/${id}/penalites`, 100)).elements);
  const livres: FoundBook[] = (await allPages('/livres', 100)).elements;
  const copies = await fewAtOnce(livres.length, (n) => copiesOf(livres[n]?.id as string));
  return {
    utilisateurs: byId(utilisateurs),
    ...apart((await Promise.all(penalties)).flat()),
    livres: byId(livres.map(({ exemplaires: _, disponibles: __, ...book }) => book)),
    exemplaires: byId(copies.flat().map(({ situation: _, ...copy }) => copy)),
  };
};

test.each([
  ['the relational database', inSql],
  ['DynamoDB', inDynamoDb],
])('%s holds the seed, row for row', async (_, read: () => Promise<Partial<Tables>>) => {
  const { utilisateurs, penalites, livres, exemplaires, emprunts, reservations } = seedData(day());
  const loans = emprunts.map(({ livre_id: _, ...loan }) => ({ ...loan, perdu: false, amende_id: null }));
  const wanted = { utilisateurs, ...apart(penalites), livres, exemplaires, emprunts: loans, reservations };
  for (const [table, rows] of Object.entries(await read()))
    expect(rows).toEqual(byId(wanted[table as keyof Tables] as { id: string }[]));
});

type Values = Record<string, string | number | null>;

const insert = (on: Pick<PGlite, 'query'>, table: string, row: Values) => {
  const columns = Object.keys(row);
  const marks = columns.map((_, i) => `$${i + 1}`);
  return on.query(`INSERT INTO ${table} (${columns}) VALUES (${marks})`, Object.values(row));
};

describe('the schema of the relational database', () => {
  const id = 'b1e55ed0-0000-4000-8000-000000000000';
  const unknown = 'b1e55ed0-ffff-4fff-bfff-ffffffffffff';
  const seed = seedData('2026-11-22');
  const user = String(seed.utilisateurs[0]?.id);
  const email = String(seed.utilisateurs[0]?.email);
  const book = String(seed.livres.find(({ isbn }) => isbn !== null)?.id);
  const copy = String(seed.exemplaires.find(({ livre_id }) => livre_id === book)?.id);
  const isbn = String(seed.livres.find(({ isbn }) => isbn !== null)?.isbn);
  const shelved = seed.reservations.find(({ statut }) => statut === 'mise_de_cote') as SeedHold;
  const charged = seed.emprunts.find(({ penalite_id }) => penalite_id !== null);

  /** One row that each table accepts; the refusals below differ from it by what they name. */
  const accepted: Record<string, Values> = {
    utilisateur: { id, nom: "N'Guyen", prenom: '伟', email: 'nouveau@example.org' },
    adhesion: { utilisateur_id: id, numero_carte: 'A-1234' },
    livre: { id, titre: '1984', auteur: 'George Orwell', isbn: '9791032305690', annee: -472 },
    exemplaire: { id, livre_id: book, code_barres: 'BM-9999', cote: 'R ORW', etat: 'retire' },
    penalite: { id, utilisateur_id: user, montant: 0.01, description: '…', statut: 'impayee', reste_a_payer: 0.01 },
    mouvement: { id, penalite_id: String(seed.penalites[0]?.id), type: 'paiement', montant: 1000, moyen: 'autre' },
    emprunt: { id, utilisateur_id: user, exemplaire_id: copy, date_emprunt: '2026-01-31', date_echeance: '2026-02-21' },
    reservation: { id, utilisateur_id: user, livre_id: book, place: 7 },
  };

  const owned = { utilisateur_id: String(charged?.utilisateur_id), penalite_id: String(charged?.penalite_id) };
  const late = { date_retour: '2026-02-22' };
  const sameTitle = { livre_id: shelved.livre_id };
  const aside = { statut: 'mise_de_cote', exemplaire_id: copy, date_limite: '2026-02-22' };
  const closed = { place: null, statut: 'annulee', date_cloture: '2026-02-23' };
  const expired = { ...closed, statut: 'expiree', date_limite: '2026-02-22' };
  const right: [table: string, row: Values][] = [
    ...Object.entries(accepted),
    // Volumes of one ISBN, and a book without author.
    ['livre', { ...accepted.livre, isbn, tome: '99', auteur: null }],
    ['livre', { ...accepted.livre, isbn: null, tome: '1' }],
    // A loan that has forgotten its borrower, whose penalty was deleted with the account.
    ['emprunt', { ...accepted.emprunt, ...late, utilisateur_id: null }],
    // A late return under a rule that asks nothing for it.
    ['emprunt', { ...accepted.emprunt, ...late, regle: 'jeune/dvd' }],
    ['reservation', { ...accepted.reservation, ...aside }],
    ['reservation', { ...accepted.reservation, suspendue_jusqu_au: '2026-02-22' }],
    // One that is closed keeps nobody from reserving the title again.
    ['reservation', { ...accepted.reservation, ...expired, ...sameTitle, utilisateur_id: shelved.utilisateur_id }],
  ];

  test.each(right)('takes a right row of %s (%#)', async (table, row) => {
    await db.transaction(async (tx) => {
      if (table === 'adhesion') await insert(tx, 'utilisateur', accepted.utilisateur as Values);
      expect(await insert(tx, table, row)).toMatchObject({ affectedRows: 1 });
      await tx.rollback();
    });
  });

  const anothers = seed.penalites.find(
    (penalty) =>
      penalty.utilisateur_id !== user && seed.emprunts.every(({ penalite_id }) => penalite_id !== penalty.id),
  );

  const struck = { annule: 'true', date_annulation: '2999-01-01' };

  const refused: [table: string, constraint: string, change: Values][] = [
    ['utilisateur', 'utilisateur_pk', { id: user }],
    ['utilisateur', 'libelle_non_vide', { nom: '' }],
    ['utilisateur', 'libelle_sans_espace_aux_bords', { nom: ' Martin' }],
    ['utilisateur', 'libelle_sans_caractere_de_controle', { nom: 'Mar\ttin' }],
    ['utilisateur', 'utilisateur_nom_longueur', { nom: 'é'.repeat(101) }],
    ['utilisateur', 'utilisateur_prenom_longueur', { prenom: 'é'.repeat(101) }],
    ['utilisateur', 'utilisateur_email_unique', { email }],
    ['utilisateur', 'utilisateur_email_minuscules', { email: 'Nouveau@example.org' }],
    ['utilisateur', 'utilisateur_email_forme', { email: 'nouveau.example.org' }],
    ['utilisateur', 'utilisateur_email_longueur', { email: `${'a'.repeat(243)}@example.org` }],

    ['adhesion', 'adhesion_pk', { utilisateur_id: user }],
    ['adhesion', 'adhesion_utilisateur_fk', {}],
    ['adhesion', 'adhesion_numero_carte_unique', { numero_carte: String(seed.utilisateurs[1]?.adhesion.numero_carte) }],
    ['adhesion', 'adhesion_numero_carte_forme', { numero_carte: 'a-1234' }],
    ['adhesion', 'adhesion_numero_carte_forme', { numero_carte: 'A12' }],
    ['adhesion', 'adhesion_categorie_forme', { categorie: 'Sénior' }],
    ['adhesion', 'adhesion_responsable_autre', { responsable_id: id }],
    ['adhesion', 'adhesion_blocage_entier', { blocage_motif: 'Carte prêtée' }],
    ['adhesion', 'adhesion_blocage_fin', { blocage_jusqu_au: '2026-12-24' }],

    ['livre', 'livre_titre_longueur', { titre: 'é'.repeat(301) }],
    ['livre', 'livre_auteur_longueur', { auteur: 'é'.repeat(201) }],
    ['livre', 'livre_type_forme', { type: 'DVD' }],
    ['livre', 'livre_isbn_unique', { isbn }],
    ['livre', 'livre_tome_longueur', { tome: 'é'.repeat(21) }],
    ['livre', 'livre_editeur_longueur', { editeur: 'é'.repeat(201) }],
    ['livre', 'livre_isbn_cle', { isbn: '9791032305691' }],
    ['livre', 'livre_isbn_cle', { isbn: '979-10-323-0569-0' }],
    ['livre', 'livre_isbn_cle', { isbn: '2070360024' }],
    ['livre', 'livre_isbn_cle', { isbn: '9790260000438' }],
    ['livre', 'livre_isbn_cle', { isbn: '978207036\n0024' }],

    ['exemplaire', 'exemplaire_pk', { id: copy }],
    ['exemplaire', 'exemplaire_livre_fk', { livre_id: unknown }],
    ['exemplaire', 'exemplaire_code_barres_unique', { code_barres: String(seed.exemplaires[0]?.code_barres) }],
    ['exemplaire', 'exemplaire_code_barres_forme', { code_barres: 'bm-9999' }],
    ['exemplaire', 'exemplaire_cote_longueur', { cote: 'é'.repeat(51) }],
    ['exemplaire', 'exemplaire_etat_connu', { etat: 'neuf' }],
    ['exemplaire', 'exemplaire_note_longueur', { note: 'é'.repeat(501) }],

    ['penalite', 'penalite_utilisateur_fk', { utilisateur_id: unknown }],
    ['penalite', 'penalite_montant_bornes', { montant: -5, statut: 'payee', reste_a_payer: 0 }],
    ['penalite', 'penalite_montant_bornes', { montant: 1000.01 }],
    ['penalite', 'euros_deux_decimales', { montant: 2.505 }],
    ['penalite', 'penalite_description_longueur', { description: 'é'.repeat(501) }],
    ['penalite', 'penalite_statut_connu', { statut: 'oubliee', reste_a_payer: 0 }],
    ['penalite', 'penalite_reste_bornes', { reste_a_payer: 0.02 }],
    ['penalite', 'penalite_reste_selon_statut', { reste_a_payer: 0 }],
    ['penalite', 'penalite_reste_selon_statut', { statut: 'payee' }],
    ['penalite', 'penalite_reste_selon_statut', { statut: 'annulee' }],

    ['mouvement', 'mouvement_pk', { id: String(seed.penalites[0]?.mouvements[0]?.id) }],
    ['mouvement', 'mouvement_penalite_fk', { penalite_id: unknown }],
    ['mouvement', 'mouvement_type_connu', { type: 'cadeau', motif: 'x' }],
    ['mouvement', 'mouvement_montant_bornes', { montant: 0 }],
    ['mouvement', 'mouvement_montant_bornes', { montant: 1000.01 }],
    ['mouvement', 'mouvement_moyen_connu', { moyen: 'troc' }],
    ['mouvement', 'mouvement_moyen_selon_type', { moyen: null }],
    ['mouvement', 'mouvement_moyen_selon_type', { type: 'annulation', motif: 'x' }],
    ['mouvement', 'mouvement_motif_longueur', { type: 'remboursement', motif: 'é'.repeat(501) }],
    ['mouvement', 'mouvement_motif_sauf_paiement', { motif: 'x' }],
    ['mouvement', 'mouvement_motif_sauf_paiement', { type: 'remboursement' }],
    ['mouvement', 'mouvement_annule_si_paiement', { type: 'remboursement', motif: 'x', ...struck }],
    ['mouvement', 'mouvement_date_si_annule', { motif: 'x', annule: 'true' }],
    ['mouvement', 'mouvement_date_si_annule', { date_annulation: '2999-01-01' }],
    ['mouvement', 'mouvement_annule_apres', { motif: 'x', ...struck, date_annulation: '2000-01-01' }],

    ['emprunt', 'emprunt_utilisateur_fk', { utilisateur_id: unknown }],
    ['emprunt', 'emprunt_exemplaire_fk', { exemplaire_id: unknown }],
    ['emprunt', 'emprunt_perdu_si_clos', { perdu: 'true', ...owned }],
    ['emprunt', 'emprunt_amende_si_perdu', { ...late, ...owned, amende_id: owned.penalite_id }],
    ['emprunt', 'emprunt_echeance_apres_emprunt', { date_echeance: '2026-01-31' }],
    ['emprunt', 'emprunt_retour_apres_emprunt', { date_retour: '2026-01-30' }],
    ['emprunt', 'emprunt_prolongations_bornes', { prolongations: -1 }],
    ['emprunt', 'emprunt_regle_forme', { regle: 'dvd' }],
    ['emprunt', 'emprunt_regle_forme', { regle: 'Jeune/dvd' }],
    ['emprunt', 'emprunt_penalite_si_retard', owned],
    ['emprunt', 'emprunt_penalite_unique', { ...late, ...owned }],
    ['emprunt', 'emprunt_oublie_si_rendu', { utilisateur_id: null }],
    [
      'emprunt',
      'emprunt_oublie_sans_penalite',
      { utilisateur_id: null, ...late, penalite_id: String(charged?.penalite_id) },
    ],
    ['emprunt', 'emprunt_penalite_fk', { ...late, penalite_id: String(anothers?.id) }],

    ['reservation', 'reservation_pk', { id: shelved.id }],
    ['reservation', 'reservation_utilisateur_fk', { utilisateur_id: unknown }],
    ['reservation', 'reservation_livre_fk', { livre_id: unknown }],
    ['reservation', 'reservation_exemplaire_fk', { ...aside, exemplaire_id: unknown }],
    ['reservation', 'reservation_exemplaire_fk', { ...aside, livre_id: String(seed.livres.at(-1)?.id) }],
    ['reservation', 'reservation_exemplaire_unique', { ...sameTitle, ...aside, exemplaire_id: shelved.exemplaire_id }],
    ['reservation', 'reservation_place_unique', { ...sameTitle, place: shelved.place }],
    ['reservation', 'reservation_ouverte_unique', { ...sameTitle, utilisateur_id: shelved.utilisateur_id }],
    ['reservation', 'reservation_place_bornes', { place: 0 }],
    ['reservation', 'reservation_place_si_ouverte', { place: null }],
    ['reservation', 'reservation_place_si_ouverte', { ...closed, place: 7 }],
    ['reservation', 'reservation_statut_connu', { statut: 'oubliee', place: null }],
    ['reservation', 'reservation_exemplaire_si_mise_de_cote', { ...aside, exemplaire_id: null }],
    ['reservation', 'reservation_exemplaire_si_mise_de_cote', { ...closed, exemplaire_id: copy }],
    ['reservation', 'reservation_suspendue_si_en_attente', { ...aside, suspendue_jusqu_au: '2026-02-22' }],
    ['reservation', 'reservation_limite_selon_statut', { ...aside, date_limite: null }],
    ['reservation', 'reservation_limite_selon_statut', { ...closed, date_limite: '2026-02-22' }],
    ['reservation', 'reservation_cloture_selon_statut', { ...closed, date_cloture: null }],
    ['reservation', 'reservation_cloture_selon_statut', { date_cloture: '2026-02-23' }],
    ['reservation', 'reservation_expiree_apres_limite', { ...expired, date_cloture: '2026-02-22' }],
  ];

  test.each(refused)('a row of %s is refused by %s (%#)', async (table, constraint, change) => {
    await expect(insert(db, table, { ...accepted[table], ...change })).rejects.toMatchObject({ constraint });
  });

  test.each([
    ['utilisateur', user],
    ['livre', String(charged?.livre_id)],
    ['exemplaire', String(charged?.exemplaire_id)],
    ['penalite', owned.penalite_id],
  ])('refuses to delete a row of %s to which others point', async (table, target) => {
    await expect(db.query(`DELETE FROM ${table} WHERE id = $1`, [target])).rejects.toMatchObject({ code: '23503' });
  });

  test('says in words what every table and column means', async () => {
    const { rows } = await db.query(`
      SELECT relname, attname, attnum
      FROM pg_class
      JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND (obj_description(pg_class.oid, 'pg_class') IS NULL OR col_description(pg_class.oid, attnum) IS NULL)`);
    expect(rows).toEqual([]);
  });
});
