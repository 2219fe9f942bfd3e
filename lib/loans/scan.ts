import { once, writeAlone } from '../aws/dynamodb/idempotency.ts';
import { Moved, retryOnConflict } from '../aws/dynamodb/retry.ts';
import { policy } from '../runtime/policy.ts';
import type { Attempt } from '../values/attempt.ts';
import { codes, type Refuses } from './codes.ts';
import { thisMoment } from './moment.ts';
import { askTitle, recoverCopy } from './peers.ts';
import { finish } from './process.ts';
import { isOver, returning } from './record.ts';
import { close, closing } from './return.ts';
import type { Copy, Return, ScannedCopy } from './schema.ts';
import { type BorrowedItem, TABLE } from './store/items.ts';
import { readLoan, type TransitItem } from './store/loans.ts';
import { loanOn } from './views.ts';

/** What the desk does with a copy that is in hand: it goes back to its shelf if it can be lent. */
const handling = ({ etat }: Copy) =>
  etat === 'en_service' ? (['remettre_en_rayon', 'en_rayon'] as const) : (['signaler', 'indisponible'] as const);

/**
 * Takes a copy back that was scanned at the desk, and tells what to do with it. A copy that is not out is only looked
 * at, so that scanning it twice is harmless; one that was lost is in service again.
 */
export async function returnScanned(
  { code_barres }: ScannedCopy,
  attempt: Attempt | undefined,
  refuse: Refuses<'copyNotFound'>,
): Promise<Return> {
  const moment = thisMoment();
  let begun: TransitItem | undefined;
  const answer = await once<Return>(TABLE, attempt, (claim) =>
    retryOnConflict(async () => {
      const { copy, loan } = await readScanned(code_barres, refuse);
      if (loan) {
        const over = returning(loan, policy.calendar, moment);
        const [suite, situation] = handling(copy);
        const back = {
          emprunt: loanOn(moment.day, over, policy.calendar),
          exemplaire: { ...copy, situation },
          suite,
          reservation: null,
        };
        begun = await closing(loan, over, claim, back);
        return back;
      }
      const [suite] = handling(copy);
      if (copy.etat === 'perdu') await recoverCopy(copy);
      const now: Copy = copy.etat === 'perdu' ? { ...copy, etat: 'en_service' } : copy;
      const [, situation] = handling(now);
      const looked = { emprunt: null, exemplaire: { ...now, situation }, suite, reservation: null };
      await writeAlone(claim.end(looked));
      return looked;
    }),
  );
  await close(begun);
  return answer;
}

/**
 * Finds the copy, and its loan if it is out. What the loan is in the middle of comes to its end first: nobody can tell
 * before whether the copy is out, back or lost.
 * @throws Moved while a loan is being made of the copy
 */
async function readScanned(code_barres: string, refuse: Refuses<'copyNotFound'>) {
  const { title, copy } = await askTitle({ code_barres });
  if (!title || !copy) return refuse(codes.copyNotFound);
  const holder = Object.entries(title.emprunts).find(([, { exemplaire_id }]) => exemplaire_id === copy.id);
  const loan = holder && (await readLoan(holder[0]));
  if (!loan) return { copy, loan: undefined };
  if (isOver(loan)) {
    if (loan.transit) await finish(loan as TransitItem);
    throw new Moved();
  }
  if (loan.statut === 'en_attente') throw new Moved();
  return { copy, loan: loan as BorrowedItem };
}
