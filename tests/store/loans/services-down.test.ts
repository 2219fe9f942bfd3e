import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LEASE_MS } from '../../../lib/loans/reconcile.ts';
import { lambda } from '../../../lib/loans/services.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { violations } from '../../support/invariants.ts';
import {
  ask,
  availability,
  getLoan,
  giveBack,
  lend,
  loansOf,
  newBook,
  newLoan,
  newUser,
  penaltiesOf,
  renew,
  verification,
} from '../../support/loans.ts';
import { readLoans } from '../../support/loans-table.ts';
import { expectProblem } from '../../support/problems.ts';
import { figures, reconcile, settleAll } from '../../support/reconciler.ts';

/** The users or the books service does not answer, or not as it should, for as long as a test wants. */

const answer = (text: string, more: object = {}) => ({
  output: { Payload: new TextEncoder().encode(text), ...more },
  response: {},
});

/** What comes instead of an answer, by what is wrong with the service. */
const TROUBLES: Record<string, () => unknown> = {
  'cannot be reached': () => {
    throw Object.assign(new Error('connection refused (injected)'), { code: 'ECONNREFUSED' });
  },
  'does not answer in time': () => {
    throw Object.assign(new Error('no answer (injected)'), { name: 'TimeoutError' });
  },
  fails: () => answer('{"errorMessage":"x"}', { FunctionError: 'Unhandled' }),
  'answers what is no answer': () => answer('{"resultat":"peut-etre"}'),
  'answers no JSON': () => answer('<html>'),
};

let down: { service: string; trouble: () => unknown } | undefined;

beforeAll(() => {
  lambda.middlewareStack.add(
    (next) =>
      (async (args: { input: { FunctionName?: string } }) => {
        if (down && args.input.FunctionName?.startsWith(down.service)) return down.trouble();
        return next(args as never);
      }) as never,
    { step: 'deserialize', priority: 'low', name: 'down' },
  );
  stopClock();
});
afterAll(restartClock);
afterEach(async () => {
  down = undefined;
  await emptyTables();
});

const cases = ['users', 'books'].flatMap((service) =>
  Object.entries(TROUBLES).map(([name, trouble]) => ({ service, name, trouble })),
);

describe.each(cases)('the $service service $name', ({ service, trouble }) => {
  it('no loan is made, and nothing is left of it', async () => {
    const [user, book] = [await newUser(), await newBook()];
    down = { service, trouble };
    const answer = await lend(user.id, book.id);
    expectProblem(answer, 503, 'service_indisponible');
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect(await loansOf(user.id)).toEqual([]);

    forward({ ms: LEASE_MS + 1 });
    expect(await reconcile()).toEqual({ regles: 0, restants: 1, en_souffrance: 0 });
    down = undefined;
    await settleAll();
    expect(await violations({ settled: true })).toEqual([]);
    expect(await readLoans()).toEqual([]);
    expect((await lend(user.id, book.id)).status).toBe(201);
  });

  it('a book is taken back all the same, and the fee comes when it can', async () => {
    const loan = await newLoan();
    forward({ days: 23 });
    down = { service, trouble };
    const { status, body } = await giveBack(loan.id);
    expect([status, body.statut, body.penalite.montant]).toEqual([200, 'rendu', 0.4]);
    expect((await getLoan(loan.id)).body).toEqual(body);
    expectProblem(await giveBack(loan.id), 409, 'retour_refuse', { motifs: ['emprunt_rendu'] });

    down = undefined;
    await settleAll();
    expect(await violations({ settled: true })).toEqual([]);
    expect(await penaltiesOf(loan.utilisateur_id)).toMatchObject([{ id: body.penalite.id, montant: 0.4 }]);
    expect((await availability(loan.livre_id)).disponibles).toBe(1);
  });

  it('no loan is renewed, and it is due as before', async () => {
    const loan = await newLoan();
    down = { service, trouble };
    expectProblem(await renew(loan.id), 503, 'service_indisponible');
    expect((await getLoan(loan.id)).body).toEqual(loan);
    down = undefined;
    await settleAll();
    expect(await violations({ settled: true })).toEqual([]);
    expect((await getLoan(loan.id)).body).toEqual(loan);
    expect((await availability(loan.livre_id)).prochain_retour).toBe(loan.date_echeance);
    expect((await renew(loan.id)).status).toBe(200);
  });
});

describe('while another service is down', () => {
  const trouble = TROUBLES['cannot be reached'] as () => unknown;

  it('loans can be read, and the late ones listed', async () => {
    const loan = await newLoan();
    forward({ days: 22 });
    for (const service of ['users', 'books']) {
      down = { service, trouble };
      expect((await getLoan(loan.id)).status).toBe(200);
      expect(await loansOf(loan.utilisateur_id)).toHaveLength(1);
      expect((await ask('GET', '/emprunts/retards')).body.elements).toHaveLength(1);
    }
  });

  it('what cannot be settled for over an hour is told as such, and settled in the end', async () => {
    const [user, book, loan] = [await newUser(), await newBook(), await newLoan()];
    down = { service: 'users', trouble };
    await lend(user.id, book.id);
    await giveBack(loan.id);
    forward({ ms: LEASE_MS + 1 });
    expect(await reconcile()).toEqual({ regles: 0, restants: 2, en_souffrance: 0 });
    forward({ ms: 3_600_000 });
    expect(await reconcile()).toEqual({ regles: 0, restants: 2, en_souffrance: 2 });
    expect(figures.at(-1)).toBe(2);
    down = undefined;
    forward({ ms: LEASE_MS + 1 });
    expect(await reconcile()).toEqual({ regles: 2, restants: 0, en_souffrance: 0 });
    expect(figures.at(-1)).toBe(0);
    expect(await violations({ settled: true })).toEqual([]);
    expect((await verification(user.id)).peut_emprunter).toBe(true);
  });
});
