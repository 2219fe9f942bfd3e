import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { call, overHttp } from '../../support/api.ts';
import { day, forward, restartClock, stopClock } from '../../support/clock.ts';
import { type Emprunt, getLoan, giveBack, newLoan, renew } from '../../support/loans.ts';
import { allPages } from '../../support/users.ts';

const idsOf = (loans: { id: string }[]) => loans.map(({ id }) => id);

type Overdue = Emprunt & { penalite_estimee: number };
const overdue = async (limit = 100): Promise<Overdue[]> => (await allPages('/emprunts/retards', limit)).elements;

(overHttp ? describe.skip : describe)('with time, the overdue list', () => {
  /** Late by 3, 3, 2, 1 and 0 days, and one that is not due yet. */
  let loans: Emprunt[];
  const late = () => idsOf(loans.filter(({ date_echeance }) => date_echeance < day())).toSorted();

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

  test('has those that are late from the day after their due date, as they are today, page by page', async () => {
    const all = await overdue();
    expect(idsOf(all).toSorted()).toEqual(late());
    expect(all.map(({ jours_retard }) => jours_retard)).toEqual([3, 3, 2, 1]);
    for (const { penalite_estimee, ...loan } of all) {
      expect((await getLoan(loan.id)).body).toEqual(loan);
      expect(penalite_estimee).toBe(Math.round(loan.jours_retard * 20) / 100);
    }
    for (const limit of [1, 2, 3, 4])
      expect(await allPages('/emprunts/retards', limit)).toEqual({ elements: all, pages: Math.ceil(4 / limit) });
  });

  test('goes on with its pages on the next day, with what is late by then', async () => {
    const first = (await call('GET', '/emprunts/retards?limite=2')).body;
    forward({ days: 1 });
    const second = (await call('GET', `/emprunts/retards?limite=100&curseur=${first.curseur_suivant}`)).body;
    const ids = idsOf([...first.elements, ...second.elements]);
    expect([ids.toSorted(), ids.length]).toEqual([late(), 5]);
  });

  test('loses what is renewed in time or comes back', async () => {
    const [back, renewed] = [loans[0] as Emprunt, loans[5] as Emprunt];
    await giveBack(back.id);
    await renew(renewed.id);
    forward({ days: 10 });
    expect(idsOf(await overdue()).toSorted()).toEqual(idsOf(loans.slice(1, 5)).toSorted());
  });

  test('estimates 10 € at most', async () => {
    forward({ days: 80 });
    expect((await overdue()).map(({ penalite_estimee }) => penalite_estimee)).toEqual([10, 10, 10, 10, 10]);
  });
});
