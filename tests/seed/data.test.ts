import { describe, expect, it } from '@jest/globals';
import { type SeedLoan, seedData } from '../../seed/data.ts';

/** Accounts and books were created before this day, so it is the first on which the data makes sense. */
const FIRST_DAY = '2026-06-01';

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;
const cents = (euros: number) => Math.round(euros * 100);

const isOpen = (loan: SeedLoan) => loan.date_retour === null;

/** The days a copy is out, its return day included. */
const isOutOn = (loan: SeedLoan, day: string) =>
  loan.date_emprunt <= day && (loan.date_retour === null || day <= loan.date_retour);

const daysLate = (loan: SeedLoan, today: string) =>
  Math.max(0, daysBetween(loan.date_echeance, loan.date_retour ?? today));

const { utilisateurs, penalites, livres, emprunts } = seedData(FIRST_DAY);

const loansOf = (userId: string) => emprunts.filter((loan) => loan.utilisateur_id === userId);
const penaltiesOf = (userId: string) => penalites.filter((penalty) => penalty.utilisateur_id === userId);
const titleOf = (bookId: string) => livres.find((book) => book.id === bookId)?.titre;

const expectUnique = (values: unknown[]) => expect(values).toHaveLength(new Set(values).size);

/** Trimmed, one normal form, no control character, 1 to `max` characters. */
const expectText = (value: string, max: number) => {
  expect(value).toBe(value.trim().normalize('NFC'));
  expect(value).not.toMatch(/\p{Cc}/u);
  expect([...value].length).toBeGreaterThanOrEqual(1);
  expect([...value].length).toBeLessThanOrEqual(max);
};

const INSTANT = /^202[4-6]-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('every record', () => {
  it('has an identifier of its own, of the right version', () => {
    for (const { id } of [...utilisateurs, ...livres, ...emprunts]) expect(id).toMatch(UUID_V4);
    for (const { id } of penalites) expect(id).toMatch(UUID_V7);
    expectUnique([...utilisateurs, ...livres, ...emprunts, ...penalites].map(({ id }) => id));
  });

  it('points to records that exist', () => {
    const users = new Set(utilisateurs.map(({ id }) => id));
    const books = new Set(livres.map(({ id }) => id));
    for (const { utilisateur_id } of [...penalites, ...emprunts]) expect(users).toContain(utilisateur_id);
    for (const { livre_id } of emprunts) expect(books).toContain(livre_id);
  });

  it('keeps its distance to the day of seeding, over leap days and changes to summer time', () => {
    const shape = (today: string) => {
      const data = seedData(today);
      return [
        data.penalites.map((p) => [daysBetween(today, p.date_penalite.slice(0, 10)), p.date_penalite.slice(10)]),
        data.emprunts.map((e) =>
          [e.date_emprunt, e.date_echeance, e.date_retour].map((d) => d && daysBetween(today, d)),
        ),
      ];
    };
    for (const today of ['2026-10-25', '2027-03-28', '2028-02-29']) expect(shape(today)).toEqual(shape(FIRST_DAY));
  });
});

describe('users', () => {
  it('have names and e-mails that the contract accepts', () => {
    for (const { nom, prenom, email, date_creation } of utilisateurs) {
      expectText(nom, 100);
      expectText(prenom, 100);
      expect(email).toMatch(/^[a-z0-9.-]+@example\.(org|com|net)$/);
      expect(date_creation).toMatch(INSTANT);
      expect(date_creation < FIRST_DAY).toBe(true);
    }
    expectUnique(utilisateurs.map(({ email }) => email));
  });

  it('write their names in many alphabets, and two share one', () => {
    const names = utilisateurs.map(({ nom, prenom }) => `${prenom} ${nom}`).join();
    const scripts = 'Latin Cyrillic Greek Arabic Hebrew Han Hiragana Hangul Armenian Georgian'.split(' ');
    for (const script of scripts) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
    for (const mark of ['œ', 'Œ', "'", '-', 'de La ']) expect(names).toContain(mark);
    expect(new Set(utilisateurs.map(({ nom }) => nom)).size).toBeLessThan(utilisateurs.length);
  });
});

