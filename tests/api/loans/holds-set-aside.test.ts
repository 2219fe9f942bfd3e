import { describe, expect, it } from '@jest/globals';
import { call, made } from '../../support/api.ts';
import { availability } from '../../support/books.ts';
import { day, dayAfter, forward, forwardPast } from '../../support/clock.ts';
import { copyOf, deleteCopy, findCopy, lendCopy, newCopy, patchCopy, scan } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import {
  cancel,
  getHold,
  holdPath,
  holdsOf,
  newHold,
  queueOf,
  type Reservation,
  resume,
  shelf,
  standing,
  suspend,
  sweepHolds,
  titleAllOut,
  titleSetAside,
  titleWaitedFor,
} from '../../support/holds.ts';
import { giveBack, keyed, lend, newUser } from '../../support/loans.ts';
import { isOpenDay } from '../../support/naive-calendar.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { allPages, userPath, verification } from '../../support/users.ts';

/** What is set aside, for whom, and until when. */

everyTest({ leaves: 'settled' });

/** Seven open days after that day, reckoned day by day. */
function lastShelfDay(from = day()): string {
  let date = from;
  for (let open = 0; open < 7; ) {
    date = dayAfter(date, 1);
    if (isOpenDay(date)) open += 1;
  }
  return date;
}

describe('a copy that comes back', () => {
  it('is set aside for the first who waits, for seven open days, and the desk is told for whom', async () => {
    const { book, loans, waiting: all } = await titleWaitedFor(1, 2);
    const [waiting, second] = all as [Reservation, Reservation];
    const answer = await scan(loans[0].code_barres);
    const { nom, prenom, adhesion } = (await call('GET', userPath(waiting.utilisateur_id))).body;
    const copy = await copyOf(book.id);
    const aside: Reservation = {
      ...waiting,
      statut: 'mise_de_cote',
      rang: null,
      exemplaire: { id: copy.id, code_barres: copy.code_barres, cote: null },
      date_limite: lastShelfDay(),
    };
    const shelved = { ...aside, emprunteur: { nom, prenom, numero_carte: adhesion.numero_carte } };
    expect(answer.body).toMatchObject({
      emprunt: { id: loans[0].id, statut: 'rendu' },
      exemplaire: { situation: 'mis_de_cote' },
      suite: 'mettre_de_cote',
      reservation: shelved,
    });
    // Whoever scans it again is told the same.
    expect((await scan(copy.code_barres)).body).toEqual({ ...answer.body, emprunt: null });
    expect((await getHold(waiting.id)).body).toEqual(aside);
    expect(await shelf()).toEqual([shelved]);
    expect(await queueOf(book.id)).toEqual([aside, { ...second, rang: 1 }]);
    expect((await findCopy(copy.code_barres)).body).toMatchObject({
      situation: 'mis_de_cote',
      reservation_id: waiting.id,
      emprunt_id: null,
    });
    expect(await availability(book.id)).toMatchObject({ disponibles: 0, disponible: false, reservations: 2 });
  });

  it('by its loan is set aside as well, and so is a new copy or one that is in service again', async () => {
    const { book, waiting: holds } = await titleSetAside(3);
    expect((await newCopy(book.id)).situation).toBe('mis_de_cote');
    const mended = await newCopy(book.id);
    expect(mended.situation).toBe('mis_de_cote');
    expect(await standing(book.id)).toEqual(Array(3).fill('mise_de_cote'));
    expect((await patchCopy(mended, { etat: 'en_reparation' })).body.situation).toBe('indisponible');
    expect((await getHold(holds[2]?.id as string)).body).toMatchObject({ statut: 'en_attente', rang: 1 });
    expect((await patchCopy(mended, { etat: 'en_service' })).body.situation).toBe('mis_de_cote');
  });
});

