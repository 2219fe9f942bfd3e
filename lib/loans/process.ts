import { Moved, pause } from '../aws/dynamodb/retry.ts';
import type { Asked } from './decide.ts';
import { ask, closeLoan, openLoan, returnCopy, takeCopy } from './peers.ts';
import { type Borrowed, type InTransit, lent, type Process, renewed, settled, takenOver } from './record.ts';
import { readLoan, removeLoan, type TransitItem, writeLoan } from './store/loans.ts';

/**
 * How each process goes: until which day the person's slot and the copy are held by it, how the record
 * ends, and what the reconciler makes of one that was cut off. Of a loan or a renewal nobody was told
 * yes, so it is undone; a return or a loss is decided by its first write, so it is finished. The request and the
 * reconciler walk the same row, and every part of the walk may be repeated.
 */
interface Row {
  /** Absent, slot and copy are freed. */
  due?: (loan: InTransit) => string;
  /** Absent, the record is removed. */
  end?: (loan: InTransit) => Borrowed;
  cutOff: Process;
}

export const PROCESSES: Record<Process, Row> = {
  pret: { due: ({ date_echeance }) => date_echeance, end: lent, cutOff: 'annulation' },
  annulation: { cutOff: 'annulation' },
  prolongation: { due: (loan) => renewed(loan).date_echeance, end: renewed, cutOff: 'retablissement' },
  retablissement: { due: ({ date_echeance }) => date_echeance, end: settled, cutOff: 'retablissement' },
  retour: { end: settled, cutOff: 'retour' },
  perte: { end: settled, cutOff: 'perte' },
};

/**
 * The reconciler leaves a request alone for so long, which is longer than a function of the loans service
 * lasts. To take it over earlier would do no harm, only useless work.
 */
export const LEASE_MS = 60_000;

/** What was cut off is undone or finished by then, as the reconciler runs every minute. */
export const SETTLED_MS = 2 * LEASE_MS;

/** Which of the two other services did its part. */
interface Done {
  slot: boolean;
  copy: boolean;
}

const NEITHER: Done = { slot: false, copy: false };
const BOTH: Done = { slot: true, copy: true };

/** Each round is lost only to another write that went through; most are short. */
const ROUNDS = 60;
const LONGEST_PAUSE_MS = 1_500;

/**
 * Brings slot and copy to where the process wants them, at the versions that were asked. When one of
 * them has moved, it asks again and the decision is taken anew.
 * @param first what was asked before the process began, if it has only begun
 * @param decide gives the loan with the copy that it is to have, or refuses
 * @returns the loan, or the refusal to which the decision has come meanwhile, with what was done by then
 * @throws Moved when others always came first, or when somebody else has the process in hand
 */
export async function carryOut<R>(
  loan: TransitItem,
  first: Asked | undefined,
  decide: (asked: Asked) => { refusal: R } | { loan: TransitItem },
): Promise<{ loan: TransitItem } | { refusal: R; done: Done }> {
  const due = PROCESSES[loan.transit.etape].due?.(loan) as string;
  let done = NEITHER;
  let asked = first ?? (await ask(loan));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const decided = decide(asked);
    if ('refusal' in decided) return { ...decided, done };
    if (asked !== first) await stillInHand(loan);
    done = await hold(decided.loan, due, asked, done);
    if (done.slot && done.copy) return decided;
    await pause(round, LONGEST_PAUSE_MS);
    // A part that is done keeps the answer on which it was decided.
    asked = await ask(loan, { account: done.slot ? asked.account : null, title: done.copy ? asked.title : null });
  }
  throw new Moved();
}

/**
 * Makes sure, once account and title were asked, that nobody has taken the process over: whoever undoes it
 * writes after these answers then, at newer versions.
 * @throws Moved
 */
async function stillInHand({ id, version }: TransitItem): Promise<void> {
  if ((await readLoan(id))?.version !== version) throw new Moved();
}

/** A loan that is being made takes slot and copy; any other moves what it still holds, as a return may have freed it. */
async function hold(loan: TransitItem, due: string, { account, title }: Asked, done: Done): Promise<Done> {
  const isNew = loan.transit.etape === 'pret';
  const isHeldBy = (holder: { emprunts: object } | null) => isNew || (holder !== null && loan.id in holder.emprunts);
  const [slot, copy] = await both(
    done.slot || !account || !isHeldBy(account) || openLoan(loan, due, account.version),
    done.copy || !title || !isHeldBy(title) || takeCopy(loan, due, title.version),
  );
  return { slot, copy };
}

/** Waits for the answers to two commands, also when one has failed: none is left on its way then. */
async function both<T>(one: T | Promise<T>, other: T | Promise<T>): Promise<[T, T]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

const free = (loan: Borrowed, { slot, copy }: Done) => both<unknown>(slot && closeLoan(loan), copy && returnCopy(loan));

/**
 * Brings a process that is decided to its end: slot and copy first, the record last.
 * @param done what there is to free; all that there may be, when it is not known
 */
export async function finish(loan: TransitItem, done: Done = BOTH): Promise<void> {
  const { due, end } = PROCESSES[loan.transit.etape];
  if (due) await carryOut(loan, undefined, () => ({ loan }));
  else await free(loan, done);
  await (end ? writeLoan(loan, end(loan)) : removeLoan(loan)).catch((error: unknown) => {
    // Somebody who finishes the same loan at the same time does the same.
    if (!(error instanceof Moved)) throw error;
  });
}

/** Takes over a process that was cut off, and brings it to the end that its row says. @throws Moved */
export const takeOver = async (loan: TransitItem): Promise<void> =>
  finish(await writeLoan(loan, takenOver(loan, PROCESSES[loan.transit.etape].cutOff, new Date().toISOString())));

/** Undoes a process whose request has come to a refusal. */
export const undo = (loan: TransitItem, done: Done): Promise<void> =>
  finish({ ...loan, transit: { ...loan.transit, etape: PROCESSES[loan.transit.etape].cutOff } }, done);
