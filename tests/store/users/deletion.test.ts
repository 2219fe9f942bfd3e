import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { handler } from '../../../functions/users/sweep.ts';
import { call, newUser, someone } from '../../support/api.ts';
import { accountOf, newSlot } from '../../support/commands.ts';
import { ALWAYS, fail, meanwhile, mend, rest, unreachable } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { expectProblem } from '../../support/problems.ts';
import { itemsOf } from '../../support/read.ts';
import {
  addPenalty,
  atOnce,
  deleteUser,
  getUser,
  newPenalty,
  patchUser,
  pay,
  penaltiesPath,
  penaltyPath,
  tally,
  userPath,
  waive,
} from '../../support/users.ts';
import { asFunction, countRequests } from '../../support/wire.ts';

const seen = countRequests();

const sweep = () =>
  asFunction('users-sweep', () =>
    handler({}, { functionName: 'users-sweep', getRemainingTimeInMillis: () => 300_000 } as Context),
  );

beforeEach(() => rest());
afterEach(async () => {
  jest.restoreAllMocks();
  mend();
  expect(await violations({ only: 'users' })).toEqual([]);
});

/** A user with so many penalties behind them. */
async function userWithHistory(penalties: number) {
  const user = await newUser();
  for (let done = 0; done < penalties; done += 50)
    await atOnce(Math.min(50, penalties - done), async () => waive(await newPenalty(1, user.id)));
  return user;
}

describe('an account with a history', () => {
  it.each([0, 1, 97, 98, 99, 250])('of %d closed penalties is deleted and leaves nothing', async (count) => {
    const user = await userWithHistory(count);
    expect(await itemsOf(user.id)).toHaveLength(2 + count);
    seen.take();
    expect((await deleteUser(user.id)).status).toBe(204);
    expect(seen.requests().filter((request) => request.startsWith('TransactWrite')).length).toBeLessThanOrEqual(
      1 + Math.ceil((count + 2) / 100),
    );
    expect(await itemsOf(user.id)).toEqual([]);
    expectProblem(await deleteUser(user.id), 404, 'utilisateur_introuvable');
    expect((await call('POST', '/utilisateurs', { body: someone({ email: user.email }) })).status).toBe(201);
  });

  it('of which one penalty is unpaid is not deleted, however long it is', async () => {
    const user = await userWithHistory(99);
    await addPenalty(user.id, 0.01);
    expectProblem(await deleteUser(user.id), 409, 'suppression_refusee', { motifs: ['penalites_impayees'] });
    expect(await itemsOf(user.id)).toHaveLength(102);
  });
});

