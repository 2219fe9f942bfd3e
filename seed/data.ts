import type { Book } from '../lib/books/schema.ts';
import type { Copy } from '../lib/books/schema-copies.ts';
import type { Hold } from '../lib/loans/holds/schema.ts';
import type { Movement, Penalty, User } from '../lib/users/schema.ts';
import exemplaires from './books/exemplaires.json' with { type: 'json' };
import livres from './books/livres.json' with { type: 'json' };
import emprunts from './loans/emprunts.json' with { type: 'json' };
import reservations from './loans/reservations.json' with { type: 'json' };
import penalites from './users/penalites.json' with { type: 'json' };
import utilisateurs from './users/utilisateurs.json' with { type: 'json' };

/**
 * The demonstration data. Memberships, loans, holds and penalties are kept as days counted from the day of seeding, so that
 * what is due today, or late by eight days, still is whenever the data is loaded.
 */

type RelativeUser = (typeof utilisateurs)[number];
export type SeedUser = User;

/** What of the demonstration data is lent is lent under the rule for everything. */
export const RULE = '*/*';

export type SeedBook = Omit<Book, 'exemplaires'>;
export type SeedCopy = Omit<Copy, 'situation'>;

/** The JSON's own types know neither that words are of a list nor that what is empty in it may be filled. */
type RelativeMovement = Omit<Movement, 'date' | 'date_annulation'> & {
  jour: number;
  heure: string;
  jour_annulation: number | null;
  heure_annulation: string | null;
};
type RelativePenalty = Omit<Penalty, 'date_penalite' | 'mouvements'> & {
  jour: number;
  heure: string;
  mouvements: RelativeMovement[];
};
export type SeedPenalty = Penalty;

type RelativeLoan = (typeof emprunts)[number];
export type SeedLoan = Omit<RelativeLoan, 'jour_emprunt' | 'jour_echeance' | 'jour_retour'> & {
  date_emprunt: string;
  date_echeance: string;
  date_retour: string | null;
  regle: string;
};

type RelativeHold = (typeof reservations)[number];
export type SeedHold = Pick<RelativeHold, 'id' | 'utilisateur_id' | 'livre_id' | 'exemplaire_id' | 'place'> & {
  statut: Hold['statut'];
  date_reservation: string;
  suspendue_jusqu_au: string | null;
  date_limite: string | null;
  date_cloture: string | null;
};

export type SeedData = {
  utilisateurs: SeedUser[];
  penalites: SeedPenalty[];
  livres: SeedBook[];
  exemplaires: SeedCopy[];
  emprunts: SeedLoan[];
  reservations: SeedHold[];
};

/** Counted in UTC, where every day has 24 hours: a change to summer time moves no due date. */
function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const dayOn = (today: string, days: number | null) => (days === null ? null : addDays(today, days));

function membershipOn(today: string, { jour_fin, blocage, categorie, ...adhesion }: RelativeUser['adhesion']) {
  return {
    ...adhesion,
    categorie: categorie as User['adhesion']['categorie'],
    date_fin: dayOn(today, jour_fin),
    blocage: blocage && {
      motif: blocage.motif,
      depuis: addDays(today, blocage.jour_depuis),
      jusqu_au: dayOn(today, blocage.jour_jusqu_au),
    },
  };
}

const instant = (today: string, days: number, time: string): string => `${addDays(today, days)}T${time}.000Z`;

const movementOn = (
  today: string,
  { jour, heure, jour_annulation, heure_annulation, ...movement }: RelativeMovement,
): Movement => ({
  ...movement,
  date: instant(today, jour, heure),
  date_annulation:
    jour_annulation === null || heure_annulation === null ? null : instant(today, jour_annulation, heure_annulation),
});

const holdOn = (
  today: string,
  { jour, heure, statut, jour_suspendue_jusqu_au, jour_limite, jour_cloture, ...hold }: RelativeHold,
): SeedHold => ({
  ...hold,
  statut: statut as Hold['statut'],
  date_reservation: instant(today, jour, heure),
  suspendue_jusqu_au: dayOn(today, jour_suspendue_jusqu_au),
  date_limite: dayOn(today, jour_limite),
  date_cloture: dayOn(today, jour_cloture),
});

/** @param today the library's calendar day, `YYYY-MM-DD` */
export function seedData(today: string): SeedData {
  return {
    utilisateurs: utilisateurs.map((user) => ({ ...user, adhesion: membershipOn(today, user.adhesion) })),
    penalites: (penalites as RelativePenalty[]).map(({ jour, heure, mouvements, ...penalty }) => ({
      ...penalty,
      date_penalite: instant(today, jour, heure),
      mouvements: mouvements.map((movement) => movementOn(today, movement)),
    })),
    livres,
    exemplaires: exemplaires as SeedCopy[],
    emprunts: emprunts.map(({ jour_emprunt, jour_echeance, jour_retour, ...loan }) => ({
      ...loan,
      regle: RULE,
      date_emprunt: addDays(today, jour_emprunt),
      date_echeance: addDays(today, jour_echeance),
      date_retour: dayOn(today, jour_retour),
    })),
    reservations: reservations.map((hold) => holdOn(today, hold)),
  };
}
