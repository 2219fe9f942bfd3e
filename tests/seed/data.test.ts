import { describe, expect, test } from '@jest/globals';
import { categories } from '../../lib/runtime/policy.ts';
import { checkDigit } from '../../lib/values/check-digit.ts';
import { type SeedHold, type SeedLoan, seedData } from '../../seed/data.ts';

/**
 * The demonstration data by itself. That its records belong together is shown by sql.test.ts, whose schema
 * refuses what does not, and by seed.test.ts, in which every answer about them is as the reference says.
 */

/** Accounts and books were created before this day, so it is the first on which the data makes sense. */
const FIRST_DAY = '2026-06-01';

/** These days are the same, whenever the data is loaded. */
const FIXED = ['date_creation', 'date_entree', 'date_naissance'];

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const unique = (values: unknown[]) => new Set(values).size;

const { utilisateurs, penalites, livres, emprunts, reservations } = seedData(FIRST_DAY);
const ofUser = <T extends { utilisateur_id: string | null }>(records: T[], id: string) =>
  records.filter(({ utilisateur_id }) => utilisateur_id === id);

/** The loans that have their borrower still. */
const known = emprunts.flatMap(({ utilisateur_id, ...loan }) => (utilisateur_id ? { ...loan, utilisateur_id } : []));

/** The open holds of a title, in their order. */
const queueOf = (bookId: string) =>
  reservations
    .filter(({ livre_id, place }) => livre_id === bookId && place !== null)
    .toSorted((one, other) => Number(one.place) - Number(other.place));
const isWaiting = ({ statut }: SeedHold) => statut === 'en_attente';

/** What a person owed on that day. */
const owedOn = (id: string, day: string) =>
  ofUser(penalites, id).filter(({ date_penalite, statut, mouvements }) => {
    const settled = statut !== 'impayee' && mouvements.at(-1)?.date.slice(0, 10);
    return date_penalite.slice(0, 10) <= day && (!settled || day < settled);
  });

const isOpen = (loan: SeedLoan) => loan.date_retour === null;
/** The days a copy is out, its return day included. */
const isOutOn = (day: string) => (loan: SeedLoan) =>
  loan.date_emprunt <= day && (loan.date_retour === null || day <= loan.date_retour);

