import { LEASE_MS } from '../../../lib/loans/process.ts';
import { type Answer, newUser } from '../../support/api.ts';
import { newBook } from '../../support/books.ts';
import { day, forward } from '../../support/clock.ts';
import { accountOf, titleOf } from '../../support/commands.ts';
import { addCopy, deleteCopy, type Exemplaire, lendCopy, lose, patchCopy } from '../../support/copies.ts';
import { ALWAYS, fail, failing, mend } from '../../support/faults.ts';
import { cancel, reserve, resume, suspend, sweepHolds } from '../../support/holds.ts';
import { run } from '../../support/lambda.ts';
import { giveBack, lend, renew } from '../../support/loans.ts';
import { readLoans } from '../../support/read.ts';
import { reconcile } from '../../support/reconciler.ts';
import { waive } from '../../support/users.ts';
import type { Outgoing } from '../../support/wire.ts';

/**
 * One title and the people who want it, over the API: it does what the naive title does, one act after the other.
 * Nobody owes anything for long, as the naive title knows no money. The people are those of the library's other titles.
 */

const told = ({ status, body }: Answer): string =>
  status < 300 ? 'done' : (body.motifs?.join(', ') ?? body.code ?? `${status}`);

const gone = failing(() => new Error('gone (injected)'));

/** The write that makes a loan of what was decided, and all that comes after it. */
const isLastOfALoan = ({ sender, input }: Outgoing): boolean => {
  const puts = [input, ...(input.TransactItems ?? []).map(({ Put }: { Put?: object }) => Put)];
  return sender === 'loans-create' && puts.some((put) => put?.Item?.statut?.S === 'en_cours');
};

export class ApiDesk {
  day = day();
  holders: string[] = [];
  lentCopies: number[] = [];
  #bookId = '';
  readonly #people: Map<string, string>;
  readonly #copies: Exemplaire[] = [];
  #last: Promise<unknown> = Promise.resolve();

  /** @param people the ids of the accounts, by the names of their owners */
  constructor(people: Map<string, string>) {
    this.#people = people;
  }

  /** Begins with so many copies. */
  async begin(copies: number): Promise<void> {
    this.#bookId = (await newBook({ exemplaires: 0 })).id;
    for (let n = 0; n < copies; n += 1) await this.add();
  }

  place = (who: string) => this.#act(async () => told(await reserve(await this.#person(who), this.#bookId)));

