import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { overHttp } from '../../support/api.ts';
import { day, daysFrom, forward, restartClock, stopClock } from '../../support/clock.ts';
import { costOf } from '../../support/invariants/loans.ts';
import { ask, type Emprunt, getLoan, giveBack, newLoan, parisDay, renew } from '../../support/loans.ts';
import { expectFaults } from '../../support/problems.ts';

type Overdue = Emprunt & { penalite_estimee: number };

async function overdue(limit = 100): Promise<Overdue[]> {
  const elements: Overdue[] = [];
  let next = '';
  do {
    const { status, body } = await ask('GET', `/emprunts/retards?limite=${limit}${next}`);
    expect(status).toBe(200);
    elements.push(...body.elements);
    next = body.curseur_suivant ? `&curseur=${body.curseur_suivant}` : '';
  } while (next);
  return elements;
}

describe('the overdue list', () => {
  it('is of loans that are out and late, oldest due first, each with its cost today', async () => {
    const before = parisDay();
    const all = await overdue();
    if (before !== parisDay()) return;
    expect(all.map((loan) => loan.date_echeance)).toEqual(all.map((loan) => loan.date_echeance).toSorted());
    for (const loan of all) {
      const { penalite_estimee, ...rest } = loan;
      expect(rest).toMatchObject({
        statut: 'en_cours',
        en_retard: true,
        jours_retard: daysFrom(loan.date_echeance, before),
      });
      expect(penalite_estimee).toBe(costOf(loan.date_echeance, before));
    }
  });

  it('has no parameter but those of a page', async () => {
    expectFaults(await ask('GET', '/emprunts/retards?statut=rendu'), 'statut');
    expectFaults(await ask('GET', '/emprunts/retards?curseur=abc'), 'curseur');
  });
});

(overHttp ? describe.skip : describe)('with time, the overdue list', () => {
  /** Late by 3, 3, 2, 1 and 0 days, and one that is not due yet. */
  let loans: Emprunt[];

  beforeAll(async () => {
    stopClock();
    loans = [];
    for (const days of [0, 0, 1, 1, 1, 5]) {
      forward({ days });
      loans.push(await newLoan());
    }
    forward({ days: 16 });
  });
  afterAll(restartClock);

  const late = () => loans.filter((loan) => loan.date_echeance < day());

  it('has those that are late, from the day after the due date, each as it is today', async () => {
    expect(late()).toHaveLength(4);
    const all = await overdue();
    expect(all.map(({ id }) => id).toSorted()).toEqual(
      late()
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(all.map((loan) => loan.jours_retard)).toEqual([3, 3, 2, 1]);
    for (const { penalite_estimee, ...loan } of all) {
      expect((await getLoan(loan.id)).body).toEqual(loan);
      expect(penalite_estimee).toBe(Math.round(loan.jours_retard * 20) / 100);
    }
  });

  it('comes page by page, each loan once', async () => {
    const all = await overdue();
    for (const limit of [1, 2, 3, 4]) expect(await overdue(limit)).toEqual(all);
    const { body } = await ask('GET', '/emprunts/retards?limite=4');
    expect(body).toEqual({ elements: all });
  });

  it('goes on with its pages on the next day', async () => {
    const first = await ask('GET', '/emprunts/retards?limite=2');
    forward({ days: 1 });
    const second = await ask('GET', `/emprunts/retards?limite=100&curseur=${first.body.curseur_suivant}`);
    const ids = [...first.body.elements, ...second.body.elements].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(
      late()
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(ids).toHaveLength(5);
  });

  it('loses what is renewed in time or comes back', async () => {
    const [back, renewed] = [loans[0] as Emprunt, loans[5] as Emprunt];
    await giveBack(back.id);
    await renew(renewed.id);
    forward({ days: 10 });
    const ids = (await overdue()).map(({ id }) => id);
    expect(ids).not.toContain(back.id);
    expect(ids).not.toContain(renewed.id);
    expect(ids).toHaveLength(4);
  });

  it('estimates 10 € at most', async () => {
    forward({ days: 80 });
    expect(new Set((await overdue()).map((loan) => loan.penalite_estimee))).toEqual(new Set([10]));
  });
});
