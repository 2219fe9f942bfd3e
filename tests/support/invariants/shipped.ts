import { isAccount, isBook, isLoan, type LoanItem, type Tables, type UserItem } from '../../../dev/audit/items.ts';
import { nameOf } from '../../../dev/audit/loans.ts';
import { said } from '../../../dev/audit/said.ts';
import { dayAfter, daysFrom } from '../clock.ts';
import { dueAfter, ruleOf, SHIPPED_LIMITS, SHIPPED_RULES } from '../naive-calendar.ts';

/**
 * What holds besides for a library that has had the policy as it ships from its first day. A real one may have changed
 * it since, so that the audit cannot know this.
 */

/** Holds at most, by the category of the member. */
const HOLDS: Record<string, number> = { adulte: 3, jeune: 3, collectivite: 10 };

const LONGEST_CLOSING = 3;

/** @param moved the days of the loans were moved since, and an open day may have become a closed one */
export function wrongUnderShippedPolicy({ users, books, loans }: Tables, moved: boolean): string[] {
  const people = new Map(users.filter(isAccount).map((account) => [account.id, account]));
  const titles = new Map(books.filter(isBook).map((book) => [book.id, book]));
  return [
    ...users.filter(isAccount).flatMap(tooMany),
    ...loans.filter(isLoan).flatMap((loan) => {
      const slot = people.get(loan.utilisateur_id ?? '')?.emprunts?.[loan.id]?.date_echeance;
      const copy = titles.get(loan.livre_id)?.emprunts?.[loan.id]?.date_echeance;
      return said(nameOf(loan), { ...wrongRule(loan), ...wrongDays(loan, moved), ...wrongMoves(loan, [slot, copy]) });
    }),
  ];
}

function tooMany({ pk, emprunts = {}, reservations = {}, adhesion }: UserItem): string[] {
  const slots = Object.values(emprunts);
  const dvds = slots.filter(({ type }) => type === 'dvd').length;
  const holds = Object.keys(reservations).length;
  const category = adhesion?.categorie ?? 'adulte';
  return said(pk, {
    [`a ${slots.length} emprunts`]: slots.length > (SHIPPED_LIMITS[category] ?? 0),
    [`a ${dvds} DVD`]: dvds > (SHIPPED_RULES['*/dvd']?.atOnce ?? 0),
    [`a ${holds} réservations`]: holds > (HOLDS[category] ?? 0),
  });
}

function wrongRule({ type, regle, conditions, prolongations }: LoanItem): Record<string, boolean> {
  const { renewals = 0, renewalDays } = SHIPPED_RULES[regle] ?? {};
  const { prolongations: kept, jours_par_prolongation, amende_par_jour, amende_maximale, jours_de_retard } = conditions;
  const all = [kept, jours_par_prolongation, amende_par_jour, amende_maximale, jours_de_retard].join();
  return {
    [`est un ${type} sous ${regle}`]: regle !== ruleOf(type),
    // Amounts in cents.
    [`garde ${all} de ${regle}`]: all !== [renewals, renewalDays, 20, 1000, 'tous'].join(),
    [`a été prolongé ${prolongations} fois`]: prolongations > renewals,
  };
}

/** The first and the last day on which the loan may be due after so many renewals. */
function duesOf({ regle, date_emprunt, prolongations }: LoanItem, moved: boolean): [first: string, last: string] {
  const { days = 0, renewalDays = 0 } = SHIPPED_RULES[regle] ?? {};
  const plain = dayAfter(date_emprunt, days + prolongations * renewalDays);
  if (moved) return [plain, dayAfter(plain, (1 + prolongations) * LONGEST_CLOSING)];
  let due = dueAfter(date_emprunt, days);
  for (let n = 0; n < prolongations; n += 1) due = dueAfter(due, renewalDays);
  return [due, due];
}

/** What a return costs, by the contract's own words: 0.20 € a calendar day, at most 10 €. */
export const costOf = (due: string, back: string): number =>
  Math.min(20 * Math.max(0, daysFrom(due, back)), 1000) / 100;

function wrongDays(loan: LoanItem, moved: boolean): Record<string, boolean> {
  const { utilisateur_id, date_echeance, date_retour, statut, penalite, amende } = loan;
  const [first, last] = duesOf(loan, moved);
  const cost = date_retour === null || utilisateur_id === null ? 0 : costOf(date_echeance, date_retour);
  const delay = statut === 'perdu' ? amende : penalite;
  const late = daysFrom(date_echeance, date_retour ?? date_echeance);
  return {
    [`est dû le ${date_echeance} et non du ${first} au ${last}`]: date_echeance < first || date_echeance > last,
    [`coûte ${delay?.montant ?? 0} de retard et non ${cost}`]: (delay?.montant ?? 0) !== cost,
    [`ne dit pas ${late} jours de retard`]: delay !== null && !delay.description.includes(`${late} jour`),
  };
}

/** A renewal moves slot and copy to the day that the calendar gives, and a return in its middle finds that day. */
function wrongMoves(loan: LoanItem, held: (string | undefined)[]): Record<string, boolean> {
  const { date_echeance, regle, transit } = loan;
  const renewed = dueAfter(date_echeance, SHIPPED_RULES[regle]?.renewalDays ?? 0);
  const renewedTo = transit?.nouvelle_echeance;
  const isOver = ['retour', 'perte'].includes(transit?.etape ?? '');
  return {
    [`est prolongé au ${renewedTo} et non au ${renewed}`]: renewedTo !== undefined && renewedTo !== renewed,
    [`a été déplacé au ${held}`]: isOver && held.some((due) => ![undefined, date_echeance, renewed].includes(due)),
  };
}