describe('the demonstration data', () => {
  test('keeps its distance to the day of seeding, over leap days and changes of the clocks', () => {
    const shape = (today: string) =>
      JSON.stringify(seedData(today), (name, value) => (FIXED.includes(name) ? undefined : value)).replaceAll(
        /\d{4}-\d\d-\d\d/g,
        (day) => `${daysBetween(today, day)}`,
      );
    for (const today of ['2026-10-25', '2027-03-28', '2028-02-29']) expect(shape(today)).toEqual(shape(FIRST_DAY));
  });

  test('has people of many alphabets, two of one name, nobody’s address, and two hundred books, half of them with an ISBN', () => {
    for (const { email } of utilisateurs) expect(email ?? '@example.org').toMatch(/@example\.(org|com|net)$/);
    const names = utilisateurs.map(({ nom, prenom }) => `${prenom} ${nom}`).join();
    for (const script of 'Latin Cyrillic Greek Arabic Hebrew Han Hiragana Hangul Armenian Georgian'.split(' '))
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    for (const mark of ['œ', 'Œ', "'", '-', 'de La ']) expect(names).toContain(mark);
    expect(unique(utilisateurs.map(({ nom }) => nom))).toBeLessThan(utilisateurs.length);
    expect(unique(livres.map(({ titre, auteur, tome }) => `${titre} / ${auteur} / ${tome}`))).toBe(200);
    const withIsbn = livres.filter(({ isbn }) => isbn !== null).length;
    expect([withIsbn > 80, withIsbn < 120]).toEqual([true, true]);
  });

  test('has cards of its own with right check digits, every category, two families, an expired card and two blocks', () => {
    const cards = utilisateurs.map(({ adhesion }) => adhesion.numero_carte);
    expect(unique(cards)).toBe(utilisateurs.length);
    for (const card of cards.filter((number) => /^\d{10}$/.test(number)))
      expect(checkDigit(card.slice(0, 9))).toBe(card[9]);
    expect(new Set(utilisateurs.map(({ adhesion }) => adhesion.categorie))).toEqual(new Set(categories));
    const families = Map.groupBy(utilisateurs, ({ adhesion }) => adhesion.responsable_id);
    expect([...families.entries()].flatMap(([parent, { length }]) => (parent ? [length] : [])).sort()).toEqual([1, 2]);
    for (const { email, adhesion } of utilisateurs)
      expect(email !== null || adhesion.responsable_id !== null).toBe(true);
    for (const { id, adhesion } of utilisateurs) if (adhesion.responsable_id) expect(families.has(id)).toBe(false);
    expect(utilisateurs.filter(({ adhesion }) => (adhesion.date_fin ?? FIRST_DAY) < FIRST_DAY)).toHaveLength(1);
    const ends = utilisateurs.flatMap(({ adhesion: { blocage } }) => (blocage ? [blocage.jusqu_au] : []));
    expect(ends.map((end) => end && end > FIRST_DAY)).toEqual(expect.arrayContaining([true, null]));
  });

  test('has penalties in every state, some paid in part, whose identifiers follow one another in time', () => {
    const dates = penalites.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ date_penalite }) => date_penalite);
    expect(dates).toEqual(dates.toSorted());
    expect(unique(dates)).toBe(dates.length);
    const states = (id: string) => new Set(ofUser(penalites, id).map(({ statut }) => statut));
    expect(utilisateurs.some(({ id }) => states(id).size === 3)).toBe(true);
    expect(utilisateurs.filter(({ id }) => states(id).size === 0).length).toBeGreaterThanOrEqual(5);
    expect(utilisateurs.filter(({ id }) => states(id).has('impayee'))).toHaveLength(6);
    expect(penalites.some(({ montant, reste_a_payer: left }) => left > 0 && left < montant)).toBe(true);
  });

  test('has penalties whose movements follow one another', () => {
    for (const { id, date_penalite, mouvements } of penalites) {
      const dates = [date_penalite, ...mouvements.map(({ date }) => date)];
      expect([id, dates]).toEqual([id, dates.toSorted()]);
    }
  });

  test('has penalties paid in part, in two means, by mistake, waived, and paid back in part and whole', () => {
    const kinds = penalites.map(({ mouvements }) =>
      mouvements.map(({ type, annule }) => (annule ? 'struck' : type)).join(),
    );
    for (const kind of [
      ...['', 'paiement', 'annulation', 'paiement,paiement', 'paiement,struck,paiement', 'paiement,annulation'],
      ...['paiement,remboursement', 'paiement,remboursement,annulation'],
    ])
      expect(kinds).toContain(kind);
    expect(penalites.some(({ mouvements }) => unique(mouvements.map(({ moyen }) => moyen)) === 2)).toBe(true);
  });

  test('has loans that were renewed never, once and twice, and every case of lateness', () => {
    const out = emprunts.filter(isOpen);
    expect(new Set(out.map(({ prolongations }) => prolongations))).toEqual(new Set([0, 1, 2]));
    const distances = new Set(out.map(({ date_echeance }) => daysBetween(date_echeance, FIRST_DAY)));
    expect([...distances].filter((late) => late > -2).sort((a, b) => a - b)).toEqual([-1, 0, 1, 3, 8, 20, 90]);
    const late = (id: string) => ofUser(out, id).filter(({ date_echeance }) => date_echeance < FIRST_DAY).length;
    expect(utilisateurs.some(({ id }) => late(id) > 1)).toBe(true);
    expect(utilisateurs.some(({ id }) => late(id) === 1 && ofUser(out, id).length > 1)).toBe(true);
    expect(utilisateurs.filter(({ id }) => ofUser(out, id).length === 5)).toHaveLength(1);
    expect(utilisateurs.filter(({ id }) => ofUser(emprunts, id).length === 0)).toHaveLength(10);
    expect(unique(emprunts.map(({ livre_id }) => livre_id))).toBeLessThan(livres.length / 2);
  });

  test('has old loans that have forgotten their borrower, all back in time for more than 120 days', () => {
    const forgotten = emprunts.filter(({ utilisateur_id }) => utilisateur_id === null);
    expect(forgotten.length).toBeGreaterThanOrEqual(3);
    for (const { date_retour, date_echeance } of forgotten) {
      expect(daysBetween(String(date_retour), FIRST_DAY)).toBeGreaterThan(120);
      expect(String(date_retour) <= date_echeance).toBe(true);
    }
  });

  test('has a penalty for each late return, of the day of that return, some of 10 €', () => {
    const charged = emprunts.filter(({ penalite_id }) => penalite_id !== null);
    for (const { penalite_id, date_retour } of charged) {
      const date = penalites.find(({ id }) => id === penalite_id)?.date_penalite ?? '';
      expect(new Date(date).toLocaleDateString('en-CA', { timeZone: 'Europe/Paris' })).toBe(date_retour);
    }
    const late = penalites.filter(({ description }) => description.startsWith('Retour en retard'));
    expect(new Set(late.map(({ id }) => id))).toEqual(new Set(charged.map(({ penalite_id }) => penalite_id)));
    expect(new Set(late.map(({ statut }) => statut))).toEqual(new Set(['impayee', 'payee', 'annulee']));
    expect(late.some(({ montant }) => montant === 10)).toBe(true);
  });
});

