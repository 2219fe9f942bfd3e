import type { State } from '../../../lib/books/schema-copies.ts';
import { dayAfter } from '../../support/clock.ts';
import { dueAfter, isOpenDay, SHIPPED_LIMITS, SHIPPED_RULES } from '../../support/naive-calendar.ts';

/**
 * A title in the plainest words: a list of people in the order in which they asked, and a set of numbered copies. It
 * answers what the desk answers, without any of the code under test.
 */

/** What a person has of other titles. */
interface Elsewhere {
  loans: number;
  holds: number;
  isLate: boolean;
}

const NOTHING: Elsewhere = { loans: 0, holds: 0, isLate: false };
const LIMIT = SHIPPED_LIMITS.adulte as number;
const MOST_HOLDS = 3;

const RULE = SHIPPED_RULES['*/*'] as { days: number; renewals: number; renewalDays: number };
const SHELF_DAYS = 7;

/** The last day to fetch what is set aside on that day. */
function shelfEndAfter(from: string): string {
  let day = from;
  for (let left = SHELF_DAYS; left > 0; left -= isOpenDay(day) ? 1 : 0) day = dayAfter(day, 1);
  return day;
}

interface Request {
  who: string;
  /** Those who asked earlier have lower numbers. */
  number: number;
  suspendedUntil: string | null;
  copy: number | null;
  last: string | null;
}

interface Lent {
  who: string;
  copy: number;
  due: string;
  renewals: number;
  isCutOff: boolean;
  fulfilled: Request | undefined;
}

const isExpired = ({ copy, last }: Request): boolean => copy === null && last !== null;
const isWaiting = ({ last }: Request): boolean => last === null;
const isNext = (request: Request): boolean => isWaiting(request) && request.suspendedUntil === null;

const listed = (motifs: Record<string, boolean>): string =>
  Object.keys(motifs)
    .filter((motif) => motifs[motif])
    .join(', ') || 'done';

export class NaiveTitle {
  day: string;
  requests: Request[] = [];
  readonly copies = new Map<number, State>();
  loans: Lent[] = [];
  #asked = 0;
  #came = 0;

  readonly #elsewhere: (who: string) => Elsewhere;

  constructor(day: string, copies: number, elsewhere = (_: string) => NOTHING) {
    this.day = day;
    this.#elsewhere = elsewhere;
    for (let n = 0; n < copies; n += 1) this.add();
  }

  get holders(): string[] {
    const beingMade = this.loans.flatMap(({ isCutOff, fulfilled }) => (isCutOff && fulfilled ? fulfilled : []));
    return [...new Set([...this.requests, ...beingMade].map(({ who }) => who))].sort();
  }

  get lentCopies(): number[] {
    return this.loans.map(({ copy }) => copy).sort();
  }

  /** What the person has of this title. A hold that has expired, or whose loan is being made, counts until it is closed. */
  has(who: string): Elsewhere {
    const mine = this.loans.filter((loan) => loan.who === who);
    const beingMade = mine.filter(({ isCutOff, fulfilled }) => isCutOff && fulfilled);
    return {
      loans: mine.length,
      holds: this.requests.filter((one) => one.who === who).length + beingMade.length,
      isLate: mine.some(({ due }) => due < this.day),
    };
  }

