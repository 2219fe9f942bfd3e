import { describe, expect, it, jest } from '@jest/globals';
import { LEASE_MS } from '../../../lib/loans/process.ts';
import type { Answer } from '../../support/api.ts';
import { forward } from '../../support/clock.ts';
import { accountOf, titleOf } from '../../support/commands.ts';
import { lose, scan } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import { ALWAYS, fail, fallAsleep, type Match, meanwhile, mend, unreachable } from '../../support/faults.ts';
import { cancel, getHold, newHold, notifyHolds, titleSetAside } from '../../support/holds.ts';
import { lastFigure } from '../../support/journal.ts';
import { type Emprunt, getLoan, giveBack, lend, newLoan, owe, renew } from '../../support/loans.ts';
import { runNotices } from '../../support/notices.ts';
import { type LoanItem, readHolds, readLoan, writeItems } from '../../support/read.ts';
import { reconcile } from '../../support/reconciler.ts';
import { block } from '../../support/users.ts';
import type { Outgoing } from '../../support/wire.ts';

/** Another write comes to a record that is in the middle of its process: that of a notice, or the reconciler's. */

everyTest({ leaves: 'settled', mails: true });

/**
 * Has a run of notices take its news up before the call, and record that the mail has gone in the middle of it.
 * @param point the request of the call before which the notice is recorded
 */
async function recordedDuring(
  notices: () => Promise<unknown>,
  point: Match,
  act: () => Promise<Answer>,
  besides: () => Promise<unknown> = async () => {},
): Promise<Answer> {
  const { asleep, wakeUp } = fallAsleep('SendEmail');
  const run = notices();
  await asleep;
  meanwhile(point, async () => {
    wakeUp();
    await run;
    await besides();
  });
  const answer = await act();
  expect(mend()).toBe(0);
  return answer;
}

/** A loan that is due in two days, about which its borrower is to be written to. */
async function dueSoon(): Promise<Emprunt> {
  const loan = await newLoan();
  forward({ days: 19 });
  return loan;
}

/** The write that makes a renewal good, alone or with the first answer under a key. */
const isLastOfRenewal: Match = ({ sender, input }: Outgoing) =>
  sender === 'loans-renew' && JSON.stringify(input).includes('"prolongations":{"N":"1"}');

const LOANS: Record<string, [act: (loan: Emprunt) => Promise<Answer>, point: Match, outcome: object]> = {
  'a return': [({ id }) => giveBack(id), 'Invoke users-close-loan', { statut: 'rendu' }],
  'a loss': [({ id }) => lose(id), 'Invoke books-return-copy', { statut: 'perdu' }],
  'a scan': [({ code_barres }) => scan(code_barres), 'Invoke users-close-loan', { statut: 'rendu' }],
  'a renewal': [({ id }) => renew(id), isLastOfRenewal, { prolongations: 1 }],
};

it.each(Object.entries(LOANS))(
  '%s is finished by its answer, though the mail of a reminder has gone in the middle of it',
  async (_, [act, point, outcome]) => {
    const loan = await dueSoon();
    expect((await recordedDuring(runNotices, point, () => act(loan))).status).toBe(200);
    expect(await readLoan(loan.id)).toMatchObject({ ...outcome, transit: null, notices: [{ etat: 'envoyee' }] });
  },
);

const HOLDS: Record<
  string,
  [
    act: (hold: { id: string; utilisateur_id: string; livre_id: string }) => Promise<Answer>,
    point: Match,
    statut: string,
  ]
> = {
  'the cancellation of a hold': [({ id }) => cancel(id), 'Invoke books-leave-queue', 'annulee'],
  'a loan that fulfils a hold': [
    ({ utilisateur_id, livre_id }) => lend(utilisateur_id, livre_id),
    'Invoke users-close-hold',
    'honoree',
  ],
};

it.each(Object.entries(HOLDS))(
  '%s is finished by its answer, though the mail about the copy has gone in the middle of it',
  async (_, [act, point, statut]) => {
    const { hold } = await titleSetAside();
    expect(Math.floor((await recordedDuring(notifyHolds, point, () => act(hold))).status / 100)).toBe(2);
    expect(await readHolds()).toMatchObject([{ statut, transit: null, notices: [{ etat: 'envoyee' }] }]);
    expect((await getHold(hold.id)).body.statut).toBe(statut);
  },
);

/** The due dates that the record of a loan, the person's slot and the copy have. */
const dueDates = async ({ id, utilisateur_id, livre_id }: Emprunt) => [
  (await getLoan(id)).body.date_echeance,
  (await accountOf(utilisateur_id)).emprunts[id].date_echeance,
  (await titleOf(livre_id))?.emprunts[id]?.date_echeance,
];

