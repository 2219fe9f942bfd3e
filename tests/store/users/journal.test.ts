import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Answer, call, member, newUser, someone } from '../../support/api.ts';
import { newSlot, openLoan } from '../../support/commands.ts';
import { ALWAYS, fail, failing, mend, unreachable } from '../../support/faults.ts';
import { journalLines } from '../../support/journal.ts';
import {
  addPenalty,
  deleteUser,
  getUser,
  keyed,
  newPenalty,
  patchUser,
  pay,
  userPath,
  waive,
} from '../../support/users.ts';

beforeEach(() => {
  journalLines.length = 0;
  jest.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  jest.restoreAllMocks();
  mend();
});

/** What the journal has said since it was asked the last time. */
const lines = () => journalLines.splice(0).map((line) => JSON.parse(line));

describe('the journal', () => {
  it('has one line a request, with its id, route, status and role', async () => {
    const { id } = await newUser();
    lines();
    const calls: [Promise<Answer>, object][] = [
      [getUser(id), { route: 'GET /utilisateurs/{id}', status: 200, role: 'bibliothecaire', level: 'INFO' }],
      [getUser('abc'), { route: 'GET /utilisateurs/{id}', status: 400, code: 'requete_invalide', level: 'INFO' }],
      [call('GET', userPath(id), { token: null }), { status: 401, code: 'non_authentifie', level: 'INFO' }],
      [call('GET', userPath(id), { token: await member(id) }), { status: 200, role: 'adherent' }],
      [call('GET', '/ailleurs'), { route: '$default', status: 404, code: 'route_introuvable' }],
      [call('POST', '/utilisateurs', { body: '{' }), { route: 'POST /utilisateurs', status: 400 }],
    ];
    for (const [answer] of calls) await answer;
    const written = lines();
    expect(written).toHaveLength(calls.length);
    for (const [answer, expected] of calls) {
      const { headers, status } = await answer;
      const own = written.filter(({ requestId }) => requestId === headers['x-request-id']);
      expect(own).toEqual([expect.objectContaining({ ...expected, status, ms: expect.any(Number) })]);
    }
  });

  it('has one line a private command', async () => {
    const { id } = await newUser();
    lines();
    await openLoan(id, randomUUID(), 1);
    await openLoan('abc', randomUUID(), 1).catch(() => undefined);
    expect(lines()).toMatchObject([
      { route: 'users-open-loan', status: 200 },
      { route: 'users-open-loan', code: 'requete_invalide' },
    ]);
  });

  it('says where a failure of ours arose, and no more', async () => {
    const { id } = await newUser();
    lines();
    fail({ how: failing(() => new Error(`mistake about ${id}`)) });
    expect((await getUser(id)).status).toBe(503);
    const [line] = lines();
    expect(line).toMatchObject({ level: 'ERROR', status: 503, error: { name: 'Error', stack: expect.any(Array) } });
    expect(JSON.stringify(line)).not.toContain(id);
  });

  it('says nothing of a person', async () => {
    const person = someone({ nom: 'Nom-Secret', prenom: 'Prénom-Secret', email: 'secret@exemple.fr' });
    const key = keyed('key-secret');
    const user = (await call('POST', '/utilisateurs', { body: person, ...key })).body;
    await call('POST', '/utilisateurs', { body: person });
    await call('POST', '/utilisateurs', { body: { ...person, secret: 'secret' } });
    await call('POST', '/utilisateurs', { body: '{"nom":"secret' });
    await patchUser(user.id, { email: 'secret2@exemple.fr' });
    await call('GET', '/utilisateurs?nom=secret&email=secret@exemple.fr');
    await call('GET', `${userPath(user.id)}/verification?nom=secret`);
    const penalty = await newPenalty(7.31, user.id);
    await pay(penalty, 1, { body: { montant: 731 } });
    await waive(penalty, { body: { motif: 'secret' } });
    await call('GET', userPath(user.id), { token: 'secret' });
    fail({ times: ALWAYS, how: unreachable });
    await addPenalty(user.id, 7.31);
    mend();
    await newSlot(user.id);
    await deleteUser(user.id);
    const said = journalLines.join('');
    expect(said).not.toBe('');
    for (const secret of [/secret/i, new RegExp(user.id), new RegExp(penalty.id), /7\.31(?!\d)/, /eyJ/])
      expect(said).not.toMatch(secret);
  });
});
