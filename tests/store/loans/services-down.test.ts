import { expect, it } from '@jest/globals';
import { LEASE_MS } from '../../../lib/loans/process.ts';
import { forward } from '../../support/clock.ts';
import { lose, scan } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import { oneOfEach } from '../../support/extent.ts';
import { ALWAYS, answering, fail, mend, refusedAs, timedOut, unreachable } from '../../support/faults.ts';
import { titleWaitedFor } from '../../support/holds.ts';
import { violations } from '../../support/invariants.ts';
import { lastFigure } from '../../support/journal.ts';
import { giveBack, lend, newBook, newLoan, newUser } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { readTables } from '../../support/read.ts';
import { reconcile } from '../../support/reconciler.ts';
import type { Handler, Outgoing } from '../../support/wire.ts';
import { CASES, type Case, contents, settled, stage } from '../scenes.ts';

/** The users or the books service does not answer, or not as it should, for as long as a test wants. */

/** What comes instead of an answer, by what is wrong with the service. */
const TROUBLES: Record<string, Handler> = {
  'cannot be reached': unreachable,
  'does not answer in time': timedOut,
  fails: answering('{"errorMessage":"x"}', { headers: { 'x-amz-function-error': 'Unhandled' } }),
  'may not be invoked': answering('{"Message":"x"}', { status: 403 }),
  'has too much to do': answering('{"Reason":"ConcurrentInvocationLimitExceeded"}', { status: 429 }),
  'answers what is no answer': answering('{"resultat":"peut-etre"}'),
  'answers no JSON': answering('<html>'),
};

/** A service stops answering, at once or after it has told how things stand. */
const takeDown = (service: string, how: Handler, { after = 0, times = ALWAYS } = {}) =>
  fail({ match: `Invoke ${service}`, after, times, how });

everyTest({ calm: true });

/** No answer and a wrong one: what becomes of a call is the same whatever the trouble is. */
const TWO = ['does not answer in time', 'answers what is no answer'];

/**
 * Calls, each with the answers that the service still gives, with those that are left to the reconciler, and the troubles,
 * of which an everyday run draws every other.
 */
const CALLS: [call: string, after: number, status: number, left: number, troubles: string[]][] = [
  ['a loan', 0, 503, 0, TWO],
  ['a loan', 1, 503, 1, Object.keys(TROUBLES)],
  ['a renewal', 1, 503, 1, TWO],
  ['a late return under a key', 0, 200, 1, TWO],
];

it.each(CALLS)(
  '%s, when a service answers %d times and no more, is answered %d and is made or not, never half',
  async (name, after, status, left, troubles) => {
    const { act, beginAgain } = await stage(CASES[name] as Case);
    const before = contents(await readTables());
    const wanted = (await act()).status;
    const done = contents(await readTables());
    for (const service of ['users', 'books'])
      for (const trouble of oneOfEach(2, troubles, `${name} ${service}`)) {
        await beginAgain();
        takeDown(service, TROUBLES[trouble] as Handler, { after });
        const answer = await act();
        if (status === 503) expectProblem(answer, 503, 'service_indisponible');
        const retry = answer.headers['retry-after'] !== undefined;
        forward({ ms: LEASE_MS + 1 });
        const report = await reconcile();
        mend();
        forward({ ms: LEASE_MS + 1 });
        const tables = await settled();
        const wrong = await violations({ settled: true, tables });
        const found = { service, trouble, status: answer.status, retry, report, contents: contents(tables), wrong };
        expect(found).toEqual({
          ...{ service, trouble, status, retry: status === 503, contents: status === 503 ? before : done },
          ...{ report: { regles: 0, restants: left, en_souffrance: 0 }, wrong: [] },
        });
        if (status === 503) expect((await act()).status).toBe(wanted);
      }
  },
  120_000,
);

it('a command that Lambda throttles is sent again', async () => {
  const [user, book] = [await newUser(), await newBook()];
  takeDown('users', TROUBLES['has too much to do'] as Handler, { times: 3 });
  expect((await lend(user.id, book.id)).status).toBe(201);
  expect(mend()).toBe(0);
});

/** The write with which a loan is no longer in transit. */
const isLastWrite = ({ kind, input, tables }: Outgoing): boolean =>
  tables.includes(process.env.EMPRUNTS_TABLE as string) &&
  (kind === 'DeleteItem' || (kind === 'PutItem' && !input.Item.transit?.M));

it.each([
  ['another service cannot be reached', 'Invoke users'],
  ['their last write cannot be made', isLastWrite],
])('loans are reported when for over an hour %s, and are settled in the end', async (_, match) => {
  const [user, book, loan] = [await newUser(), await newBook(), await newLoan()];
  takeDown('users', unreachable, { after: 1 });
  await lend(user.id, book.id);
  await giveBack(loan.id);
  mend();
  fail({ match, times: ALWAYS, how: unreachable });
  for (const [ms, regles, restants, en_souffrance] of [
    [LEASE_MS + 1, 0, 2, 0],
    [3_600_000, 0, 2, 2],
    [LEASE_MS + 1, 2, 0, 0],
  ] as const) {
    if (regles > 0) mend();
    forward({ ms });
    expect(await reconcile()).toEqual({ regles, restants, en_souffrance });
    expect(lastFigure('EmpruntsEnSouffrance')).toBe(en_souffrance);
  }
  expect(await violations({ settled: true })).toEqual([]);
});

it.each([
  ['a mistake of ours', 'ValidationException'],
  ['a right that is missing', 'AccessDeniedException'],
  ['a table that is missing', 'ResourceNotFoundException'],
])('%s in the last write of a return is a failure of the return, and of the reconciler', async (_, name) => {
  const loan = await newLoan();
  fail({ match: isLastWrite, times: ALWAYS, how: refusedAs(name) });
  expectProblem(await giveBack(loan.id), 500, 'erreur_interne');
  forward({ ms: LEASE_MS + 1 });
  await expect(reconcile()).rejects.toMatchObject({ code: 'erreur_interne' });
});

it('a copy that was lost is told to be found though it cannot be asked for whom it is, which a second scan says', async () => {
  const { loans, waiting } = await titleWaitedFor(1, 1);
  await lose(loans[0].id);
  takeDown('users-standing', unreachable);
  const { status, body } = await scan(loans[0].code_barres);
  expect([status, body]).toMatchObject([
    200,
    { suite: 'signaler', exemplaire: { etat: 'en_service' }, reservation: { id: waiting[0].id, emprunteur: null } },
  ]);
  mend();
  expect((await scan(loans[0].code_barres)).body).toMatchObject({
    suite: 'mettre_de_cote',
    reservation: { id: waiting[0].id, emprunteur: { nom: expect.any(String) } },
  });
});