/** What comes to refuse a renewal after its commands were sent. */
const REFUSING: Record<string, [come: (loan: Emprunt) => Promise<unknown>, motif: string]> = {
  'a penalty': [({ utilisateur_id }) => owe(utilisateur_id), 'penalites_impayees'],
  'a block': [({ utilisateur_id }) => block(utilisateur_id), 'compte_bloque'],
  'the hold of another person': [({ livre_id }) => newHold(livre_id), 'livre_reserve'],
};

describe('a renewal whose last write meets the record of a notice', () => {
  it.each(Object.entries(REFUSING))('leaves nothing behind when %s refuses it by then', async (_, [come, motif]) => {
    const loan = await dueSoon();
    const answer = await recordedDuring(
      runNotices,
      isLastOfRenewal,
      () => renew(loan.id),
      () => come(loan),
    );
    expect([answer.status, answer.body.motifs]).toEqual([409, [motif]]);
    expect(await readLoan(loan.id)).toMatchObject({ transit: null, prolongations: 0 });
    expect(await dueDates(loan)).toEqual(Array(3).fill(loan.date_echeance));
  });
});

it('a renewal that the reconciler is undoing is made anew after it, and all say the same due date', async () => {
  const loan = await newLoan();
  let undoing: Promise<unknown> | undefined;
  const { asleep, wakeUp } = fallAsleep(
    ({ kind, sender }) => kind === 'Invoke users-open-loan' && sender === 'loans-reconcile',
  );
  meanwhile(isLastOfRenewal, async () => {
    forward({ ms: LEASE_MS + 1 });
    undoing = reconcile();
    await asleep;
  });
  // The renewal has read the record twice by then, and would have gone on with what is not its own any more.
  const isRead: Match = ({ kind, sender }) => kind === 'GetItem' && sender === 'loans-renew';
  const wake = async () => {
    wakeUp();
    await undoing;
  };
  meanwhile(isRead, wake, 2);
  const { status, body } = await renew(loan.id);
  expect(mend()).toBe(0);
  await wake();
  expect([status, body.prolongations]).toEqual([200, 1]);
  expect(await dueDates(loan)).toEqual(Array(3).fill(body.date_echeance));
});

/** Raises the version of a loan's record, as another write does. */
async function move(id: string): Promise<void> {
  const { version, ...record } = (await readLoan(id)) as LoanItem & { version: number };
  await writeItems('loans', [{ ...record, version: version + 1 } as LoanItem]);
}

it('a renewal that is undone while it asks again takes nothing for what is no longer its own', async () => {
  const loan = await newLoan();
  meanwhile(isLastOfRenewal, () => move(loan.id));
  let undone: Promise<unknown> | undefined;
  const undo = () => {
    if (!undone) {
      forward({ ms: LEASE_MS + 1 });
      undone = reconcile();
    }
    return undone;
  };
  // Both questions of its second pass.
  for (const question of ['Invoke users-standing', 'Invoke books-standing'])
    meanwhile(({ kind, sender }) => kind === question && sender === 'loans-renew', undo, 1);
  meanwhile(isLastOfRenewal, () => owe(loan.utilisateur_id));
  const { status } = await renew(loan.id);
  expect(mend()).toBe(0);
  const { date_echeance, prolongations } = (await getLoan(loan.id)).body;
  expect(prolongations).toBe(status === 200 ? 1 : 0);
  expect(await dueDates(loan)).toEqual(Array(3).fill(date_echeance));
});

/** Writes of the reconciler to a record: it takes a process over by the first, and ends it by the last. */
const RECONCILING: Record<string, (request: Outgoing) => boolean> = {
  'takes it over': ({ kind, input }) => kind === 'PutItem' && input.Item.transit.M !== undefined,
  'ends it': ({ kind, input }) => kind === 'PutItem' && input.Item.transit.M === undefined,
};

it.each(Object.entries(RECONCILING))(
  'a process is reported after an hour when its record has moved each time that the reconciler %s',
  async (_, match) => {
    // The random wait before a new attempt is made zero.
    jest.spyOn(Math, 'random').mockReturnValue(0);
    const loan = await newLoan();
    fail({ match: 'Invoke users', times: ALWAYS, how: unreachable });
    await giveBack(loan.id);
    mend();
    const isMoved: Match = (request) => request.sender === 'loans-reconcile' && match(request);
    fail({ match: isMoved, times: ALWAYS, how: (_, send) => move(loan.id).then(send) });
    forward({ ms: LEASE_MS + 1 });
    expect(await reconcile()).toMatchObject({ regles: 0, en_souffrance: 0 });
    forward({ ms: 3_600_000 });
    expect(await reconcile()).toEqual({ regles: 0, restants: 0, en_souffrance: 1 });
    expect(lastFigure('EmpruntsEnSouffrance')).toBe(1);
    mend();
    jest.restoreAllMocks();
    forward({ ms: LEASE_MS + 1 });
    expect(await reconcile()).toEqual({ regles: 1, restants: 0, en_souffrance: 0 });
  },
);
