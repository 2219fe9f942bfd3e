import { expect, it } from '@jest/globals';
import { LEASE_MS } from '../../../lib/loans/process.ts';
import { forward } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
import { cutAt } from '../../support/faults.ts';
import { lend, newBook, newUser } from '../../support/loans.ts';
import { reconcile } from '../../support/reconciler.ts';
import { requestsOf, tap } from '../../support/wire.ts';

/** A new account may run ten functions at once: the reconciler leaves eight of them to the desk, whatever it finds. */

everyTest({ leaves: 'settled' });

let [open, most] = [0, 0];
tap(async ({ kind }, send) => {
  if (!kind.startsWith('Invoke')) return send();
  open += 1;
  most = Math.max(most, open);
  return send().finally(() => {
    open -= 1;
  });
});

it('the reconciler sends one command at a time, for several loans that each send two at once', async () => {
  for (let n = 0; n < 3; n += 1) {
    const [user, book] = [await newUser(), await newBook()];
    // The account and the title have been asked, and are both about to be written.
    await cutAt({ point: 5, arrives: true, manner: 'dead' }, () => lend(user.id, book.id));
  }
  forward({ ms: LEASE_MS + 1 });
  most = 0;
  const requests = await requestsOf(async () => expect(await reconcile()).toMatchObject({ regles: 3 }));
  expect(requests.filter((request) => request.startsWith('Invoke')).length).toBeGreaterThanOrEqual(6);
  expect(most).toBe(1);
});
