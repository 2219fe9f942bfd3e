import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { overHttp } from '../../support/api.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { ask, type Emprunt, getLoan, giveBack, loansOf, newLoan, newUser, renew } from '../../support/loans.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';

afterAll(restartClock);

const listPath = (userId: string, query = '') => `/utilisateurs/${userId}/emprunts${query}`;

/** Every element of a list, by pages of so many. */
async function pages(path: string, limit: number): Promise<{ elements: Emprunt[]; sizes: number[] }> {
  const elements: Emprunt[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const next = cursor ? `&curseur=${cursor}` : '';
    const { body } = await ask('GET', `${path}${path.includes('?') ? '&' : '?'}limite=${limit}${next}`);
    elements.push(...body.elements);
    sizes.push(body.elements.length);
    cursor = body.curseur_suivant;
  } while (cursor);
  return { elements, sizes };
}

describe('a loan', () => {
  it('is found by its id, in capitals too', async () => {
    const loan = await newLoan();
    expect((await getLoan(loan.id)).body).toEqual(loan);
    expect((await getLoan(loan.id.toUpperCase())).body).toEqual(loan);
  });

  it('that does not exist is not found', async () => {
    expectProblem(await getLoan(randomUUID()), 404, 'emprunt_introuvable');
    expectFaults(await getLoan('abc'), 'id');
  });
});

describe('a person’s loans', () => {
  it('are those that are out, soonest due first, or those that are back', async () => {
    const { id } = await newUser();
    const loans = [await newLoan(id), await newLoan(id), await newLoan(id)];
    const [first, second, third] = loans as [Emprunt, Emprunt, Emprunt];
    await renew(first.id);
    await renew(first.id);
    await renew(second.id);
    expect((await loansOf(id)).map((loan) => loan.id)).toEqual([third.id, second.id, first.id]);
    expect((await ask('GET', listPath(id))).body.elements).toEqual(await loansOf(id));
    await giveBack(second.id);
    expect((await loansOf(id)).map((loan) => loan.id)).toEqual([third.id, first.id]);
    expect((await loansOf(id, 'rendu')).map((loan) => loan.id)).toEqual([second.id]);
  });

  it('are nobody else’s', async () => {
    const loan = await newLoan();
    const { id } = await newUser();
    expect(await loansOf(id)).toEqual([]);
    expect(await loansOf(loan.utilisateur_id)).toEqual([loan]);
  });

  it('of nobody are none', async () => {
    expect((await ask('GET', listPath(randomUUID()))).body).toEqual({ elements: [] });
  });

  it('come page by page, each once, the cursor absent on the last', async () => {
    const { id } = await newUser();
    for (let n = 0; n < 4; n += 1) await newLoan(id);
    const all = await loansOf(id);
    for (const [limit, sizes] of [
      [1, [1, 1, 1, 1]],
      [2, [2, 2]],
      [3, [3, 1]],
      [4, [4]],
      [100, [4]],
    ] as const)
      expect(await pages(listPath(id), limit)).toEqual({ elements: all, sizes: [...sizes] });
    for (const loan of all) await giveBack(loan.id);
    const back = await pages(listPath(id, '?statut=rendu'), 3);
    expect(back.sizes).toEqual([3, 1]);
    expect(back.elements.map((loan) => loan.id).toSorted()).toEqual(all.map((loan) => loan.id).toSorted());
  });

  (overHttp ? it.skip : it)('that are back come latest return first', async () => {
    stopClock();
    const { id } = await newUser();
    const loans: Emprunt[] = [];
    for (let n = 0; n < 4; n += 1) loans.push(await newLoan(id));
    for (const loan of loans) {
      await giveBack(loan.id);
      forward({ days: 1 });
    }
    const wanted = loans.toReversed().map((loan) => loan.id);
    expect((await pages(listPath(id, '?statut=rendu'), 3)).elements.map((loan) => loan.id)).toEqual(wanted);
  });

  it('are asked for in no other way', async () => {
    const { id } = await newUser();
    for (const statut of ['en_attente', 'perdu', '', 'EN_COURS', 'en_cours,rendu'])
      expectFaults(await ask('GET', listPath(id, `?statut=${statut}`)), 'statut');
    expectFaults(await ask('GET', listPath(id, '?etat=rendu')), 'etat');
    expectFaults(await ask('GET', listPath(id, '?limite=0&statut=x')), 'limite', 'statut');
    expectFaults(await ask('GET', listPath('abc')), 'id');
  });

  it('take the cursor of their own list only', async () => {
    const { id } = await newUser();
    for (let n = 0; n < 2; n += 1) await newLoan(id);
    const cursor = (await ask('GET', listPath(id, '?limite=1'))).body.curseur_suivant;
    const other = await newUser();
    for (const path of [
      listPath(other.id, `?limite=1&curseur=${cursor}`),
      listPath(id, `?limite=1&statut=rendu&curseur=${cursor}`),
      listPath(id, `?limite=1&curseur=${cursor.slice(1)}`),
      `/emprunts/retards?curseur=${cursor}`,
    ])
      expectFaults(await ask('GET', path), 'curseur');
  });
});
