import { randomUUID } from 'node:crypto';
import { once } from '../aws/dynamodb/idempotency.ts';
import { policy } from '../runtime/policy.ts';
import type { Attempt } from '../values/attempt.ts';
import type { Refuses } from './codes.ts';
import { type Asked, decideLoan, withoutLoan } from './decide.ts';
import { thisMoment } from './moment.ts';
import { ask } from './peers.ts';
import { carryOut, SETTLED_MS, undo } from './process.ts';
import { lending, lent } from './record.ts';
import type { Loan, NewLoan } from './schema.ts';
import { TABLE } from './store/items.ts';
import { writeLoan } from './store/loans.ts';
import { loanOn } from './views.ts';

/**
 * Lends, in four writes: the record in the middle of its `pret`, the person's slot and the copy at once,
 * the record again. All is decided before the first of them, on what the other services say; a refusal
 * writes nothing. Nothing is lent before the last: a loan that is cut off is undone.
 */
export const lend = (
  request: NewLoan,
  attempt: Attempt | undefined,
  refuse: Refuses<'userNotFound' | 'bookNotFound' | 'loanRefused'>,
): Promise<Loan> =>
  once(TABLE, attempt, async (claim) => {
    const moment = thisMoment();
    const decide = (asked: Asked) => decideLoan(asked, request.numero_carte, policy, moment.day);
    const asked = await ask(request);
    const decided = decide(asked);
    if ('code' in decided) return refuse(decided);

    const loan = await writeLoan(undefined, lending(randomUUID(), request, decided, moment), {
      also: claim.begin(SETTLED_MS),
      // Its id is new: only this very write, sent twice, can have been there before.
      isDone: () => true,
    });
    const { refusal, done } = await carryOut(loan, asked, (now) => {
      const anew = decide(withoutLoan(now, loan.id));
      return 'code' in anew ? anew : undefined;
    });
    if (refusal) {
      await undo(loan, done);
      return refuse(refusal);
    }
    const view = loanOn(moment.day, lent(loan), policy.calendar);
    await writeLoan(loan, lent(loan), {
      also: claim.end(view, loan.utilisateur_id),
      isDone: ({ statut }) => statut !== 'en_attente',
    });
    return view;
  });
