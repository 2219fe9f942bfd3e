import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { call, member, newUser, someone } from '../../support/api.ts';
import { countRequests } from '../../support/faults.ts';
import { closeLoan, lateFee, lateLoan, newLoan, openLoan } from '../../support/slots.ts';
import {
  addPenalty,
  atOnce,
  deleteUser,
  getUser,
  keyed,
  newPenalty,
  patchUser,
  pay,
  penaltiesPath,
  penaltyPath,
  userPath,
  waive,
} from '../../support/users.ts';

const seen = countRequests(client);

/** What a piece of work sends to DynamoDB. */
async function requestsOf(work: () => Promise<unknown>): Promise<string[]> {
  seen.take();
  await work();
  return seen.requests();
}

let id: string;

beforeAll(async () => {
  ({ id } = await newUser());
});

describe('an account', () => {
  it('is made in one transaction of two items, and nothing else', async () => {
    expect(await requestsOf(() => call('POST', '/utilisateurs', { body: someone() }))).toEqual([
      'TransactWriteItems of 2',
    ]);
  });

  it('is made under an Idempotency-Key in one transaction of three', async () => {
    expect(await requestsOf(() => call('POST', '/utilisateurs', { body: someone(), ...keyed() }))).toEqual([
      'TransactWriteItems of 3',
    ]);
  });

  it('is read in one GetItem, found or not', async () => {
    expect(await requestsOf(() => getUser(id))).toEqual(['GetItem']);
    expect(await requestsOf(() => getUser(randomUUID()))).toEqual(['GetItem']);
  });

  it('is verified in one GetItem, with or without what the person says', async () => {
    const path = `${userPath(id)}/verification`;
    expect(await requestsOf(() => call('GET', path))).toEqual(['GetItem']);
    expect(await requestsOf(() => call('GET', `${path}?nom=a&prenom=b&email=c@d.fr`))).toEqual(['GetItem']);
  });

  it('is changed in one GetItem and one transaction: the account, and both e-mails when it moves', async () => {
    expect(await requestsOf(() => patchUser(id, { nom: 'Autre' }))).toEqual(['GetItem', 'TransactWriteItems of 1']);
    expect(await requestsOf(() => patchUser(id, { email: someone().email }))).toEqual([
      'GetItem',
      'TransactWriteItems of 3',
    ]);
  });

  it('is deleted in one Query and one transaction', async () => {
    const user = await newUser();
    expect(await requestsOf(() => deleteUser(user.id))).toEqual(['Query', 'TransactWriteItems of 2']);
    const penalty = await newPenalty(1);
    await pay(penalty, 1);
    expect(await requestsOf(() => deleteUser(penalty.utilisateur_id))).toEqual(['Query', 'TransactWriteItems of 3']);
  });
});

describe('the accounts', () => {
  it('are listed in one Query a page', async () => {
    await atOnce(5, () => newUser());
    const first = await call('GET', '/utilisateurs?limite=2');
    seen.take();
    await call('GET', `/utilisateurs?limite=2&curseur=${first.body.curseur_suivant}`);
    expect(seen.requests()).toEqual(['Query']);
    expect(await requestsOf(() => call('GET', '/utilisateurs'))).toEqual(['Query']);
    expect(await requestsOf(() => call('GET', '/utilisateurs?nom=nobody'))).toEqual(['Query']);
  });

  it('are found by e-mail in a GetItem of the e-mail, then of its account', async () => {
    const { email } = await newUser();
    expect(await requestsOf(() => call('GET', `/utilisateurs?email=${email}`))).toEqual(['GetItem', 'GetItem']);
    expect(await requestsOf(() => call('GET', '/utilisateurs?email=nobody@exemple.fr'))).toEqual(['GetItem']);
  });
});

describe('a penalty', () => {
  it('is added in one transaction of two items, and under a key of three', async () => {
    expect(await requestsOf(() => addPenalty(id))).toEqual(['TransactWriteItems of 2']);
    expect(await requestsOf(() => addPenalty(id, 5, keyed()))).toEqual(['TransactWriteItems of 3']);
  });

  it('is read in one request, with its account', async () => {
    const penalty = await newPenalty();
    expect(await requestsOf(() => call('GET', penaltyPath(penalty)))).toEqual(['BatchGetItem']);
  });

  it('is settled in one look and one transaction', async () => {
    const penalty = await newPenalty();
    expect(await requestsOf(() => pay(penalty, 1))).toEqual(['BatchGetItem', 'TransactWriteItems of 2']);
    expect(await requestsOf(() => pay(penalty, 1, keyed()))).toEqual(['BatchGetItem', 'TransactWriteItems of 3']);
    expect(await requestsOf(() => waive(penalty))).toEqual(['BatchGetItem', 'TransactWriteItems of 2']);
  });
});

