import { afterEach, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { call, newUser, someone } from '../../support/api.ts';
import { meanwhile } from '../../support/meanwhile.ts';
import { expectProblem } from '../../support/problems.ts';
import { closeLoan, lateLoan, newLoan, openLoan } from '../../support/slots.ts';
import {
  addPenalty,
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
import { violations } from '../../support/users-invariants.ts';

/** Two callers meet between what one has read and what it writes; every time, not by luck. */

afterEach(async () => expect(await violations()).toEqual([]));

const totalOf = async (id: string) => (await verification(id)).total_impaye;

describe('between the look at a penalty and its payment', () => {
  it('another payment may come: both count', async () => {
    const penalty = await newPenalty(3);
    meanwhile(client, 'TransactWriteItems', () => pay(penalty, 1));
    expect((await pay(penalty, 0.5)).body.reste_a_payer).toBe(1.5);
    expect(await totalOf(penalty.utilisateur_id)).toBe(1.5);
  });

  it('the same payment may come: it is refused the second time', async () => {
    const penalty = await newPenalty(3);
    meanwhile(client, 'TransactWriteItems', () => pay(penalty, 3));
    expectProblem(await pay(penalty, 3), 409, 'paiement_refuse', { motifs: ['penalite_close'] });
    expect(await totalOf(penalty.utilisateur_id)).toBe(0);
  });

  it('the same payment under the same key may come: it is done once', async () => {
    const penalty = await newPenalty(3);
    const key = keyed();
    meanwhile(client, 'TransactWriteItems', () => pay(penalty, 1, key));
    const answer = await pay(penalty, 1, key);
    expect([answer.status, answer.headers['idempotent-replayed']]).toEqual([200, 'true']);
    expect(await totalOf(penalty.utilisateur_id)).toBe(2);
  });

  it('another payment under the same key may come: this one is refused', async () => {
    const penalty = await newPenalty(3);
    const key = keyed();
    meanwhile(client, 'TransactWriteItems', () => pay(penalty, 1, key));
    expectProblem(await pay(penalty, 2, key), 422, 'cle_idempotence_reutilisee');
    expect(await totalOf(penalty.utilisateur_id)).toBe(2);
  });

  it('a waiver may come: the payment is refused', async () => {
    const penalty = await newPenalty(3);
    meanwhile(client, 'TransactWriteItems', () => waive(penalty));
    expectProblem(await pay(penalty, 1), 409, 'paiement_refuse', { motifs: ['penalite_close'] });
  });

  it('a payment may come: the waiver is of what is left', async () => {
    const penalty = await newPenalty(3);
    meanwhile(client, 'TransactWriteItems', () => pay(penalty, 1));
    expect((await waive(penalty)).body).toMatchObject({ statut: 'annulee', reste_a_payer: 0 });
    expect(await totalOf(penalty.utilisateur_id)).toBe(0);
  });

  it('the account may be deleted with its last penalty settled: there is nothing left to pay', async () => {
    const penalty = await newPenalty(3);
    meanwhile(client, 'TransactWriteItems', async () => {
      await waive(penalty);
      await deleteUser(penalty.utilisateur_id);
    });
    expectProblem(await pay(penalty, 1), 404, 'penalite_introuvable');
  });
});

describe('between the look at an account and its change', () => {
  it('another change may come: both are kept', async () => {
    const { id } = await newUser();
    meanwhile(client, 'TransactWriteItems', () => patchUser(id, { prenom: 'Zoë' }));
    expect((await patchUser(id, { nom: 'Œuvre' })).body).toMatchObject({ nom: 'Œuvre', prenom: 'Zoë' });
  });

  it('another change may come: If-Match refuses this one', async () => {
    const { id } = await newUser();
    const { etag = '' } = (await getUser(id)).headers;
    meanwhile(client, 'TransactWriteItems', () => patchUser(id, { prenom: 'Zoë' }));
    expectProblem(await patchUser(id, { nom: 'Œuvre' }, ifMatch(etag)), 412, 'version_perimee');
  });

  it('the e-mail may be taken: the change is refused', async () => {
    const [user, { email }] = [await newUser(), someone()];
    meanwhile(client, 'TransactWriteItems', () => newUser({ email }));
    expectProblem(await patchUser(user.id, { email }), 409, 'email_deja_utilise');
    expect((await getUser(user.id)).body).toEqual(user);
  });

  it('the e-mail may be moved elsewhere: this move follows it', async () => {
    const user = await newUser();
    const [first, second] = [someone().email, someone().email];
    meanwhile(client, 'TransactWriteItems', () => patchUser(user.id, { email: first }));
    expect((await patchUser(user.id, { email: second })).body.email).toBe(second);
    for (const free of [user.email, first])
      expect((await call('POST', '/utilisateurs', { body: someone({ email: free }) })).status).toBe(201);
  });

  it('the account may be deleted: there is nothing left to change', async () => {
    const { id } = await newUser();
    meanwhile(client, 'TransactWriteItems', () => deleteUser(id));
    expectProblem(await patchUser(id, { nom: 'Œuvre' }), 404, 'utilisateur_introuvable');
    expect((await getUser(id)).status).toBe(404);
  });
});

describe('between the look at an e-mail and its account', () => {
  const ownersOf = async (email: string, work: () => Promise<unknown>) => {
    meanwhile(client, 'GetItem', async () => meanwhile(client, 'GetItem', work));
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

describe('between the refusal of an unknown bound on due dates and its finding', () => {
  /** Of two loans one has come back: the first UpdateItem is refused for the bound alone, the second finds it. */
  const openedWhile = async (id: string, work: (other: string) => Promise<unknown>) => {
    const loans = [await newLoan(id), await newLoan(id)] as const;
    await closeLoan(id, loans[0]);
    meanwhile(client, 'UpdateItem', async () => meanwhile(client, 'UpdateItem', () => work(loans[1])));
    return openLoan(id);
  };

  it('the last slots may be taken: the limit holds', async () => {
    const { id } = await newUser();
    const outcome = await openedWhile(id, async () => {
      for (let loan = 0; loan < 4; loan += 1) await newLoan(id);
    });
    expect(outcome).toEqual({ resultat: 'refuse', motifs: ['limite_emprunts_atteinte'] });
  });

  it('a penalty may be added: it counts', async () => {
    const { id } = await newUser();
    const outcome = await openedWhile(id, () => addPenalty(id));
    expect(outcome).toEqual({ resultat: 'refuse', motifs: ['penalites_impayees'] });
  });

  it('a loan may fall late: it counts', async () => {
    const { id } = await newUser();
    const outcome = await openedWhile(id, () => lateLoan(id));
    expect(outcome).toEqual({ resultat: 'refuse', motifs: ['emprunts_en_retard'] });
  });

  it('another loan may be opened: both are kept', async () => {
    const { id } = await newUser();
    const outcome = await openedWhile(id, () => newLoan(id));
    expect(outcome).toEqual({ resultat: 'ouvert' });
    expect((await verification(id)).emprunts_en_cours).toBe(3);
  });

  it('the other loan may come back: this one is opened', async () => {
    const { id } = await newUser();
    expect(await openedWhile(id, (other) => closeLoan(id, other))).toEqual({ resultat: 'ouvert' });
    expect((await verification(id)).emprunts_en_cours).toBe(1);
  });

  it('the account may be deleted: there is nobody to lend to', async () => {
    const { id } = await newUser();
    const outcome = await openedWhile(id, async (other) => {
      await closeLoan(id, other);
      await deleteUser(id);
    });
    expect(outcome).toEqual({ resultat: 'utilisateur_introuvable' });
    expect((await getUser(id)).status).toBe(404);
  });
});
