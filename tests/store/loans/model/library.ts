import type { Livre } from '../../../support/books.ts';
import { day, daysFrom } from '../../../support/clock.ts';
import { costOf } from '../../../support/invariants/shipped.ts';
import { dueAfter, ruleOf, SHIPPED_RULES } from '../../../support/naive-calendar.ts';
import { type Debt, type Expected, leftOf, newDebt } from './debts.ts';

/**
 * The library in the plainest words: what it would answer if nothing could fail and everything were in
 * one place. What a failure leaves in the middle is the one thing it cannot know: there, `holds` tells
 * it what the tables have.
 */

export interface Person {
  id: string;
  email: string;
  /** By penalty. */
  debts: Map<string, Debt>;
}

export interface Lent {
  id: string;
  /** Absent once it is forgotten. */
  person: string | null;
  book: string;
  /** The title and the type of the book when it was lent. */
  titre: string;
  type: string;
  lentOn: string;
  due: string;
  renewals: number;
  backOn: string | undefined;
  copy: string;
  isLost: boolean;
  /** What it costs: its delay, and the book if that is lost. */
  charges: Charge[];
  /** The steps that were written about, each with its due date. */
  told: Set<string>;
  /** What it was cut off in the middle of, until the reconciler has been. */
  limbo: 'loan' | 'renewal' | 'return' | 'loss' | undefined;
}

/** A penalty for a loan. */
export interface Charge {
  id: string;
  cents: number;
}

/** What the tables have of a loan that was cut off: the due dates of its slot and of its copy, if it holds them. */
export type Holds = (loan: Lent) => { slot: string | undefined; copy: string | undefined };

const KEPT_DAYS = 120;
const LIMIT = 5;
const STEPS: [string, number][] = [
  ['J+30', 30],
  ['J+14', 14],
  ['J+7', 7],
  ['J+1', 1],
  ['J-2', -2],
];

/** The rule of politique.yml for a type. */
const ruleFor = (type: string) => SHIPPED_RULES[ruleOf(type)] as (typeof SHIPPED_RULES)[string];

/** @param motifs whether each of them holds */
function refused(motifs: Record<string, boolean>): Expected | undefined {
  const holding = Object.keys(motifs).filter((motif) => motifs[motif]);
  return holding.length > 0 ? { status: 409, motifs: holding.sort() } : undefined;
}

/** What led to the person goes, their penalties among it. */
const forget = (loan: Lent): void => {
  loan.person = null;
  loan.charges = [];
};

export class Library {
  people = new Map<string, Person>();
  books = new Map<string, Livre>();
  /** The ids of all who ever had an account, so that deleted ones are asked for as well. */
  everybody: string[] = [];
  everyBook: string[] = [];
  loans = new Map<string, Lent>();
  /** The copies that are lost, with their books. */
  lost = new Map<string, string>();
  holds: Holds = () => ({ slot: undefined, copy: undefined });

  /** The due dates of a person's slots. */
  slots = (personId: string): string[] =>
    this.held((loan) => loan.person === personId, 'slot').filter((due) => due !== undefined);
  copiesOut = (bookId: string): number =>
    this.held((loan) => loan.book === bookId, 'copy').filter((due) => due !== undefined).length;

  /** The copies of a book that can be lent. */
  onShelf(bookId: string): number {
    const lost = [...this.lost.values()].filter((book) => book === bookId).length;
    const beingLost = [...this.loans.values()].filter(
      (loan) => loan.book === bookId && loan.limbo === 'loss' && !this.holds(loan).copy,
    ).length;
    return (this.books.get(bookId)?.exemplaires ?? 0) - this.copiesOut(bookId) - lost - beingLost;
  }

  /** The loan that has the copy, or that was cut off with it. */
  holderOf = (copy: string): Lent | undefined =>
    [...this.loans.values()].find((loan) => loan.copy === copy && (loan.limbo || !loan.backOn));

  /** The loans for which a person has a slot. */
  outWith = (personId: string): Lent[] =>
    [...this.loans.values()].filter(
      (loan) => loan.person === personId && (loan.limbo ? this.holds(loan).slot : !loan.backOn),
    );

  private held(of: (loan: Lent) => boolean, kind: 'slot' | 'copy'): (string | undefined)[] {
    return [...this.loans.values()]
      .filter(of)
      .map((loan) => (loan.limbo ? this.holds(loan)[kind] : loan.backOn ? undefined : loan.due));
  }

  /** The debts of a person that are known to the account: the end of a loan that was cut off is charged as its slot is freed. */
  charged(personId: string): [id: string, debt: Debt][] {
    const uncharged = [...this.loans.values()]
      .filter((loan) => (loan.limbo === 'return' || loan.limbo === 'loss') && this.holds(loan).slot)
      .flatMap(({ charges }) => charges.map(({ id }) => id));
    return [...(this.people.get(personId)?.debts ?? [])].filter(([id]) => !uncharged.includes(id));
  }

  owed = (personId: string): number => this.charged(personId).reduce((sum, [, debt]) => sum + leftOf(debt), 0);