describe('books', () => {
  it('are two hundred that the contract accepts', () => {
    expect(livres).toHaveLength(200);
    for (const { titre, auteur, annee, exemplaires, date_creation } of livres) {
      expectText(titre, 300);
      expectText(auteur, 200);
      expect(annee === null || Number.isInteger(annee)).toBe(true);
      expect(Number.isInteger(exemplaires)).toBe(true);
      expect(exemplaires).toBeGreaterThanOrEqual(0);
      expect(exemplaires).toBeLessThanOrEqual(6);
      expect(date_creation).toMatch(INSTANT);
      expect(date_creation < FIRST_DAY).toBe(true);
    }
    expectUnique(livres.map(({ titre, auteur }) => `${titre} / ${auteur}`));
  });

  it('have an ISBN with a right check digit, or none', () => {
    const isbns = livres.flatMap(({ isbn }) => isbn ?? []);
    for (const isbn of isbns) {
      expect(isbn).toMatch(/^97(8\d|9[1-9])\d{9}$/);
      const sum = [...isbn].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0);
      expect([isbn, sum % 10]).toEqual([isbn, 0]);
    }
    expectUnique(isbns);
    expect(isbns.length / livres.length).toBeGreaterThan(0.4);
    expect(isbns.length / livres.length).toBeLessThan(0.6);
  });
});

describe('penalties', () => {
  it('have amounts, texts and states that the contract accepts', () => {
    for (const { montant, reste_a_payer, description, statut, motif_annulation } of penalites) {
      expect(montant).toBeGreaterThanOrEqual(0.01);
      expect(montant).toBeLessThanOrEqual(1000);
      for (const amount of [montant, reste_a_payer]) expect(cents(amount) / 100).toBe(amount);
      expectText(description, 500);

      if (statut === 'impayee') expect(reste_a_payer).toBeGreaterThan(0);
      else expect(reste_a_payer).toBe(0);
      expect(reste_a_payer).toBeLessThanOrEqual(montant);

      expect(motif_annulation !== null).toBe(statut === 'annulee');
      if (motif_annulation !== null) expectText(motif_annulation, 500);
    }
  });

  it('follow one another by identifier as they do in time, all before the day of seeding', () => {
    const byId = penalites.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ date_penalite }) => date_penalite);
    expect(byId).toEqual(byId.toSorted());
    expectUnique(byId);
    for (const date of byId) expect(date < FIRST_DAY).toBe(true);
    for (const { id } of penalites) {
      const embedded = new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString();
      expect(embedded).toMatch(/^202[56]-/);
    }
  });

  it('are in every state, some partly paid, and most users owe nothing', () => {
    expect(new Set(penalites.map(({ statut }) => statut))).toEqual(new Set(['impayee', 'payee', 'annulee']));
    expect(penalites.some(({ montant, reste_a_payer }) => reste_a_payer > 0 && reste_a_payer < montant)).toBe(true);
    expect(utilisateurs.some(({ id }) => new Set(penaltiesOf(id).map(({ statut }) => statut)).size === 3)).toBe(true);
    expect(utilisateurs.filter(({ id }) => penaltiesOf(id).length === 0).length).toBeGreaterThanOrEqual(5);
    expect(utilisateurs.filter(({ id }) => penaltiesOf(id).some(({ statut }) => statut === 'impayee'))).toHaveLength(6);
  });
});

