import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SeedLoan, seedData } from '../../seed/data.ts';
import { seed } from '../../seed/seed.ts';
import { day, daysFrom, restartClock, stopClock } from '../support/clock.ts';
import { costOf } from '../support/invariants/loans.ts';
import { violations } from '../support/invariants.ts';
import { ask, type Emprunt, getLoan, giveBack, loansOf, renew } from '../support/loans.ts';
import { readTable } from '../support/read.ts';

/** What seeding writes for the loans. That the SQL holds the same data is shown by sql.test.ts. */

let data: ReturnType<typeof seedData>;

beforeAll(async () => {
  stopClock();
  data = seedData(day());
  await seed();
});
afterAll(restartClock);

const isOut = ({ date_retour }: SeedLoan) => date_retour === null;
const daysLate = ({ date_echeance, date_retour }: SeedLoan) =>
  Math.max(0, daysFrom(date_echeance, date_retour ?? day()));

/** A seeded loan as the API has to show it. */
function shown(loan: SeedLoan): Emprunt {
  const { penalite_id, ...rest } = loan;
  const penalty = data.penalites.find(({ id }) => id === penalite_id);
  return {
    ...rest,
    titre: data.livres.find(({ id }) => id === loan.livre_id)?.titre ?? null,
    statut: isOut(loan) ? 'en_cours' : 'rendu',
    en_retard: daysLate(loan) > 0,
    jours_retard: daysLate(loan),
    penalite: penalty ? { id: penalty.id, montant: penalty.montant } : null,
    notifications: [],
  };
}

const byId = <T extends { id: string }>(things: T[]): T[] => things.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('seeded loans', () => {
  it('are those of the data, each with its person', async () => {
    const all: Emprunt[] = [];
    for (const { id } of data.utilisateurs) all.push(...(await loansOf(id)), ...(await loansOf(id, 'rendu')));
    expect(byId(all)).toEqual(byId(data.emprunts.map(shown)));
    expect(all.length).toBeGreaterThanOrEqual(55);
  });

  it('fit with the seeded users, books and penalties', async () => {
    expect(await violations({ settled: true })).toEqual([]);
  });

  it('are left as they are by seeding again', async () => {
    const before = await readTable('loans');
    await seed();
    expect(await readTable('loans')).toEqual(before);
  });

  it('show who is late, by how much and what it costs', async () => {
    const late = data.emprunts.filter((loan) => isOut(loan) && daysLate(loan) > 0);
    const { body } = await ask('GET', '/emprunts/retards?limite=100');
    expect(byId(body.elements)).toEqual(
      byId(late.map((loan) => ({ ...shown(loan), penalite_estimee: costOf(loan.date_echeance, day()) }))),
    );
    expect(new Set(body.elements.map(({ jours_retard }: Emprunt) => jours_retard))).toEqual(new Set([1, 3, 8, 20, 90]));
  });

  it('go on like any other: a late one is charged when it comes back, one that is due tomorrow can be renewed', async () => {
    const late = data.emprunts.find((loan) => isOut(loan) && daysLate(loan) === 8) as SeedLoan;
    expect((await giveBack(late.id)).body.penalite.montant).toBe(1.6);
    const owing = new Set(data.penalites.filter(({ statut }) => statut === 'impayee').map((one) => one.utilisateur_id));
    const soon = data.emprunts.find(
      (loan) =>
        isOut(loan) &&
        daysFrom(day(), loan.date_echeance) === 1 &&
        loan.prolongations < 2 &&
        !owing.has(loan.utilisateur_id),
    ) as SeedLoan;
    expect((await renew(soon.id)).status).toBe(200);
    expect((await getLoan(soon.id)).body.prolongations).toBe(soon.prolongations + 1);
    expect(await violations({ settled: true })).toEqual([]);
  });
});
