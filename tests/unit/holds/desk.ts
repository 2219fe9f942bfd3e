import {
  holdsIn,
  settled,
  type ToldHold,
  withFulfilled,
  withoutHold,
  withoutLoan,
  withSuspension,
} from '../../../lib/books/queue.ts';
import { changeCopyIn, removeCopyIn } from '../../../lib/books/rules.ts';
import type { State } from '../../../lib/books/schema-copies.ts';
import { addCopies, type LentCopy, loanIdOfCopy, type QueuedHold, type Title } from '../../../lib/books/title.ts';
import { type Asked, decideHold, decideLoan, decideRenewal } from '../../../lib/loans/decide.ts';
import { type Borrowed, lending, lent, renewed, renewing } from '../../../lib/loans/record.ts';
import { addOpenDays } from '../../../lib/policy/calendar.ts';
import { policy } from '../../../lib/runtime/policy.ts';
import { dayAfter } from '../../support/clock.ts';

/**
 * One title at the desk, and the people who want it. The pure functions are put together here as the use cases put
 * them together, with a variable in place of the tables. Each act answers `done`, the motifs, or why it never happens.
 */

type Account = NonNullable<Asked['account']>;
/** The title's item as it was written last. */
type Kept = Title & { version: number };

const UNNAMED = { cote: null, note: null };
const NOW = '2027-01-12T09:00:00.000Z';

const answered = (refusal: { code: string; motifs?: readonly string[] }): string =>
  refusal.motifs?.join(', ') ?? refusal.code;

/** Throws the code with which the books service refuses. */
const refuse = ({ code }: { code: string }): never => {
  throw code;
};

const newTitle = (): Kept => ({
  id: 'livre',
  titre: 'L’Étranger',
  auteur: null,
  isbn: null,
  tome: null,
  annee: null,
  editeur: null,
  type: 'livre',
  date_creation: NOW,
  exemplaires: {},
  emprunts: {},
  reservations: {},
  serie: null,
  version: 1,
});

const newAccount = (who: string): Account => ({
  utilisateur_id: who,
  version: 1,
  impaye: 0,
  emprunts: {},
  reservations: {},
  adhesion: { numero_carte: who, categorie: 'adulte', date_fin: null, blocage: null },
});

const without = <T>(entries: Readonly<Record<string, T>>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).filter(([one]) => one !== id));

export class Desk {
  day: string;
  #kept = newTitle();
  readonly #accounts = new Map<string, Account>();
  readonly #loans = new Map<string, Borrowed>();
  /** The copies that have come, the first of them number 1. */
  readonly #copies: string[] = [];
  #lastId = 9_999;

  constructor(day: string, copies: number) {
    this.day = day;
    for (let n = 0; n < copies; n += 1) this.add();
  }

  /** The title as it is read today. */
  get title(): Kept {
    return this.#asToday(this.#kept);
  }

  get holds(): ToldHold[] {
    return holdsIn(this.title);
  }

  holdBy(who: string): ToldHold | undefined {
    return this.holds.findLast(({ utilisateur_id }) => utilisateur_id === who);
  }

  /** Tells how many holds count against the person's limit. */
  slotsOf(who: string): number {
    return Object.keys(this.account(who).reservations).length;
  }

  account(who: string): Account {
    const account = this.#accounts.get(who) ?? newAccount(who);
    this.#accounts.set(who, account);
    return account;
  }

  copyId(number: number): string {
    return this.#copies[number - 1] as string;
  }

  numberOf(copyId: string): number {
    return this.#copies.indexOf(copyId) + 1;
  }

  /** The person who has the copy. */
  borrowerOf(copyId: string): string | undefined {
    return this.#loans.get(loanIdOfCopy(this.title, copyId) ?? '')?.utilisateur_id;
  }