describe('loans', () => {
  it('last 21 days, and 21 more for each of at most two renewals', () => {
    for (const { date_emprunt, date_echeance, date_retour, prolongations } of emprunts) {
      expect([0, 1, 2]).toContain(prolongations);
      expect(daysBetween(date_emprunt, date_echeance)).toBe(21 * (1 + prolongations));
      if (date_retour !== null) {
        expect(date_retour >= date_emprunt).toBe(true);
        expect(date_retour < FIRST_DAY).toBe(true);
      }
    }
    expect(new Set(emprunts.filter(isOpen).map(({ prolongations }) => prolongations))).toEqual(new Set([0, 1, 2]));
  });

  it('show every case of lateness', () => {
    const distances = emprunts.filter(isOpen).map(({ date_echeance }) => daysBetween(date_echeance, FIRST_DAY));
    for (const late of [-1, 0, 1, 3, 8, 20, 90]) expect(distances).toContain(late);
    expect(new Set(distances.filter((late) => late > 0))).toEqual(new Set([1, 3, 8, 20, 90]));

    const late = (userId: string) => loansOf(userId).filter((loan) => isOpen(loan) && daysLate(loan, FIRST_DAY) > 0);
    expect(utilisateurs.some(({ id }) => late(id).length > 1)).toBe(true);
    expect(utilisateurs.some(({ id }) => late(id).length === 1 && loansOf(id).filter(isOpen).length > 1)).toBe(true);
  });

  it('are charged when late, 0.20 € a day and at most 10 €, the day they come back', () => {
    const charged = emprunts.flatMap((loan) => {
      const days = daysLate(loan, FIRST_DAY);
      const due = !isOpen(loan) && days > 0;
      expect([loan.id, loan.penalite_id !== null]).toEqual([loan.id, due]);
      if (!due) return [];

      const penalty = penalites.find(({ id }) => id === loan.penalite_id);
      expect(penalty).toMatchObject({
        utilisateur_id: loan.utilisateur_id,
        montant: Math.min(20 * days, 1000) / 100,
        description: `Retour en retard de ${days} jour${days > 1 ? 's' : ''} : « ${titleOf(loan.livre_id)} »`,
      });
      const returned = new Date(penalty?.date_penalite ?? '').toLocaleDateString('en-CA', { timeZone: 'Europe/Paris' });
      expect(returned).toBe(loan.date_retour);
      return [penalty];
    });

    expectUnique(charged);
    expect(charged).toHaveLength(penalites.filter((p) => p.description.startsWith('Retour en retard')).length);
    expect(new Set(charged.map((penalty) => penalty?.statut))).toEqual(new Set(['impayee', 'payee', 'annulee']));
    expect(charged.some((penalty) => penalty?.montant === 10)).toBe(true);
  });

  it('start only once the account and the book exist', () => {
    const createdOn = new Map(
      [...utilisateurs, ...livres].map((record) => [record.id, record.date_creation.slice(0, 10)]),
    );
    for (const { utilisateur_id, livre_id, date_emprunt } of emprunts) {
      for (const id of [utilisateur_id, livre_id]) expect(createdOn.get(id)?.localeCompare(date_emprunt)).toBe(-1);
    }
    for (const { utilisateur_id, date_penalite } of penalites) {
      expect(createdOn.get(utilisateur_id)?.localeCompare(date_penalite)).toBe(-1);
    }
  });

  it('never start while the user is late or owes anything', () => {
    for (const { id } of utilisateurs) {
      for (const { date_emprunt } of loansOf(id)) {
        const late = loansOf(id).filter((other) => other.date_echeance < date_emprunt && isOutOn(other, date_emprunt));
        // When a penalty was settled is not told: it is taken to be owed on its own day at least.
        const owed = penaltiesOf(id).filter(({ date_penalite, statut }) => {
          const day = date_penalite.slice(0, 10);
          return statut === 'impayee' ? day <= date_emprunt : day === date_emprunt;
        });
        expect({ id, date_emprunt, late, owed }).toEqual({ id, date_emprunt, late: [], owed: [] });
      }
    }
  });

  it('never exceed five at a time for a user, nor the copies of a book', () => {
    for (const { date_emprunt: day } of emprunts) {
      const out = emprunts.filter((loan) => isOutOn(loan, day));
      for (const { id } of utilisateurs) {
        expect(out.filter((loan) => loan.utilisateur_id === id).length).toBeLessThanOrEqual(5);
      }
      for (const { id, exemplaires } of livres) {
        expect(out.filter((loan) => loan.livre_id === id).length).toBeLessThanOrEqual(exemplaires);
      }
    }
    const openCounts = utilisateurs.map(({ id }) => loansOf(id).filter(isOpen).length);
    expect(openCounts.filter((count) => count === 5)).toHaveLength(1);
    expectUnique(emprunts.filter(isOpen).map(({ utilisateur_id, livre_id }) => utilisateur_id + livre_id));
  });

  it('leave ten users and most books aside', () => {
    expect(utilisateurs.filter(({ id }) => loansOf(id).length === 0)).toHaveLength(10);
    expect(new Set(emprunts.map(({ livre_id }) => livre_id)).size).toBeLessThan(livres.length / 2);
  });
});
