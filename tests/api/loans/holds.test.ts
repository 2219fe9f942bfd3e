import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { call, made, member } from '../../support/api.ts';
import { availability, bookPath, deleteBook, newBook } from '../../support/books.ts';
import { day, dayAfter } from '../../support/clock.ts';
import { copyOf, patchCopy, scan } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import {
  cancel,
  getHold,
  holdPath,
  holdsOf,
  newHold,
  queueOf,
  reserve,
  resume,
  suspend,
  titleAllOut,
} from '../../support/holds.ts';
import { giveBack, keyed, newUser, owe, renew } from '../../support/loans.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { deleteUser, patchUser, userPath, verification } from '../../support/users.ts';

/** Holds, as readers and the desk live with them. */

everyTest({ leaves: 'settled' });

const refused = (answer: Awaited<ReturnType<typeof reserve>>, ...motifs: string[]) =>
  expectProblem(answer, 409, 'reservation_refusee', { motifs });

describe('a hold', () => {
  it('of a title that is all out has the last place of its queue', async () => {
    const { book } = await titleAllOut();
    const [first, second] = [await newUser(), await newUser()];
    const hold = made(await reserve(first.id, book.id));
    expect(hold).toEqual({
      id: expect.any(String),
      utilisateur_id: first.id,
      livre_id: book.id,
      titre: book.titre,
      statut: 'en_attente',
      date_reservation: new Date().toISOString(),
      rang: 1,
      suspendue_jusqu_au: null,
      exemplaire: null,
      date_limite: null,
    });
    const next = made(await reserve(second.id, book.id));
    expect(next.rang).toBe(2);
    expect((await getHold(hold.id)).body).toEqual(hold);
    expect(await queueOf(book.id)).toEqual([hold, next]);
    expect(await holdsOf(first.id)).toEqual([hold]);
    expect(await availability(book.id)).toMatchObject({ disponibles: 0, reservations: 2 });
    expect(await verification(first.id)).toMatchObject({ reservations_en_cours: 1, limite_reservations: 3 });
  });

  it('says where it is found, and is found there', async () => {
    const { book } = await titleAllOut();
    const answer = await reserve((await newUser()).id, book.id);
    expect(answer.headers.location).toBe(holdPath(answer.body.id));
  });

  it('is refused for every reason there is, and all of them are told', async () => {
    const { book, loans } = await titleAllOut();
    const reader = loans[0]?.utilisateur_id as string;
    refused(await reserve(reader, book.id), 'livre_deja_emprunte');
    await owe(reader);
    await call('PUT', `${userPath(reader)}/blocage`, { body: { motif: 'Carte perdue' } });
    await patchUser(reader, { adhesion: { date_fin: '2020-01-31' } });
    const personal = ['penalites_impayees', 'compte_bloque', 'adhesion_expiree'];
    refused(await reserve(reader, book.id), ...personal, 'livre_deja_emprunte');

    const person = await newUser();
    for (let n = 0; n < 3; n += 1) await newHold((await titleAllOut()).book.id, person.id);
    refused(await reserve(person.id, book.id), 'limite_reservations_atteinte');

    const free = await newBook();
    const { id } = await newUser();
    refused(await reserve(id, free.id), 'exemplaire_disponible');
    await patchCopy(await copyOf(free.id), { etat: 'en_reparation' });
    refused(await reserve(id, free.id), 'aucun_exemplaire_reservable');
    await newHold(book.id, id);
    refused(await reserve(id, book.id), 'reservation_existante');
  });

  it('is placed by and for nobody and nothing that does not exist', async () => {
    const { book } = await titleAllOut();
    expectProblem(await reserve(randomUUID(), book.id), 404, 'utilisateur_introuvable');
    expectProblem(await reserve((await newUser()).id, randomUUID()), 404, 'livre_introuvable');
    expectFaults(await call('POST', '/reservations', { body: {} }), 'utilisateur_id', 'livre_id');
    for (const act of [getHold, cancel, resume, (id: string) => suspend(id, day())])
      expectProblem(await act(randomUUID()), 404, 'reservation_introuvable');
  });

  it('is a member’s own affair, and a librarian’s', async () => {
    const { book } = await titleAllOut();
    const [own, other] = [await newUser(), await newUser()];
    const [token, foreign] = [await member(own.id), await member(other.id)];
    expectProblem(await reserve(own.id, book.id, { token: foreign }), 403, 'acces_refuse');
    const hold = made(await reserve(own.id, book.id, { token }));
    expect((await getHold(hold.id, { token })).body).toEqual(hold);
    expect((await suspend(hold.id, day(), { token })).status).toBe(200);
    expect((await resume(hold.id, { token })).status).toBe(200);
    for (const act of [getHold, cancel, resume, (id: string, options: object) => suspend(id, day(), options)])
      for (const id of [hold.id, randomUUID()]) expectProblem(await act(id, { token: foreign }), 403, 'acces_refuse');
    expectProblem(await call('GET', `/utilisateurs/${own.id}/reservations`, { token: foreign }), 403, 'acces_refuse');
    for (const path of [`${bookPath(book.id)}/reservations`, '/reservations?statut=mise_de_cote'])
      expectProblem(await call('GET', path, { token }), 403, 'acces_refuse');
    expect((await cancel(hold.id, { token })).body).toEqual({ ...hold, statut: 'annulee', rang: null });
  });
});