describe('what is set aside', () => {
  /** A copy that is set aside for the first of two who wait. */
  async function setAside() {
    const { book, waiting, loans } = await titleSetAside(2);
    const [first, second] = waiting as [Reservation, Reservation];
    return { book, first, second, code_barres: loans[0].code_barres };
  }

  it('is lent to nobody else, by title or by barcode', async () => {
    const { book, code_barres, second } = await setAside();
    for (const who of [(await newUser()).id, second.utilisateur_id])
      for (const answer of [await lend(who, book.id), await lendCopy(who, code_barres)])
        expectProblem(answer, 409, 'emprunt_refuse', { motifs: ['livre_reserve'] });
  });

  it('fulfils its hold when it is fetched, and frees the place on the account', async () => {
    const { book, first, second, code_barres } = await setAside();
    const loan = made(await lend(first.utilisateur_id, book.id));
    expect(loan.code_barres).toBe(code_barres);
    expect((await getHold(first.id)).body).toEqual({ ...first, statut: 'honoree', rang: null });
    expect(await holdsOf(first.utilisateur_id)).toEqual([]);
    expect(await holdsOf(first.utilisateur_id, 'honoree')).toHaveLength(1);
    expect((await verification(first.utilisateur_id)).reservations_en_cours).toBe(0);
    expect(await queueOf(book.id)).toEqual([{ ...second, rang: 1 }]);
  });

  it('goes on to the next when its hold is cancelled, and back to the shelf after the last', async () => {
    const { book, first, second } = await setAside();
    expect((await cancel(first.id)).body).toEqual({ ...first, statut: 'annulee', rang: null });
    expect((await getHold(second.id)).body).toMatchObject({ statut: 'mise_de_cote', date_limite: lastShelfDay() });
    await cancel(second.id);
    expect(await availability(book.id)).toMatchObject({ disponibles: 1, reservations: 0 });
    expect(await holdsOf(first.utilisateur_id, 'annulee')).toHaveLength(1);
    for (const { id } of [first, second])
      expectProblem(await cancel(id), 409, 'annulation_refusee', { motifs: ['reservation_close'] });
  });

  it('waits for its last day, that day included, and is the next one’s the day after', async () => {
    const { book, first, second } = await setAside();
    const limit = lastShelfDay();
    forwardPast(limit, 0);
    expect((await getHold(first.id)).body).toMatchObject({ statut: 'mise_de_cote', date_limite: limit });
    expect(await sweepHolds()).toEqual({ expirees: 0, restantes: 0 });
    forward({ days: 1 });
    // Nobody has to wait for the sweep: what is asked is answered as of today.
    expect((await getHold(first.id)).body.statut).toBe('expiree');
    expect(await queueOf(book.id)).toMatchObject([
      { id: second.id, statut: 'mise_de_cote', date_limite: lastShelfDay() },
    ]);
    expectProblem(await lend(first.utilisateur_id, book.id), 409, 'emprunt_refuse', { motifs: ['livre_reserve'] });
    expectProblem(await cancel(first.id), 409, 'annulation_refusee', { motifs: ['reservation_close'] });
    expectProblem(await suspend(first.id, day()), 409, 'suspension_refusee', { motifs: ['reservation_close'] });
    expect(await sweepHolds()).toEqual({ expirees: 1, restantes: 0 });
    expect(await sweepHolds()).toEqual({ expirees: 0, restantes: 0 });
    expect(await holdsOf(first.utilisateur_id)).toEqual([]);
    expect(await holdsOf(first.utilisateur_id, 'expiree')).toEqual([{ ...first, statut: 'expiree', rang: null }]);
    expect((await verification(first.utilisateur_id)).reservations_en_cours).toBe(0);
    expect((await lend(second.utilisateur_id, book.id)).status).toBe(201);
  });

  it('and deleted is served by another copy', async () => {
    const { book, first, second } = await setAside();
    const { exemplaire } = (await getHold(first.id)).body;
    const spare = await newCopy(book.id);
    await cancel(second.id);
    expect((await deleteCopy({ livre_id: book.id, id: exemplaire.id })).status).toBe(204);
    expect((await getHold(first.id)).body.exemplaire.id).toBe(spare.id);
  });
});

