import { afterAll, expect, it } from '@jest/globals';
import { made } from '../../support/api.ts';
import { patchBook } from '../../support/books.ts';
import { accountOf, titleOf } from '../../support/commands.ts';
import { everyTest } from '../../support/every-test.ts';
import { meanwhile, mend } from '../../support/faults.ts';
import { type Emprunt, keyed, lend, newBook, newUser } from '../../support/loans.ts';
import { changePolicy } from '../../support/policy.ts';
import { readLoan, readLoans } from '../../support/read.ts';
import { patchUser } from '../../support/users.ts';

/**
 * The category of the person, or the type of the book, changes while a loan is being made: it is made on the terms of
 * now.
 */

everyTest();
afterAll(() => changePolicy());

interface Parties {
  userId: string;
  bookId: string;
}

const [SLOT, COPY] = ['users-open-loan', 'books-take-copy'] as const;

/** The rule for `jeune` instead of that for DVDs: another due date, or the same one and fewer renewals. */
const YOUNG = { '"*/dvd": #': '"jeune/*": #' };
const YOUNG_AS_LONG = { ...YOUNG, '    jours: 7 ': '    jours: 21 ' };

const becomesYoung = ({ userId }: Parties) => patchUser(userId, { adhesion: { categorie: 'jeune' } });
const becomesDvd = ({ bookId }: Parties) => patchBook(bookId, { type: 'dvd' });
const becomeBoth = (both: Parties) => becomesYoung(both).then(() => becomesDvd(both));

type Change = (parties: Parties) => Promise<unknown>;

/** What changes, under which policy, and just before which command the change comes. */
const CHANGES: [what: string, command: string, change: Change, policy: Record<string, string>][] = [
  ['the category, and with it the due date,', SLOT, becomesYoung, YOUNG],
  ['the category, and with it the number of renewals,', SLOT, becomesYoung, YOUNG_AS_LONG],
  ['the type, and with it the due date,', COPY, becomesDvd, {}],
  ['the type, and nothing else,', COPY, becomesDvd, YOUNG],
  ['the type with the category', COPY, becomeBoth, { '"*/dvd": #': '"jeune/dvd": #' }],
];

const parties = async (): Promise<Parties> => ({ userId: (await newUser()).id, bookId: (await newBook()).id });

/** All that is kept of a loan's terms: by its record, the person's slots and the copies that are out. */
async function termsOf({ id, utilisateur_id, livre_id, regle }: Emprunt) {
  const { type, conditions, date_echeance, transit } = (await readLoan(id)) as never as Record<string, unknown>;
  const slots = Object.entries((await accountOf(utilisateur_id)).emprunts as Record<string, Slot>);
  const copies = Object.entries((await titleOf(livre_id))?.emprunts ?? {});
  return {
    record: { regle, type, conditions, date_echeance, transit },
    slots: slots.map(([loanId, slot]) => [loanId === id, slot.type, slot.date_echeance]),
    copies: copies.map(([loanId, copy]) => [loanId === id, copy.date_echeance]),
  };
}

interface Slot {
  type: string;
  date_echeance: string;
}

/** Whether the command that goes with that one is done. */
const isOtherDone = async (command: string, { userId, bookId }: Parties): Promise<boolean> => {
  const holder = command === SLOT ? await titleOf(bookId) : await accountOf(userId);
  return Object.keys(holder.emprunts).length > 0;
};

it.each(CHANGES)(
  '%s changes just before %s, and the loan is made by the rule of now',
  async (_, command, change, policy) => {
    changePolicy(policy);
    const [one, other] = [await parties(), await parties()];
    await change(other);
    const wanted = await termsOf(made(await lend(other.userId, other.bookId)));
    meanwhile(`Invoke ${command}`, async () => {
      while (!(await isOtherDone(command, one)));
      await change(one);
    });
    const key = keyed();
    const loan: Emprunt = made(await lend(one.userId, one.bookId, key));
    expect(mend()).toBe(0);
    expect(await termsOf(loan)).toEqual(wanted);
    expect(loan.date_echeance).toBe(wanted.record.date_echeance);
    expect((await lend(one.userId, one.bookId, key)).body).toEqual(loan);
    expect(await readLoans()).toHaveLength(2);
  },
);