  place(who: string): string {
    const answer = listed({
      limite_reservations_atteinte: this.has(who).holds + this.#elsewhere(who).holds >= MOST_HOLDS,
      reservation_existante: this.requests.some((one) => one.who === who && !isExpired(one)),
      livre_deja_emprunte: this.loans.some((loan) => loan.who === who),
      exemplaire_disponible: this.#free().length > 0,
      aucun_exemplaire_reservable: ![...this.copies.values()].includes('en_service'),
    });
    if (answer !== 'done') return answer;
    this.#asked += 1;
    this.requests.push({ who, number: this.#asked, suspendedUntil: null, copy: null, last: null });
    return this.#served();
  }

  cancel(who: string): string {
    const loan = this.loans.find((one) => one.fulfilled?.who === who && one.isCutOff);
    const own = loan?.fulfilled ?? this.requests.findLast((one) => one.who === who);
    if (!own) return `never: ${who} has no hold`;
    if (loan) loan.fulfilled = undefined;
    else if (isExpired(own)) return 'reservation_close';
    this.requests = this.requests.filter((one) => one !== own);
    return this.#served();
  }

  suspend(who: string, until: string | null): string {
    const own = this.requests.findLast((one) => one.who === who);
    const isBeingMade = this.loans.some((loan) => loan.who === who && loan.isCutOff && loan.fulfilled);
    if (!own || isBeingMade) return `never: ${who} does not wait`;
    if (isExpired(own)) return 'reservation_close';
    if (own.copy !== null) return 'reservation_mise_de_cote';
    own.suspendedUntil = until;
    return this.#served();
  }

  borrow(who: string, asked?: number, isCutOff = false): string {
    if (asked !== undefined && !this.copies.has(asked)) return 'exemplaire_introuvable';
    const own = this.requests.find((one) => one.who === who && !isExpired(one));
    const free = this.#free();
    const copy = asked ?? own?.copy ?? free[0];
    const isAsideForOther = (one: number) => this.requests.some(({ copy, who: by }) => copy === one && by !== who);
    const isOut = asked !== undefined && this.#isOut(asked);
    const mine = this.loans.filter((loan) => loan.who === who);
    const someAside = this.requests.some((request) => request.copy !== null);
    const elsewhere = this.#elsewhere(who);
    const answer = listed({
      limite_emprunts_atteinte: mine.length + elsewhere.loans >= LIMIT,
      emprunts_en_retard: this.has(who).isLate || elsewhere.isLate,
      livre_deja_emprunte: mine.length > 0,
      aucun_exemplaire_disponible: copy === undefined && !someAside,
      exemplaire_emprunte: isOut,
      exemplaire_indisponible: asked !== undefined && this.copies.get(asked) !== 'en_service',
      livre_reserve: asked === undefined ? copy === undefined && someAside : isAsideForOther(asked),
    });
    if (answer !== 'done') return answer;
    this.requests = this.requests.filter((one) => one !== own);
    const due = dueAfter(this.day, RULE.days);
    this.loans.push({ who, copy: copy as number, due, renewals: 0, isCutOff, fulfilled: own });
    return this.#served();
  }

  /** A loan that is undone gives its hold back, with what was set aside for it if that still lies there. */
  undo(copy: number): string {
    const loan = this.loans.find((one) => one.copy === copy && one.isCutOff);
    if (!loan) return `never: no loan of copy ${copy} was cut off`;
    this.loans = this.loans.filter((one) => one !== loan);
    const { fulfilled } = loan;
    if (fulfilled) {
      const liesThere = fulfilled.copy !== null && this.#free().includes(fulfilled.copy);
      this.requests.push(liesThere ? fulfilled : { ...fulfilled, copy: null, last: null });
      this.requests.sort((one, other) => one.number - other.number);
    }
    return this.#served();
  }

  takeBack(copy: number): string {
    return this.#over(copy, 'en_service');
  }

  lose(copy: number): string {
    return this.#over(copy, 'perdu');
  }

  renew(copy: number): string {
    const loan = this.loans.find((one) => one.copy === copy && !one.isCutOff);
    if (!loan) return `never: copy ${copy} is not out`;
    const answer = listed({
      emprunt_en_retard: loan.due < this.day,
      limite_prolongations_atteinte: loan.renewals >= RULE.renewals,
      livre_reserve: this.requests.some(isNext),
    });
    if (answer !== 'done') return answer;
    loan.due = dueAfter(loan.due, RULE.renewalDays);
    loan.renewals += 1;
    return 'done';
  }

  add(): void {
    this.#came += 1;
    this.copies.set(this.#came, 'en_service');
    this.#served();
  }

  setState(copy: number, etat: State): string {
    if (!this.copies.has(copy)) return 'exemplaire_introuvable';
    if (this.#isOut(copy) && etat !== 'en_service') return 'exemplaire_emprunte';
    this.copies.set(copy, etat);
    return this.#served();
  }

  remove(copy: number): string {
    if (!this.copies.has(copy)) return 'exemplaire_introuvable';
    if (this.#isOut(copy)) return 'exemplaire_emprunte';
    this.copies.delete(copy);
    return this.#served();
  }

  pass(days: number): void {
    this.day = dayAfter(this.day, days);
    this.#served();
  }

  sweep(): void {
    this.requests = this.requests.filter((one) => !isExpired(one));
  }

  /** What the library says of each hold. */
  told() {
    const waiting = this.requests.filter(isWaiting);
    return this.requests.map((one) => ({
      who: one.who,
      statut: isExpired(one) ? 'expiree' : isWaiting(one) ? 'en_attente' : 'mise_de_cote',
      rang: isWaiting(one) ? waiting.indexOf(one) + 1 : null,
      suspendue_jusqu_au: one.suspendedUntil,
      copy: one.copy,
      date_limite: one.last,
    }));
  }

  #isOut = (copy: number): boolean => this.loans.some((loan) => loan.copy === copy);

  #free(): number[] {
    const aside = this.requests.map(({ copy }) => copy);
    return [...this.copies.keys()].filter(
      (copy) => this.copies.get(copy) === 'en_service' && !this.#isOut(copy) && !aside.includes(copy),
    );
  }

  #over(copy: number, etat: State): string {
    const loan = this.loans.find((one) => one.copy === copy && !one.isCutOff);
    if (!loan) return `never: copy ${copy} is not out`;
    this.loans = this.loans.filter((one) => one !== loan);
    this.copies.set(copy, etat);
    return this.#served();
  }

  /** Ends what is over; who was to have a copy that cannot be lent waits again, and what is free goes to the next. */
  #served(): string {
    for (const one of this.requests) {
      if (one.suspendedUntil !== null && one.suspendedUntil < this.day) one.suspendedUntil = null;
      if (one.copy === null) continue;
      if (one.last !== null && one.last < this.day) one.copy = null;
      else if (this.copies.get(one.copy) !== 'en_service') Object.assign(one, { copy: null, last: null });
    }
    for (const copy of this.#free()) {
      const next = this.requests.find(isNext);
      if (next) Object.assign(next, { copy, last: shelfEndAfter(this.day) });
    }
    return 'done';
  }
}

/** What the library says of the title. */
export const naivelyTold = (title: NaiveTitle) => ({
  holds: title.told(),
  loans: title.loans.map(({ copy, who, due }) => [copy, who, due]).sort(),
  copies: [...title.copies].sort(),
});