describe('a suspended hold', () => {
  it('keeps its place and is passed over until the day after', async () => {
    const { book, loans, waiting } = await titleWaitedFor(2, 2);
    const [first, second] = waiting as [Reservation, Reservation];
    const until = dayAfter(day(), 3);
    const suspended = (await suspend(first.id, until)).body;
    expect(suspended).toEqual({ ...first, suspendue_jusqu_au: until });
    await giveBack(loans[0]?.id as string);
    expect(await queueOf(book.id)).toMatchObject([
      { id: first.id, statut: 'en_attente', rang: 1, suspendue_jusqu_au: until },
      { id: second.id, statut: 'mise_de_cote' },
    ]);
    await giveBack(loans[1]?.id as string);
    expect(await availability(book.id)).toMatchObject({ disponibles: 1, reservations: 2 });
    forwardPast(until, 0);
    expect((await getHold(first.id)).body.statut).toBe('en_attente');
    forward({ days: 1 });
    expect((await getHold(first.id)).body).toMatchObject({ statut: 'mise_de_cote', suspendue_jusqu_au: null });
    expect(await availability(book.id)).toMatchObject({ disponibles: 0 });
    expect(await sweepHolds()).toEqual({ expirees: 0, restantes: 0 });
    expectProblem(await suspend(first.id, day()), 409, 'suspension_refusee', { motifs: ['reservation_mise_de_cote'] });
    expectProblem(await resume(first.id), 409, 'suspension_refusee', { motifs: ['reservation_mise_de_cote'] });
  });

  it('that is resumed is served at once by what is free', async () => {
    const { loans, waiting } = await titleWaitedFor();
    await suspend(waiting[0].id, dayAfter(day(), 30));
    await giveBack(loans[0].id);
    expect((await resume(waiting[0].id)).body).toMatchObject({ statut: 'mise_de_cote', date_limite: lastShelfDay() });
  });

  it('stays as it is when it is suspended or resumed twice, and is never suspended until yesterday', async () => {
    const [hold] = (await titleWaitedFor()).waiting;
    expect((await resume(hold.id)).body).toEqual(hold);
    const until = dayAfter(day(), 1);
    for (let n = 0; n < 2; n += 1)
      expect((await suspend(hold.id, until)).body).toEqual({ ...hold, suspendue_jusqu_au: until });
    expectFaults(await suspend(hold.id, dayAfter(day(), -1)), 'jusqu_au');
    expectFaults(await call('POST', `${holdPath(hold.id)}/suspension`, { body: {} }), 'jusqu_au');
  });

  it('until today answers the same under its key the day after', async () => {
    const [hold] = (await titleWaitedFor()).waiting;
    const until = day();
    const key = keyed();
    const { status, body } = await suspend(hold.id, until, key);
    expect([status, body.suspendue_jusqu_au]).toEqual([200, until]);
    forward({ ms: 20 * 3_600_000 });
    expect(await suspend(hold.id, until, key)).toMatchObject({ status: 200, body });
    for (const options of [{}, keyed()]) expectFaults(await suspend(hold.id, dayAfter(day(), -1), options), 'jusqu_au');
  });
});

it('a person’s holds of one kind come in full pages, and the last of them has no cursor', async () => {
  const { id } = await newUser();
  const titles = [await titleAllOut(), await titleAllOut(), await titleAllOut()];
  for (const { book } of titles) await newHold(book.id, id);
  await giveBack(titles[1]?.loans[0].id as string);
  const [first, aside, last] = titles.map(({ book }) => expect.objectContaining({ livre_id: book.id }));
  const pagesOf = (statut: string) => allPages(`${userPath(id)}/reservations?statut=${statut}`, 1);
  expect(await pagesOf('mise_de_cote')).toEqual({ elements: [aside], pages: 1 });
  expect(await pagesOf('en_attente')).toEqual({ elements: [first, last], pages: 2 });
});

it('the shelf shows first what is to be fetched first, over all titles, in pages of any size', async () => {
  for (let n = 0; n < 3; n += 1) {
    const { loans } = await titleWaitedFor(2, 2);
    await giveBack(loans[0].id);
    forward({ days: n % 3 });
    await giveBack(loans[1]?.id as string);
  }
  const all = await shelf();
  expect(all).toHaveLength(6);
  expect(all.map(({ date_limite }) => date_limite)).toEqual(all.map(({ date_limite }) => date_limite).sort());
  for (const limit of [1, 3, 5]) expect(await shelf(limit)).toEqual(all);
  expectFaults(await call('GET', '/reservations?statut=en_attente'), 'statut');
});