describe('the penalties', () => {
  it('are listed in one Query a page, the first as the last and the empty', async () => {
    const { utilisateur_id } = await newPenalty();
    await newPenalty(1, utilisateur_id);
    await newPenalty(1, utilisateur_id);
    const path = penaltiesPath(utilisateur_id);
    for (const filter of ['', 'statut=impayee&']) {
      const first = await call('GET', `${path}?${filter}limite=2`);
      seen.take();
      await call('GET', `${path}?${filter}limite=2&curseur=${first.body.curseur_suivant}`);
      expect(seen.requests()).toEqual(['Query']);
    }
    for (const query of ['', '?limite=1', '?limite=3', '?statut=impayee', '?statut=payee'])
      expect(await requestsOf(() => call('GET', path + query))).toEqual(['Query']);
    const { id: without } = await newUser();
    expect(await requestsOf(() => call('GET', penaltiesPath(without)))).toEqual(['Query']);
  });
});

describe('a loan', () => {
  it('is opened in one UpdateItem', async () => {
    const user = await newUser();
    expect(await requestsOf(() => openLoan(user.id))).toEqual(['UpdateItem']);
    expect(await requestsOf(() => openLoan(user.id))).toEqual(['UpdateItem']);
  });

  it('is opened in one UpdateItem for whoever comes back after a due date has gone by', async () => {
    const user = await newUser();
    await closeLoan(user.id, await lateLoan(user.id));
    expect(await requestsOf(() => openLoan(user.id))).toEqual(['UpdateItem']);
    expect(await requestsOf(() => openLoan(user.id))).toEqual(['UpdateItem']);
  });

  it('that is the first after a return, with other books still out, is opened in a second UpdateItem', async () => {
    const user = await newUser();
    await newLoan(user.id);
    await closeLoan(user.id, await newLoan(user.id));
    expect(await requestsOf(() => openLoan(user.id))).toEqual(['UpdateItem', 'UpdateItem']);
    expect(await requestsOf(() => openLoan(user.id))).toEqual(['UpdateItem']);
  });

  it('is refused in one UpdateItem', async () => {
    const { id: late } = await newUser();
    await lateLoan(late);
    expect(await requestsOf(() => openLoan(late))).toEqual(['UpdateItem']);
    const { utilisateur_id } = await newPenalty();
    expect(await requestsOf(() => openLoan(utilisateur_id))).toEqual(['UpdateItem']);
    expect(await requestsOf(() => openLoan(randomUUID()))).toEqual(['UpdateItem']);
  });

  it('is opened again in the same UpdateItem', async () => {
    const user = await newUser();
    const loanId = await newLoan(user.id);
    expect(await requestsOf(() => openLoan(user.id, { emprunt_id: loanId }))).toEqual(['UpdateItem']);
  });

  it('is renewed in one UpdateItem', async () => {
    const user = await newUser();
    const loanId = await newLoan(user.id);
    const renewal = { emprunt_id: loanId, nature: 'prolongation', date_echeance: '2999-02-01' } as const;
    expect(await requestsOf(() => openLoan(user.id, renewal))).toEqual(['UpdateItem']);
  });

  it('is closed on time in one UpdateItem, and late in one transaction of two items', async () => {
    const user = await newUser();
    const [onTime, late] = [await newLoan(user.id), await newLoan(user.id)];
    expect(await requestsOf(() => closeLoan(user.id, onTime))).toEqual(['UpdateItem']);
    expect(await requestsOf(() => closeLoan(user.id, late, lateFee()))).toEqual(['TransactWriteItems of 2']);
  });
});

describe('a verification', () => {
  it('reads one unit, whatever the account has been through', async () => {
    const user = await newUser({ nom: '𠮷'.repeat(100), prenom: 'é'.repeat(100) });
    for (let loan = 0; loan < 5; loan += 1) await newLoan(user.id);
    await atOnce(30, () => addPenalty(user.id, 1));
    seen.take();
    const { body } = await call('GET', `${userPath(user.id)}/verification`);
    expect(body).toMatchObject({ emprunts_en_cours: 5, total_impaye: 30 });
    const units = seen.take().map((sent) => sent.units);
    // One unit is a strongly consistent read of up to 4 KB; half a unit would be one that may be out of date.
    expect(units).toEqual([1]);
  });
});

describe('what is read', () => {
  it('is what was written last, be it an account, an e-mail, a penalty or a list of them', async () => {
    const penalty = await newPenalty();
    const { body: user } = await getUser(penalty.utilisateur_id);
    // A penalty is read together with its account.
    const items: [string, number][] = [
      [userPath(user.id), 1],
      [penaltyPath(penalty), 2],
      [`/utilisateurs?email=${user.email}`, 1],
      [penaltiesPath(user.id), 1],
    ];
    for (const [path, read] of items) {
      seen.take();
      await call('GET', path);
      for (const { units } of seen.take()) expect(units).toBe(read);
    }
  });
});

describe('a call that is refused before its operation', () => {
  it('sends nothing', async () => {
    const token = await member(randomUUID());
    const requests = await requestsOf(async () => {
      await call('GET', userPath(id), { token: null });
      await call('GET', userPath(id), { token });
      await call('GET', userPath('abc'));
      await call('POST', '/utilisateurs', { body: {} });
      await call('GET', '/utilisateurs?curseur=abc');
      await call('GET', '/ailleurs');
    });
    expect(requests).toEqual([]);
  });
});
