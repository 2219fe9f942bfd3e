import { afterEach, describe, expect, it } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import { meanwhile } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { expectProblem } from '../../support/problems.ts';
import {
  deleteUser,
  getUser,
  ifMatch,
  keyed,
  newPenalty,
  patchUser,
  pay,
  verification,
  waive,
} from '../../support/users.ts';

/** Two callers meet between what one has read and what it writes; every time, not by luck. */

afterEach(async () => expect(await violations({ only: 'users' })).toEqual([]));

const totalOf = async (id: string) => (await verification(id)).total_impaye;

describe('between the look at a penalty and its payment', () => {
  it('another payment may come: both count', async () => {
    const penalty = await newPenalty(3);
    meanwhile('TransactWriteItems', () => pay(penalty, 1));
    expect((await pay(penalty, 0.5)).body.reste_a_payer).toBe(1.5);
    expect(await totalOf(penalty.utilisateur_id)).toBe(1.5);
  });

  it('the same payment may come: it is refused the second time', async () => {
    const penalty = await newPenalty(3);
    meanwhile('TransactWriteItems', () => pay(penalty, 3));
    expectProblem(await pay(penalty, 3), 409, 'paiement_refuse', { motifs: ['penalite_close'] });
    expect(await totalOf(penalty.utilisateur_id)).toBe(0);
  });

  it('the same payment under the same key may come: it is done once', async () => {
    const penalty = await newPenalty(3);
    const key = keyed();
    meanwhile('TransactWriteItems', () => pay(penalty, 1, key));
    const answer = await pay(penalty, 1, key);
    expect([answer.status, answer.headers['idempotent-replayed']]).toEqual([200, 'true']);
    expect(await totalOf(penalty.utilisateur_id)).toBe(2);
  });

  it('another payment under the same key may come: this one is refused', async () => {
    const penalty = await newPenalty(3);
    const key = keyed();
    meanwhile('TransactWriteItems', () => pay(penalty, 1, key));
    expectProblem(await pay(penalty, 2, key), 422, 'cle_idempotence_reutilisee');
    expect(await totalOf(penalty.utilisateur_id)).toBe(2);
  });

  it('a waiver may come: the payment is refused', async () => {
    const penalty = await newPenalty(3);
    meanwhile('TransactWriteItems', () => waive(penalty));
    expectProblem(await pay(penalty, 1), 409, 'paiement_refuse', { motifs: ['penalite_close'] });
  });

  it('a payment may come: the waiver is of what is left', async () => {
    const penalty = await newPenalty(3);
    meanwhile('TransactWriteItems', () => pay(penalty, 1));
    expect((await waive(penalty)).body).toMatchObject({ statut: 'annulee', reste_a_payer: 0 });
    expect(await totalOf(penalty.utilisateur_id)).toBe(0);
  });

  it('the account may be deleted with its last penalty settled: there is nothing left to pay', async () => {
    const penalty = await newPenalty(3);
    meanwhile('TransactWriteItems', async () => {
      await waive(penalty);
      await deleteUser(penalty.utilisateur_id);
    });
    expectProblem(await pay(penalty, 1), 404, 'penalite_introuvable');
  });
});

describe('between the look at an account and its change', () => {
  it('another change may come: both are kept', async () => {
    const { id } = await newUser();
    meanwhile('TransactWriteItems', () => patchUser(id, { prenom: 'Zoë' }));
    expect((await patchUser(id, { nom: 'Œuvre' })).body).toMatchObject({ nom: 'Œuvre', prenom: 'Zoë' });
  });

  it('another change may come: If-Match refuses this one', async () => {
    const { id } = await newUser();
    const { etag = '' } = (await getUser(id)).headers;
    meanwhile('TransactWriteItems', () => patchUser(id, { prenom: 'Zoë' }));
    expectProblem(await patchUser(id, { nom: 'Œuvre' }, ifMatch(etag)), 412, 'version_perimee');
  });

  it('the e-mail may be taken: the change is refused', async () => {
    const [user, { email }] = [await newUser(), someone()];
    meanwhile('TransactWriteItems', () => newUser({ email }));
    expectProblem(await patchUser(user.id, { email }), 409, 'email_deja_utilise');
    expect((await getUser(user.id)).body).toEqual(user);
  });

  it('the e-mail may be moved elsewhere: this move follows it', async () => {
    const user = await newUser();
    const [first, second] = [someone().email, someone().email];
    meanwhile('TransactWriteItems', () => patchUser(user.id, { email: first }));
    expect((await patchUser(user.id, { email: second })).body.email).toBe(second);
    for (const free of [user.email, first])
      expect((await call('POST', '/utilisateurs', { body: someone({ email: free }) })).status).toBe(201);
  });

  it('the account may be deleted: there is nothing left to change', async () => {
    const { id } = await newUser();
    meanwhile('TransactWriteItems', () => deleteUser(id));
    expectProblem(await patchUser(id, { nom: 'Œuvre' }), 404, 'utilisateur_introuvable');
    expect((await getUser(id)).status).toBe(404);
  });
});

describe('between the look at an e-mail and its account', () => {
  const ownersOf = async (email: string, work: () => Promise<unknown>) => {
    meanwhile('GetItem', async () => meanwhile('GetItem', work));
    return (await call('GET', `/utilisateurs?email=${email}`)).body.elements;
  };

  it('the e-mail may be moved: nobody is found who does not have it', async () => {
    const user = await newUser();
    expect(await ownersOf(user.email, () => patchUser(user.id, { email: someone().email }))).toEqual([]);
  });

  it('the account may be deleted: nobody is found', async () => {
    const user = await newUser();
    expect(await ownersOf(user.email, () => deleteUser(user.id))).toEqual([]);
  });
});
