import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { overHttp } from '../../support/api.ts';
import { dayAfter, forward, restartClock, stopClock } from '../../support/clock.ts';
import {
  ask,
  availability,
  getLoan,
  lend,
  loansOf,
  newBook,
  newLoan,
  newUser,
  owe,
  parisDay,
  verification,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';

afterAll(restartClock);

/** Nobody can have borrowed, nor any book be out, after a refusal. */
async function expectNothingLent(userId: string, bookId: string, out = 0): Promise<void> {
  expect(await loansOf(userId)).toHaveLength(out);
  const { exemplaires, disponibles } = await availability(bookId);
  expect(disponibles).toBe(exemplaires);
  expect((await verification(userId)).emprunts_en_cours).toBe(out);
}

describe('a loan', () => {
  it('is made for 21 days, and is the loan of that person and that book', async () => {
    const [user, book] = [await newUser(), await newBook()];
    const before = parisDay();
    const { status, headers, body } = await lend(user.id, book.id);
    expect(status).toBe(201);
    expect([before, parisDay()]).toContain(body.date_emprunt);
    expect(body).toEqual({
      id: body.id,
      utilisateur_id: user.id,
      livre_id: book.id,
      titre: book.titre,
      date_emprunt: body.date_emprunt,
      date_echeance: dayAfter(body.date_emprunt, 21),
      date_retour: null,
      statut: 'en_cours',
      prolongations: 0,
      en_retard: false,
      jours_retard: 0,
      penalite: null,
      notifications: [],
    });
    expect(body.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(headers.location).toBe(`/emprunts/${body.id}`);
    expect(headers.etag).toMatch(/^"[^"]+"$/);
    const read = await getLoan(body.id);
    expect([read.body, read.headers.etag]).toEqual([body, headers.etag]);
  });

  it('takes the person’s slot and a copy at once', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 2 })];
    const { body: loan } = await lend(user.id, book.id);
    expect(await verification(user.id)).toMatchObject({ peut_emprunter: true, emprunts_en_cours: 1 });
    expect(await availability(book.id)).toEqual({
      livre_id: book.id,
      exemplaires: 2,
      disponibles: 1,
      disponible: true,
      prochain_retour: loan.date_echeance,
    });
    expect(await loansOf(user.id)).toEqual([loan]);
  });

  it('may be asked for in capitals', async () => {
    const [user, book] = [await newUser(), await newBook()];
    const { status, body } = await lend(user.id.toUpperCase(), book.id.toUpperCase());
    expect(status).toBe(201);
    expect(body).toMatchObject({ utilisateur_id: user.id, livre_id: book.id });
  });

  it('keeps its person and its book from being deleted', async () => {
    const loan = await newLoan();
    const user = await ask('DELETE', `/utilisateurs/${loan.utilisateur_id}`);
    expectProblem(user, 409, 'suppression_refusee', { motifs: ['emprunts_en_cours'] });
    const book = await ask('DELETE', `/livres/${loan.livre_id}`);
    expectProblem(book, 409, 'suppression_refusee', { motifs: ['exemplaires_empruntes'] });
    const fewer = await ask('PATCH', `/livres/${loan.livre_id}`, { body: { exemplaires: 0 } });
    expectProblem(fewer, 409, 'exemplaires_insuffisants');
  });

  it('keeps the title under which it was lent', async () => {
    const loan = await newLoan();
    await ask('PATCH', `/livres/${loan.livre_id}`, { body: { titre: 'Un autre titre' } });
    expect((await getLoan(loan.id)).body.titre).toBe(loan.titre);
  });
});

describe('no loan is made', () => {
  it('to somebody who does not exist', async () => {
    const book = await newBook();
    expectProblem(await lend(randomUUID(), book.id), 404, 'utilisateur_introuvable');
    expect((await availability(book.id)).disponibles).toBe(1);
  });

  it('of a book that does not exist, whatever else stands against it', async () => {
    const user = await newUser();
    expectProblem(await lend(user.id, randomUUID()), 404, 'livre_introuvable');
    expect(await verification(user.id)).toMatchObject({ emprunts_en_cours: 0 });
    await owe(user.id);
    expectProblem(await lend(user.id, randomUUID()), 404, 'livre_introuvable');
    expectProblem(await lend(randomUUID(), randomUUID()), 404, 'utilisateur_introuvable');
  });

  it('without a copy', async () => {
    const user = await newUser();
    const lentOut = await newLoan();
    for (const bookId of [lentOut.livre_id, (await newBook({ exemplaires: 0 })).id]) {
      const answer = await lend(user.id, bookId);
      expectProblem(answer, 409, 'emprunt_refuse', { motifs: ['aucun_exemplaire_disponible'] });
      expect(await loansOf(user.id)).toEqual([]);
    }
    expect(await verification(user.id)).toMatchObject({ peut_emprunter: true, emprunts_en_cours: 0 });
  });

  it('to somebody who owes anything at all', async () => {
    const [user, book] = [await newUser(), await newBook()];
    await owe(user.id, 0.01);
    expectProblem(await lend(user.id, book.id), 409, 'emprunt_refuse', { motifs: ['penalites_impayees'] });
    await expectNothingLent(user.id, book.id);
  });

  it('to somebody who has five', async () => {
    const [user, book] = [await newUser(), await newBook()];
    for (let n = 0; n < 5; n += 1) await newLoan(user.id);
    expectProblem(await lend(user.id, book.id), 409, 'emprunt_refuse', { motifs: ['limite_emprunts_atteinte'] });
    await expectNothingLent(user.id, book.id, 5);
  });

  (overHttp ? it.skip : it)('to somebody who is late, from the day after the due date', async () => {
    stopClock();
    const [user, book, other] = [await newUser(), await newBook(), await newBook()];
    await newLoan(user.id);
    forward({ days: 21 });
    expect((await lend(user.id, other.id)).status).toBe(201);
    forward({ days: 1 });
    expectProblem(await lend(user.id, book.id), 409, 'emprunt_refuse', { motifs: ['emprunts_en_retard'] });
    await expectNothingLent(user.id, book.id, 2);
  });

  (overHttp ? it.skip : it)('for every reason there is, and all of them are told', async () => {
    stopClock();
    const [user, book] = [await newUser(), await newBook({ exemplaires: 0 })];
    for (let n = 0; n < 5; n += 1) await newLoan(user.id);
    await owe(user.id);
    forward({ days: 22 });
    const answer = await lend(user.id, book.id);
    expectProblem(answer, 409, 'emprunt_refuse');
    expect(answer.body.motifs.toSorted()).toEqual([
      'aucun_exemplaire_disponible',
      'emprunts_en_retard',
      'limite_emprunts_atteinte',
      'penalites_impayees',
    ]);
    expect(answer.body.detail).not.toContain('_');
    expect(await loansOf(user.id)).toHaveLength(5);
  });
});
