import { afterAll, describe, expect, it } from '@jest/globals';
import { type Answer, overHttp } from '../../support/api.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import {
  ask,
  availability,
  getLoan,
  giveBack,
  keyed,
  lend,
  loansOf,
  memberToken,
  newBook,
  newLoan,
  newUser,
  notify,
  owe,
  penaltiesOf,
  renew,
  settleDebt,
  verification,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { tokenOf } from '../../support/tokens.ts';
import { atOnce } from '../../support/users.ts';

afterAll(restartClock);

const MANY = 30;

/** The second answer is the first, told apart by its header only. */
function expectReplay(replay: Answer, first: Answer): void {
  expect(first.headers['idempotent-replayed']).toBeUndefined();
  expect(replay.headers['idempotent-replayed']).toBe('true');
  expect([replay.status, replay.body]).toEqual([first.status, first.body]);
  expect([replay.headers.etag, replay.headers.location]).toEqual([first.headers.etag, first.headers.location]);
}

/** All of these are one answer, given once and then again. */
function expectOneAnswer(answers: Answer[], status: number): void {
  const [first, ...others] = answers.toSorted((a, b) => Object.keys(a.headers).length - Object.keys(b.headers).length);
  expect(first?.status).toBe(status);
  for (const other of others) expectReplay(other, first as Answer);
}

describe('the same key', () => {
  it('lends once', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 3 })];
    const key = keyed();
    const first = await lend(user.id, book.id, key);
    expect(first.status).toBe(201);
    expectReplay(await lend(user.id, book.id, key), first);
    expectReplay(await lend(user.id.toUpperCase(), book.id, key), first);
    expect(await loansOf(user.id)).toEqual([first.body]);
    expect((await availability(book.id)).disponibles).toBe(2);
  });

  it('answers for a loan as at first, whatever has become of it', async () => {
    const [user, book] = [await newUser(), await newBook()];
    const key = keyed();
    const first = await lend(user.id, book.id, key);
    await renew(first.body.id);
    expectReplay(await lend(user.id, book.id, key), first);
    await giveBack(first.body.id);
    expectReplay(await lend(user.id, book.id, key), first);
    expect((await getLoan(first.body.id)).body.statut).toBe('rendu');
    expect(await loansOf(user.id)).toEqual([]);
  });

  it('takes back once', async () => {
    const loan = await newLoan();
    const key = keyed();
    const first = await giveBack(loan.id, key);
    expect(first.status).toBe(200);
    expectReplay(await giveBack(loan.id, key), first);
    expectReplay(await giveBack(loan.id.toUpperCase(), { ...key, body: {} }), first);
    expectProblem(await giveBack(loan.id, keyed()), 409, 'retour_refuse', { motifs: ['emprunt_rendu'] });
  });

  it('renews once, also when it could not be renewed any more', async () => {
    const loan = await newLoan();
    const key = keyed();
    const first = await renew(loan.id, key);
    expect(first.status).toBe(200);
    expectReplay(await renew(loan.id, key), first);
    await renew(loan.id);
    expectReplay(await renew(loan.id, key), first);
    await giveBack(loan.id);
    expectReplay(await renew(loan.id, key), first);
    expect((await getLoan(loan.id)).body.prolongations).toBe(2);
  });

  it('runs the notices once', async () => {
    const key = keyed();
    const first = await notify(key);
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      notifications_envoyees: expect.any(Number),
      utilisateurs_notifies: expect.any(Number),
    });
    expectReplay(await notify(key), first);
  });

  it('for another caller or another operation is another key', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 3 })];
    const key = keyed();
    const first = await lend(user.id, book.id, key);
    const second = await lend(user.id, book.id, { ...key, token: await tokenOf({ sub: 'bibliothecaire-2' }) });
    expect([second.status, second.body.id === first.body.id]).toEqual([201, false]);
    const own = await memberToken(user.id);
    expect((await renew(first.body.id, { ...key, token: own })).body.prolongations).toBe(1);
    expect((await renew(first.body.id, key)).body.prolongations).toBe(2);
    expect((await giveBack(first.body.id, key)).status).toBe(200);
  });
});