describe('the holds of the demonstration data', () => {
  test('are queues of one to four people, one of them suspended, three copies set aside, and every end', () => {
    const lengths = livres.map(({ id }) => queueOf(id).filter(isWaiting).length);
    expect([...new Set(lengths)].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(reservations.filter((hold) => (hold.suspendue_jusqu_au ?? '') > FIRST_DAY)).toHaveLength(1);
    const lastDays = reservations.flatMap((hold) => (hold.statut === 'mise_de_cote' ? hold.date_limite : []));
    expect(lastDays.toSorted()[0]).toBe(FIRST_DAY);
    // The shelf has two pages to show when the day of seeding is over.
    expect(lastDays.filter((last) => String(last) > FIRST_DAY)).toHaveLength(2);
    const ends = reservations.flatMap(({ statut, date_cloture }) => (date_cloture ? statut : []));
    expect(new Set(ends)).toEqual(new Set(['honoree', 'annulee', 'expiree']));
  });

  test('stand in their titles in the order in which they were placed', () => {
    for (const { id } of livres) {
      const queue = queueOf(id);
      const dates = queue.map(({ date_reservation }) => date_reservation);
      expect(dates).toEqual(dates.toSorted());
    }
  });

  test('are no more than a person may have, and none is of a title that they have', () => {
    for (const { id, adhesion } of utilisateurs) {
      const titles = ofUser(reservations, id).flatMap(({ livre_id, place }) => (place === null ? [] : livre_id));
      expect(titles.length).toBeLessThanOrEqual(adhesion.categorie === 'collectivite' ? 10 : 3);
      const had = ofUser(emprunts, id).filter(isOpen);
      const both = [...titles, ...had.map(({ livre_id }) => livre_id)];
      expect([id, unique(both)]).toEqual([id, both.length]);
    }
  });

  test('were placed by people who might, of books that were there', () => {
    const created = new Map([...utilisateurs, ...livres].map(({ id, date_creation }) => [id, date_creation]));
    for (const { utilisateur_id, livre_id, date_reservation } of reservations) {
      const day = date_reservation.slice(0, 10);
      for (const id of [utilisateur_id, livre_id]) expect(String(created.get(id)) < date_reservation).toBe(true);
      const adhesion = utilisateurs.find(({ id }) => id === utilisateur_id)?.adhesion;
      expect([adhesion?.blocage, (adhesion?.date_fin ?? day) >= day]).toEqual([null, true]);
      expect({ utilisateur_id, day, owed: owedOn(utilisateur_id, day) }).toEqual({ utilisateur_id, day, owed: [] });
    }
  });

  test('were fulfilled by a loan of the day on which they were closed', () => {
    for (const { utilisateur_id, livre_id, date_cloture } of reservations.filter((one) => one.statut === 'honoree'))
      expect(ofUser(emprunts, utilisateur_id)).toContainEqual(
        expect.objectContaining({ livre_id, date_emprunt: date_cloture }),
      );
  });
});

describe('no loan of the demonstration data', () => {
  test('began before its account and its book existed, nor did any penalty', () => {
    const created = new Map([...utilisateurs, ...livres].map(({ id, date_creation }) => [id, date_creation]));
    const existedOn = (id: string, date: string) => (created.get(id) as string) < date;
    for (const { utilisateur_id, livre_id, date_emprunt } of emprunts)
      for (const id of [utilisateur_id ?? [], livre_id].flat())
        expect([id, existedOn(id, date_emprunt)]).toEqual([id, true]);
    for (const { id, utilisateur_id, date_penalite } of penalites)
      expect([id, existedOn(utilisateur_id, date_penalite)]).toEqual([id, true]);
  });

  test('began while its borrower was late or owed anything', () => {
    for (const { utilisateur_id, date_emprunt: day } of known) {
      const late = ofUser(emprunts, utilisateur_id).filter((loan) => loan.date_echeance < day && isOutOn(day)(loan));
      const owed = owedOn(utilisateur_id, day);
      expect({ utilisateur_id, day, late, owed }).toEqual({ utilisateur_id, day, late: [], owed: [] });
    }
  });

  test('was more than a person may have, or of a copy that was out already', () => {
    for (const { date_emprunt: day } of emprunts) {
      const out = emprunts.filter(isOutOn(day));
      for (const { id } of utilisateurs) expect(ofUser(out, id).length).toBeLessThanOrEqual(5);
      expect(unique(out.map(({ exemplaire_id }) => exemplaire_id))).toBe(out.length);
    }
    const open = emprunts.filter(isOpen).map(({ utilisateur_id, livre_id }) => utilisateur_id + livre_id);
    expect(unique(open)).toBe(open.length);
  });
});
