import { describe, expect, it } from '@jest/globals';
import { made } from '../../support/api.ts';
import { availability, deleteBook, patchBook } from '../../support/books.ts';
import { day, dayAfter, forward } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
import {
  cancel,
  getHold,
  holdsOf,
  queueOf,
  reserve,
  resume,
  suspend,
  titleAllOut,
  titleSetAside,
  titleWaitedFor,
} from '../../support/holds.ts';
import { type Emprunt, giveBack, lend, newUser, owe, renew } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { block, deleteUser, patchUser, verification } from '../../support/users.ts';

/** Holds, as readers and the desk live with them. */

everyTest({ leaves: 'settled' });

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

  it('has the instant that its place has, though others have begun before it and come after', async () => {
    const { book } = await titleAllOut();
    const people = [await newUser(), await newUser(), await newUser(), await newUser()];
    await Promise.all(people.map(({ id }) => reserve(id, book.id).then(made)));
    const instants = (await queueOf(book.id)).map(({ date_reservation }) => date_reservation);
    expect(instants).toEqual([...new Set(instants)].sort());
    for (const hold of await queueOf(book.id)) {
      await cancel(hold.id);
      expect((await getHold(hold.id)).body.date_reservation).toBe(hold.date_reservation);
    }
  });

  it('has the name that its title has, and keeps the last of these once it is closed', async () => {
    const { book, loans, waiting } = await titleWaitedFor(1, 2);
    const titre = `${book.titre}, corrigé`;
    await patchBook(book.id, { titre });
    const [cancelled, fulfilled] = waiting.map(({ id }) => id) as [string, string];
    expect((await cancel(cancelled)).body.titre).toBe(titre);
    await giveBack(loans[0].id);
    made(await lend(waiting[1]?.utilisateur_id as string, book.id));
    await patchBook(book.id, { titre: 'Tout autre chose' });
    for (const id of [cancelled, fulfilled]) expect((await getHold(id)).body.titre).toBe(titre);
  });

  it('is listed with those that ended alike on one day, the latest first', async () => {
    const { id } = await newUser();
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push((await titleWaitedFor(1, 1, id)).waiting[0].id);
    const ended = [1, 2, 0].map((n) => ids[n] as string);
    for (const hold of ended) {
      await cancel(hold);
      forward({ ms: 5 });
    }
    expect((await holdsOf(id, 'annulee')).map((hold) => hold.id)).toEqual(ended.toReversed());
  });

  it('is refused for every reason there is, and all of them are told', async () => {
    const { book, loans } = await titleAllOut();
    const reader = loans[0]?.utilisateur_id as string;
    await owe(reader);
    await block(reader);
    await patchUser(reader, { adhesion: { date_fin: '2020-01-31' } });
    const motifs = ['penalites_impayees', 'compte_bloque', 'adhesion_expiree', 'livre_deja_emprunte'];
    expectProblem(await reserve(reader, book.id), 409, 'reservation_refusee', { motifs });
  });
});

describe('who waits', () => {
  it('keeps others from renewing, unless they are suspended or have their copy', async () => {
    const { loans, waiting } = await titleWaitedFor(2);
    const [[{ id }, other], [hold]] = [loans as [Emprunt, Emprunt], waiting];
    expectProblem(await renew(id), 409, 'prolongation_refusee', { motifs: ['livre_reserve'] });
    await suspend(hold.id, dayAfter(day(), 2));
    expect((await renew(id)).status).toBe(200);
    await resume(hold.id);
    await giveBack(other.id);
    expect((await renew(id)).status).toBe(200);
  });

  it('keeps nothing from being deleted once the hold is closed, and is gone with the account', async () => {
    const { book, hold } = await titleSetAside();
    await cancel(hold.id);
    expect((await deleteBook(book.id)).status).toBe(204);
    expect((await deleteUser(hold.utilisateur_id)).status).toBe(204);
    expectProblem(await getHold(hold.id), 404, 'reservation_introuvable');
  });
});