describe('who waits', () => {
  it('keeps others from renewing, unless they are suspended or have their copy', async () => {
    const { book, loans } = await titleAllOut(2);
    const [{ id }, other] = loans as [(typeof loans)[number], (typeof loans)[number]];
    const hold = await newHold(book.id);
    expectProblem(await renew(id), 409, 'prolongation_refusee', { motifs: ['livre_reserve'] });
    await suspend(hold.id, dayAfter(day(), 2));
    expect((await renew(id)).status).toBe(200);
    await resume(hold.id);
    await giveBack(other.id);
    expect((await renew(id)).status).toBe(200);
  });

  it('keeps an account and a title from being deleted', async () => {
    const { book, loans } = await titleAllOut();
    const hold = await newHold(book.id);
    await giveBack(loans[0]?.id as string);
    const motifs = ['reservations_en_cours'];
    expectProblem(await deleteUser(hold.utilisateur_id), 409, 'suppression_refusee', { motifs });
    expectProblem(await deleteBook(book.id), 409, 'suppression_refusee', { motifs });
    await cancel(hold.id);
    expect((await deleteBook(book.id)).status).toBe(204);
    expect((await deleteUser(hold.utilisateur_id)).status).toBe(204);
    expectProblem(await getHold(hold.id), 404, 'reservation_introuvable');
  });

  it('is told the first answer again under the same key', async () => {
    const { book, loans } = await titleAllOut();
    const person = await newUser();
    const [a, b, c, d, e] = Array.from({ length: 5 }, () => keyed());
    const hold = made(await reserve(person.id, book.id, a));
    const until = dayAfter(day(), 1);
    const suspended = (await suspend(hold.id, until, b)).body;
    const resumed = (await resume(hold.id, c)).body;
    const scanned = (await scan(loans[0]?.code_barres as string, d)).body;
    const cancelled = (await cancel(hold.id, e)).body;
    const again = [
      await reserve(person.id, book.id, a),
      await suspend(hold.id, until, b),
      await resume(hold.id, c),
      await scan(loans[0]?.code_barres as string, d),
      await cancel(hold.id, e),
    ];
    expect(again.map(({ body }) => body)).toEqual([hold, suspended, resumed, scanned, cancelled]);
    expect(again.map(({ headers }) => headers['idempotent-replayed'])).toEqual(Array(5).fill('true'));
  });
});