  cancel = (who: string) =>
    this.#act(async () => {
      const id = await this.#holdOf(who);
      return id === undefined ? `never: ${who} has no hold` : told(await cancel(id));
    });

  suspend = (who: string, until: string | null) =>
    this.#act(async () => {
      const id = await this.#holdOf(who);
      const isQueued = (await this.#holds()).some((hold) => hold.id === id);
      if (id === undefined || !isQueued) return `never: ${who} does not wait`;
      return told(await (until === null ? resume(id) : suspend(id, until)));
    });

  borrow = (who: string, copy?: number, isCutOff = false) =>
    this.#act(async () => {
      const person = await this.#person(who);
      if (isCutOff) fail({ match: isLastOfALoan, times: ALWAYS, how: gone });
      const barcode = copy === undefined ? undefined : (this.#copies[copy - 1]?.code_barres ?? 'INCONNU');
      const answer = await (barcode === undefined ? lend(person, this.#bookId) : lendCopy(person, barcode));
      const wasCut = isCutOff && mend() === 0;
      mend();
      return isCutOff && (wasCut || answer.status === 503) ? 'done' : told(answer);
    });

  /** The reconciler undoes every loan that was cut off. */
  undoAll = () =>
    this.#act(async () => {
      forward({ ms: LEASE_MS + 1 });
      await reconcile();
    });

  takeBack = (copy: number) => this.#end(copy, giveBack);
  lose = (copy: number) => this.#end(copy, lose);

  renew = (copy: number) =>
    this.#act(async () => {
      const loan = await this.#loanOf(copy);
      return loan ? told(await renew(loan.id)) : `never: copy ${copy} is not out`;
    });

  add = () =>
    this.#act(async () => {
      this.#copies.push((await addCopy(this.#bookId)).body);
    });

  setState = (copy: number, etat: string) =>
    this.#act(async () => {
      const named = this.#copies[copy - 1];
      return named ? told(await patchCopy(named, { etat })) : 'exemplaire_introuvable';
    });

  remove = (copy: number) =>
    this.#act(async () => {
      const named = this.#copies[copy - 1];
      return named ? told(await deleteCopy(named)) : 'exemplaire_introuvable';
    });

  pass = (days: number) =>
    this.#act(async () => {
      forward({ days });
    });

  sweep = () =>
    this.#act(async () => {
      await sweepHolds();
    });

  /** What the library says of each hold, loan and copy. */
  async told() {
    const title = await titleOf(this.#bookId);
    const holds = (await this.#holds()).map(
      ({ utilisateur_id, statut, rang, suspendue_jusqu_au, exemplaire_id, date_limite }) => ({
        ...{ who: this.#nameOf(utilisateur_id), statut, rang, suspendue_jusqu_au },
        ...{ copy: exemplaire_id && this.#numberOf(exemplaire_id), date_limite },
      }),
    );
    const records = new Map((await readLoans()).map((loan) => [loan.id, loan]));
    const loans = Object.entries(title?.emprunts ?? {}).map(([id, { exemplaire_id, date_echeance }]) => [
      this.#numberOf(exemplaire_id),
      this.#nameOf(records.get(id)?.utilisateur_id ?? ''),
      date_echeance,
    ]);
    const copies = Object.entries(title?.exemplaires ?? {}).map(([id, { etat }]) => [this.#numberOf(id), etat]);
    return { holds, loans: loans.sort(), copies: copies.sort() };
  }

  /** One act after the other. Afterwards it is known who has a hold and what is out. */
  #act<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(async () => {
      const answer = await work();
      await this.look();
      return answer;
    });
    this.#last = done.catch(() => {});
    return done;
  }

  /** Sees what has come about meanwhile. */
  async look(): Promise<void> {
    this.day = day();
    const people = [...this.#people];
    const title = await titleOf(this.#bookId);
    const { comptes } =
      people.length > 0
        ? await run('users-standing', { utilisateur_ids: people.map(([, id]) => id) })
        : { comptes: [] };
    this.holders = people.flatMap(([name], n) => (this.#lastHold(comptes[n]) ? name : [])).sort();
    this.lentCopies = Object.values(title?.emprunts ?? {})
      .map(({ exemplaire_id }) => this.#numberOf(exemplaire_id))
      .sort();
  }

  async #person(who: string): Promise<string> {
    const id = this.#people.get(who) ?? ((await newUser()).id as string);
    this.#people.set(who, id);
    return id;
  }

  #nameOf = (personId: string): string | undefined => [...this.#people].find(([, id]) => id === personId)?.[0];
  #numberOf = (copyId: string): number => this.#copies.findIndex(({ id }) => id === copyId) + 1;

  /** The hold that the person placed last, if it is not closed. */
  async #holdOf(who: string): Promise<string | undefined> {
    return this.#lastHold(await accountOf(await this.#person(who)));
  }

  #lastHold({ reservations }: { reservations: Record<string, { livre_id: string }> }): string | undefined {
    const own = Object.keys(reservations).filter((id) => reservations[id]?.livre_id === this.#bookId);
    return own.sort().at(-1);
  }

  async #holds() {
    const { reservations } = await run('books-holds', { livre_ids: [this.#bookId], reservation_ids: null });
    return reservations as (Record<'id' | 'utilisateur_id' | 'statut', string> & {
      rang: number | null;
      suspendue_jusqu_au: string | null;
      exemplaire_id: string | null;
      date_limite: string | null;
    })[];
  }

  /** The loan that has the copy, if it was not cut off. */
  async #loanOf(copy: number) {
    const loans = (await readLoans()).filter(({ statut, transit }) => statut === 'en_cours' && !transit);
    return loans.find(({ exemplaire_id }) => exemplaire_id === this.#copies[copy - 1]?.id);
  }

  #end(copy: number, end: (loanId: string) => Promise<Answer>) {
    return this.#act(async () => {
      const loan = await this.#loanOf(copy);
      if (!loan) return `never: copy ${copy} is not out`;
      const answer = await end(loan.id);
      const owed = (await accountOf(loan.utilisateur_id as string)).total_impaye;
      if (owed > 0) await this.#forgive(loan.utilisateur_id as string, loan.id);
      return told(answer);
    });
  }

  async #forgive(utilisateur_id: string, loanId: string): Promise<void> {
    const loan = (await readLoans()).find(({ id }) => id === loanId);
    for (const charge of [loan?.penalite, loan?.amende]) if (charge) await waive({ utilisateur_id, id: charge.id });
  }
}