describe('a deletion that is interrupted after the account is gone', () => {
  const HISTORY = 210;
  let user: { id: string; nom: string; email: string };
  let penalty: { utilisateur_id: string; id: string };

  beforeAll(async () => {
    user = await userWithHistory(HISTORY);
    // The one that is left when the deletion stops: the oldest go first.
    [penalty] = (await call('GET', `${penaltiesPath(user.id)}?limite=1`)).body.elements;
    jest.spyOn(Math, 'random').mockReturnValue(0);
    fail({ match: 'TransactWriteItems', after: 2, times: ALWAYS, how: unreachable });
    expectProblem(await deleteUser(user.id), 503, 'service_indisponible');
    mend();
    expect((await itemsOf(user.id)).length).toBeGreaterThan(100);
  });

  it('leaves an account that is gone for everybody', async () => {
    const { id } = user;
    expectProblem(await getUser(id), 404, 'utilisateur_introuvable');
    expectProblem(await call('GET', `${userPath(id)}/verification`), 404, 'utilisateur_introuvable');
    expectProblem(await call('GET', penaltiesPath(id)), 404, 'utilisateur_introuvable');
    expectProblem(await call('GET', `${penaltiesPath(id)}?statut=annulee`), 404, 'utilisateur_introuvable');
    expectProblem(await patchUser(id, { nom: 'Autre' }), 404, 'utilisateur_introuvable');
    expectProblem(await addPenalty(id), 404, 'utilisateur_introuvable');
    expect(await accountOf(id)).toBeNull();
    expect((await call('GET', `/utilisateurs?email=${user.email}`)).body.elements).toEqual([]);
    expect((await call('GET', `/utilisateurs?nom=${user.nom}`)).body.elements).toEqual([]);
  });

  it('shows nothing of its history', async () => {
    expectProblem(await call('GET', penaltyPath(penalty)), 404, 'penalite_introuvable');
    expectProblem(await pay(penalty, 1), 404, 'penalite_introuvable');
    expectProblem(await waive(penalty), 404, 'penalite_introuvable');
  });

  it('leaves its e-mail free', async () => {
    const successor = await newUser({ email: user.email });
    expect((await call('GET', `/utilisateurs?email=${user.email}`)).body.elements).toEqual([successor]);
  });

  it('is finished by asking again, and interrupted again as often as need be', async () => {
    fail({ match: 'TransactWriteItems', after: 1, times: ALWAYS, how: unreachable });
    expect((await deleteUser(user.id)).status).toBe(503);
    mend();
    const statuses = tally(await atOnce(5, () => deleteUser(user.id)));
    expect(Object.keys(statuses).filter((status) => !['204', '404'].includes(status))).toEqual([]);
    expect(statuses[204]).toBeGreaterThanOrEqual(1);
    expect(await itemsOf(user.id)).toEqual([]);
    expectProblem(await deleteUser(user.id), 404, 'utilisateur_introuvable');
  });

  it('is finished by the sweep, however often it runs at once', async () => {
    const { id } = await userWithHistory(120);
    fail({ match: 'TransactWriteItems', after: 1, times: ALWAYS, how: unreachable });
    expect((await deleteUser(id)).status).toBe(503);
    mend();
    await atOnce(3, sweep);
    expect(await itemsOf(id)).toEqual([]);
    expect(await sweep()).toEqual({ suppressions_terminees: 0 });
  });

  it('leaves the account of whoever took the e-mail alone', async () => {
    expect((await call('GET', `/utilisateurs?email=${user.email}`)).body.elements).toHaveLength(1);
  });
});

describe('between the look at an account and its deletion', () => {
  const deletedWhile = async (id: string, work: () => Promise<unknown>) => {
    meanwhile('TransactWriteItems', work);
    return deleteUser(id);
  };

  it('a loan may be opened: the account stays', async () => {
    const { id } = await newUser();
    const answer = await deletedWhile(id, () => newSlot(id));
    expectProblem(answer, 409, 'suppression_refusee', { motifs: ['emprunts_en_cours'] });
  });

  it('a penalty may be added: the account stays', async () => {
    const { id } = await newUser();
    const answer = await deletedWhile(id, () => addPenalty(id));
    expectProblem(answer, 409, 'suppression_refusee', { motifs: ['penalites_impayees'] });
  });

  it('a penalty may be added and paid: it goes as well', async () => {
    const { id } = await newUser();
    const answer = await deletedWhile(id, async () => pay((await addPenalty(id, 1)).body, 1));
    expect(answer.status).toBe(204);
    expect(await itemsOf(id)).toEqual([]);
  });

  it('the e-mail may move: the new one goes as well', async () => {
    const user = await newUser();
    const { email } = someone();
    expect((await deletedWhile(user.id, () => patchUser(user.id, { email }))).status).toBe(204);
    expect(await itemsOf(user.id)).toEqual([]);
    expect((await call('POST', '/utilisateurs', { body: someone({ email }) })).status).toBe(201);
  });

  it('the account may be changed: a deletion decided on the version before is refused', async () => {
    const { id } = await newUser();
    const { etag = '' } = (await getUser(id)).headers;
    meanwhile('TransactWriteItems', () => patchUser(id, { nom: 'Autre' }));
    expectProblem(await deleteUser(id, { headers: { 'if-match': etag } }), 412, 'version_perimee');
  });
});