  lending(personId: string, bookId: string): Expected {
    const book = this.books.get(bookId);
    if (!this.people.has(personId) || !book) return { status: 404 };
    const slots = this.slots(personId);
    const out = this.outWith(personId);
    return (
      refused({
        penalites_impayees: this.owed(personId) > 0,
        limite_emprunts_atteinte: slots.length >= LIMIT,
        emprunts_en_retard: slots.some((due) => due < day()),
        limite_type_atteinte: out.filter(({ type }) => type === book.type).length >= ruleFor(book.type).atOnce,
        livre_deja_emprunte: out.some((loan) => loan.book === bookId),
        aucun_exemplaire_disponible: this.onShelf(bookId) <= 0,
      }) ?? { status: 201 }
    );
  }

  lend({ id, copy }: { id: string; copy: string }, person: string, book: string, limbo?: 'loan'): void {
    const lentOn = day();
    const { titre, type } = this.books.get(book) as Livre;
    const due = dueAfter(lentOn, ruleFor(type).days);
    const loan = { id, person, book, titre, type, lentOn, due, renewals: 0, backOn: undefined, copy };
    this.loans.set(id, { ...loan, isLost: false, charges: [], told: new Set(), limbo });
  }

  returning = (loan: Lent): Expected => refused({ emprunt_rendu: loan.backOn !== undefined }) ?? { status: 200 };

  giveBack(loan: Lent, charges: (Charge | undefined)[], limbo?: 'return'): void {
    this.end(loan, [[charges[0], Math.round(costOf(loan.due, day()) * 100)]], limbo);
  }

  /** The book is lost, which costs it and, apart, its delay. */
  lose(loan: Lent, cents: number, charges: (Charge | undefined)[], limbo?: 'loss'): void {
    this.end(
      loan,
      [
        [charges[0], cents],
        [charges[1], Math.round(costOf(loan.due, day()) * 100)],
      ],
      limbo,
    );
    loan.isLost = true;
    if (!limbo) this.lost.set(loan.copy, loan.book);
  }

  private end(loan: Lent, owed: [Charge | undefined, number][], limbo: 'return' | 'loss' | undefined): void {
    loan.backOn = day();
    loan.limbo = limbo;
    for (const [charge, cents] of owed) {
      if (cents === 0 || !charge) continue;
      loan.charges.push({ id: charge.id, cents });
      this.people.get(loan.person ?? '')?.debts.set(charge.id, newDebt(cents));
    }
  }

  renewing(loan: Lent): Expected {
    if (loan.backOn) return { status: 409, motifs: ['emprunt_rendu'] };
    return (
      refused({
        emprunt_en_retard: loan.due < day(),
        limite_prolongations_atteinte: loan.renewals >= ruleFor(loan.type).renewals,
        penalites_impayees: this.owed(loan.person ?? '') > 0,
      }) ?? { status: 200 }
    );
  }

  renew(loan: Lent): void {
    loan.due = dueAfter(loan.due, ruleFor(loan.type).renewalDays);
    loan.renewals += 1;
  }

  deletingPerson(id: string): Expected {
    if (!this.people.has(id)) return { status: 404 };
    return (
      refused({ penalites_impayees: this.owed(id) > 0, emprunts_en_cours: this.slots(id).length > 0 }) ?? {
        status: 204,
      }
    );
  }

  /** What is settled of those who are gone loses its person. */
  forgetTheGone(): void {
    for (const loan of this.loans.values()) if (!loan.limbo && !this.people.has(loan.person ?? '')) forget(loan);
  }

  /** What has been back for long enough, with nothing owed for it, loses its person. */
  forgetTheOld(): void {
    for (const loan of this.loans.values()) {
      const debts = this.people.get(loan.person ?? '')?.debts;
      const isOwed = loan.charges.some(({ id }) => debts?.has(id));
      if (loan.backOn && !loan.limbo && !isOwed && daysFrom(loan.backOn, day()) > KEPT_DAYS) forget(loan);
    }
  }

  /** The expected answer to a change of a book. */
  reshelving(id: string, { exemplaires = Number.POSITIVE_INFINITY }: Partial<Livre>): Expected {
    const isTooFew = exemplaires < (this.books.get(id)?.exemplaires ?? 0) - this.onShelf(id);
    return { status: isTooFew ? 409 : 200 };
  }

  deletingBook(id: string): Expected {
    if (!this.books.has(id)) return { status: 404 };
    return refused({ exemplaires_empruntes: this.copiesOut(id) > 0 }) ?? { status: 204 };
  }

  /** Who is to be written to about which loans, each told from now on. */
  notices(): Map<string, Lent[]> {
    const due = [...this.loans.values()].filter((loan) => {
      const since = daysFrom(loan.due, day());
      const step = STEPS.find(([, days]) => days <= since)?.[0];
      if (!step || loan.backOn || loan.limbo || loan.told.has(`${step} ${loan.due}`)) return false;
      loan.told.add(`${step} ${loan.due}`);
      return true;
    });
    return Map.groupBy(due, ({ person }) => person as string);
  }

  /** Those who are late today, as far as nothing was cut off. */
  overdue = (): Lent[] => [...this.loans.values()].filter((loan) => !loan.backOn && !loan.limbo && loan.due < day());
}