describe('the same key for something else', () => {
  it('lends nothing', async () => {
    const [user, other, book] = [await newUser(), await newUser(), await newBook({ exemplaires: 3 })];
    const key = keyed();
    await lend(user.id, book.id, key);
    expectProblem(await lend(other.id, book.id, key), 422, 'cle_idempotence_reutilisee');
    expect(await loansOf(other.id)).toEqual([]);
    expect((await verification(other.id)).emprunts_en_cours).toBe(0);
    expect((await availability(book.id)).disponibles).toBe(2);
  });

  it('takes nothing back and renews nothing', async () => {
    const [one, other] = [await newLoan(), await newLoan()];
    const key = keyed();
    await renew(one.id, key);
    expectProblem(await renew(other.id, key), 422, 'cle_idempotence_reutilisee');
    await giveBack(one.id, key);
    expectProblem(await giveBack(other.id, key), 422, 'cle_idempotence_reutilisee');
    expect((await getLoan(other.id)).body).toEqual(other);
    expect((await availability(other.livre_id)).prochain_retour).toBe(other.date_echeance);
    expect((await renew(other.id)).status).toBe(200);
  });
});

describe('a refusal is not remembered', () => {
  it('of a loan', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 0 })];
    const key = keyed();
    for (let n = 0; n < 2; n += 1)
      expectProblem(await lend(user.id, book.id, key), 409, 'emprunt_refuse', {
        motifs: ['aucun_exemplaire_disponible'],
      });
    await ask('PATCH', `/livres/${book.id}`, { body: { exemplaires: 1 } });
    const first = await lend(user.id, book.id, key);
    expect(first.status).toBe(201);
    expectReplay(await lend(user.id, book.id, key), first);
  });

  it('of a renewal', async () => {
    const loan = await newLoan();
    const penalty = await owe(loan.utilisateur_id, 2);
    const key = keyed();
    expectProblem(await renew(loan.id, key), 409, 'prolongation_refusee', { motifs: ['penalites_impayees'] });
    await settleDebt(loan.utilisateur_id, penalty.id, 2);
    const first = await renew(loan.id, key);
    expect(first.status).toBe(200);
    expectReplay(await renew(loan.id, key), first);
  });

  it('of a return', async () => {
    const loan = await newLoan();
    const key = keyed();
    await giveBack(loan.id);
    expectProblem(await giveBack(loan.id, key), 409, 'retour_refuse', { motifs: ['emprunt_rendu'] });
    const other = await newLoan();
    expect((await giveBack(other.id, key)).status).toBe(200);
  });
});

describe(`${MANY} at once under one key`, () => {
  it('make one loan', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: MANY })];
    const key = keyed();
    expectOneAnswer(await atOnce(MANY, () => lend(user.id, book.id, key)), 201);
    expect(await loansOf(user.id)).toHaveLength(1);
    expect((await availability(book.id)).disponibles).toBe(MANY - 1);
    expect((await verification(user.id)).emprunts_en_cours).toBe(1);
  });

  it('make no loan when it is refused', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 0 })];
    const key = keyed();
    for (const answer of await atOnce(5, () => lend(user.id, book.id, key)))
      expectProblem(answer, 409, 'emprunt_refuse', { motifs: ['aucun_exemplaire_disponible'] });
    expect((await verification(user.id)).emprunts_en_cours).toBe(0);
  });

  it('make one return', async () => {
    const loan = await newLoan();
    const key = keyed();
    expectOneAnswer(await atOnce(MANY, () => giveBack(loan.id, key)), 200);
    expect((await availability(loan.livre_id)).disponibles).toBe(1);
  });

  it('make one renewal', async () => {
    const loan = await newLoan();
    const key = keyed();
    expectOneAnswer(await atOnce(MANY, () => renew(loan.id, key)), 200);
    expect((await getLoan(loan.id)).body.prolongations).toBe(1);
  });

  (overHttp ? it.skip : it)('make one late return, charged once', async () => {
    stopClock();
    const loan = await newLoan();
    forward({ days: 30 });
    const key = keyed();
    expectOneAnswer(await atOnce(MANY, () => giveBack(loan.id, key)), 200);
    expect(await penaltiesOf(loan.utilisateur_id)).toHaveLength(1);
    expect((await verification(loan.utilisateur_id)).total_impaye).toBe(1.8);
  });
});