  /** Those who have a hold, also while it is fulfilled by a loan that was cut off. */
  get holders(): string[] {
    return [...this.#accounts.keys()].filter((who) => this.slotsOf(who) > 0).sort();
  }

  get lentCopies(): number[] {
    return Object.values(this.title.emprunts)
      .map(({ exemplaire_id }) => this.numberOf(exemplaire_id))
      .sort();
  }

  place(who: string): string {
    const decided = decideHold(this.asked(who), policy, this.day);
    if ('code' in decided) return answered(decided);
    const { utilisateur_id, livre_id } = decided;
    const id = this.#newId();
    const hold: QueuedHold = { utilisateur_id, date_reservation: NOW, place: this.#kept.version + 1 };
    this.#enter('reservations', id, hold);
    this.#change(who, ({ reservations }) => ({ reservations: { ...reservations, [id]: { livre_id } } }));
    return 'done';
  }

  cancel(who: string): string {
    const id = this.#openHold(who);
    if (id === undefined) return `never: ${who} has no hold`;
    if (this.#queued(id)?.statut === 'expiree') return 'reservation_close';
    this.#close(who, id);
    return 'done';
  }

  /** @param until `null` to resume */
  suspend(who: string, until: string | null): string {
    const hold = this.#queued(this.#openHold(who));
    if (!hold) return `never: ${who} does not wait`;
    if (hold.statut === 'expiree') return 'reservation_close';
    if (hold.statut === 'mise_de_cote') return 'reservation_mise_de_cote';
    this.#write(withSuspension(this.title, hold.id, until));
    return 'done';
  }

  /** @param copy absent to ask for the title. @param isCutOff whether the loan's last write does not come */
  borrow(who: string, copy?: number, isCutOff = false): string {
    const code_barres = copy && (this.title.exemplaires[this.copyId(copy)]?.code_barres ?? 'unknown');
    const decided = decideLoan(this.asked(who), code_barres ? { code_barres } : {}, policy, this.day);
    if ('code' in decided) return answered(decided);
    const { exemplaire_id, date_echeance, type, livre_id, reservation_id } = decided;
    const id = this.#newId();
    const taken: LentCopy = { exemplaire_id, date_echeance };
    if (reservation_id === null) this.#enter('emprunts', id, taken);
    else this.#write(withFulfilled(this.title, id, taken, reservation_id));
    this.#change(who, ({ emprunts }) => ({ emprunts: { ...emprunts, [id]: { date_echeance, type, livre_id } } }));
    const loan = lending(id, decided, { day: this.day, now: NOW, operation: id });
    this.#loans.set(id, isCutOff ? loan : lent(loan));
    if (!isCutOff && reservation_id !== null)
      this.#change(who, ({ reservations }) => ({ reservations: without(reservations, reservation_id) }));
    return 'done';
  }

  /** Undoes a loan whose last write did not come. */
  undo(copy: number): string {
    const loan = this.#loanOf(copy);
    return loan?.transit ? this.#end(loan, 'annulation') : `never: no loan of copy ${copy} was cut off`;
  }

  takeBack(copy: number): string {
    const loan = this.#loanOf(copy);
    return loan && !loan.transit ? this.#end(loan, 'retour') : `never: copy ${copy} is not out`;
  }

  lose(copy: number): string {
    const loan = this.#loanOf(copy);
    return loan && !loan.transit ? this.#end(loan, 'perte') : `never: copy ${copy} is not out`;
  }

  renew(copy: number): string {
    const loan = this.#loanOf(copy);
    if (!loan || loan.transit) return `never: copy ${copy} is not out`;
    const { id, utilisateur_id: who, exemplaire_id } = loan;
    const refused = decideRenewal(loan, this.asked(who), policy, this.day);
    if (refused) return answered(refused);
    const next = renewed(renewing(loan, policy.calendar, { day: this.day, now: NOW, operation: id }));
    const { date_echeance, type, livre_id } = next;
    this.#enter('emprunts', id, { exemplaire_id, date_echeance });
    this.#change(who, ({ emprunts }) => ({ emprunts: { ...emprunts, [id]: { date_echeance, type, livre_id } } }));
    this.#loans.set(id, next);
    return 'done';
  }

  add(): void {
    const { next } = addCopies(this.title, [UNNAMED], this.day);
    this.#copies.push(Object.keys(next.exemplaires).sort().at(-1) as string);
    this.#write({ ...this.title, ...next });
  }

  setState(copy: number, etat: State): string {
    return this.#changeCopies((title) => changeCopyIn(title, this.copyId(copy), { etat }, refuse));
  }

  remove(copy: number): string {
    return this.#changeCopies((title) => removeCopyIn(title, this.copyId(copy), refuse));
  }

  pass(days: number): void {
    this.day = dayAfter(this.day, days);
  }

  /** The daily job: it writes the title as it stands, and closes the holds that have expired. */
  sweep(): void {
    this.#write(this.title);
    for (const { id, utilisateur_id, statut } of this.holds) if (statut === 'expiree') this.#close(utilisateur_id, id);
  }

  #asToday(title: Kept): Kept {
    const shelfEnd = (from: string) => addOpenDays(policy.calendar, from, policy.shelfDays);
    return settled(title, { day: this.day, shelfEnd });
  }

  asked(who: string): Asked {
    const { version, id: livre_id, titre, type, exemplaires, emprunts } = this.title;
    return {
      account: this.account(who),
      title: { version, livre_id, titre, type, exemplaires, emprunts, reservations: this.holds },
    };
  }

  /** Writes the title as it stands today. */
  #write(next: Kept): void {
    this.#kept = { ...this.#asToday(next), version: this.#kept.version + 1 };
  }

  /** Sets one entry of the title as it was written last, whatever has happened to it by itself since. */
  #enter(map: 'emprunts' | 'reservations', id: string, entry: LentCopy | QueuedHold): void {
    this.#kept = {
      ...this.#kept,
      [map]: { ...this.#kept[map], [id]: entry },
      version: this.#kept.version + 1,
    };
  }

  #changeCopies(change: (title: Kept) => Title): string {
    try {
      this.#write({ ...this.title, ...change(this.title) });
      return 'done';
    } catch (code) {
      return code as string;
    }
  }

  #change(who: string, change: (account: Account) => Partial<Account>): void {
    this.#accounts.set(who, { ...this.account(who), ...change(this.account(who)) });
  }

  #queued = (id: string | undefined): ToldHold | undefined => this.holds.find((hold) => hold.id === id);

  /** The hold that the person placed last, if it is not closed. Later ids are lower: their order says nothing. */
  #openHold = (who: string): string | undefined => Object.keys(this.account(who).reservations).sort()[0];

  #close(who: string, id: string): void {
    this.#write(withoutHold(this.title, id));
    this.#change(who, ({ reservations }) => ({ reservations: without(reservations, id) }));
  }

  #loanOf = (copy: number): Borrowed | undefined => this.#loans.get(loanIdOfCopy(this.title, this.copyId(copy)) ?? '');

  #end({ id, utilisateur_id }: Borrowed, end: 'retour' | 'perte' | 'annulation'): string {
    this.#write(withoutLoan(this.title, id, end));
    this.#change(utilisateur_id, ({ emprunts }) => ({ emprunts: without(emprunts, id) }));
    this.#loans.delete(id);
    return 'done';
  }

  #newId(): string {
    this.#lastId -= 1;
    return String(this.#lastId);
  }
}
