import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import { call, newUser, overHttp } from '../../support/api.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { giveBack, loansOf, newLoan, renew } from '../../support/loans.ts';

const idsOf = (loans: { id: string }[]) => loans.map(({ id }) => id);

afterAll(restartClock);

test('a person’s loans are those that are out, soonest due first, or those that are back', async () => {
  const [{ id }, other] = [await newUser(), await newLoan()];
  const [first, second, third] = [await newLoan(id), await newLoan(id), await newLoan(id)];
  for (const renewed of [first, first, second]) await renew(renewed.id);
  const out = await loansOf(id);
  expect(idsOf(out)).toEqual(idsOf([third, second, first]));
  expect((await call('GET', `/utilisateurs/${id}/emprunts`)).body.elements).toEqual(out);
  const { body: back } = await giveBack(second.id);
  expect([idsOf(await loansOf(id)), await loansOf(id, 'rendu')]).toEqual([idsOf([third, first]), [back]]);
  expect(await loansOf(other.utilisateur_id)).toEqual([other]);
  expect(await loansOf(randomUUID())).toEqual([]);
});

(overHttp ? test.skip : test)('the loans of a person that are back come latest return first', async () => {
  stopClock();
  const { id } = await newUser();
  const loans = [await newLoan(id), await newLoan(id), await newLoan(id), await newLoan(id)];
  for (const loan of loans) {
    await giveBack(loan.id);
    forward({ days: 1 });
  }
  expect(idsOf(await loansOf(id, 'rendu'))).toEqual(idsOf(loans.toReversed()));
});
