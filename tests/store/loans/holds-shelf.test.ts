import { randomUUID } from 'node:crypto';
import { expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { call } from '../../support/api.ts';
import { day, dayAfter, forward, forwardPast, stopClock } from '../../support/clock.ts';
import { newCopy, patchCopy } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import { sequences } from '../../support/extent.ts';
import { meanwhile, rest } from '../../support/faults.ts';
import {
  cancel,
  queueOf,
  type Reservation,
  shelf,
  suspend,
  sweepHolds,
  titleSetAside,
  titleWaitedFor,
} from '../../support/holds.ts';
import { violations } from '../../support/invariants.ts';
import { type Emprunt, giveBack, lend } from '../../support/loans.ts';
import { type BookItem, copiesOf, emptyTables, isBook, readTable, writeItems } from '../../support/read.ts';
import { type Outgoing, tap, weighed } from '../../support/wire.ts';

/** The list of what is set aside, read page after page, while copies are set aside and fetched. */

everyTest({ meetsItsFaults: true });

const PAGE = '/reservations?statut=mise_de_cote';

/** The days on which copies come back before the shelf is walked. */
const DAYS = 6;

const titles = async (): Promise<BookItem[]> => (await readTable('books')).filter(isBook);

/** What the books service reads of its titles, and the units of their index, while the shelf is walked. */
async function walk(limit: number) {
  const read = { pages: 0, titles: 0, units: 0 };
  const stop = tap(async ({ kind, sender, input }, send) => {
    const answer = (await send()) as { ConsumedCapacity?: { CapacityUnits: number } };
    if (sender === 'books-holds' && kind === 'Query') {
      read.pages += 1;
      read.units += answer.ConsumedCapacity?.CapacityUnits ?? Number.NaN;
    }
    if (sender === 'books-holds' && kind === 'BatchGetItem')
      for (const { Keys } of Object.values<{ Keys: { sk: { S: string } }[] }>(input.RequestItems))
        read.titles += Keys.filter(({ sk }) => sk.S === 'LIVRE').length;
    return answer;
  });
  const all = await weighed(() => shelf(limit)).finally(stop);
  return { shown: all.length, ...read };
}

it('a walk reads a tenth more titles than it shows at most, however long the shelf is, and the index once a page', async () => {
  // A copy of this one is set aside on each of the days, and one of another title; a third has only a suspended hold.
  const { loans } = await titleWaitedFor(DAYS, DAYS);
  await suspend((await titleWaitedFor()).waiting[0].id, dayAfter(day(), 90));
  for (const [n, { id }] of loans.entries()) {
    if (n > 0) forward({ days: 1 });
    await giveBack(id);
    await titleSetAside();
  }
  const models = await titles();
  const ids = models.flatMap(({ id, reservations = {} }) => [id as string, ...Object.keys(reservations)]);
  for (const copies of [5, 10]) {
    await writeItems('books', copiesOf(models, ids, copies).flat());
    const inIndex = (await titles()).filter(({ suivi }) => suivi !== undefined).length;
    for (const limit of [20, 100]) {
      const { shown, pages, titles: read, units } = await walk(limit);
      expect(pages).toBe(Math.ceil(shown / limit));
      expect(read).toBeLessThanOrEqual(1.1 * shown + 2);
      expect(units).toBeLessThanOrEqual(pages * Math.ceil(inIndex / 50));
    }
  }
}, 120_000);

it('all two hundred who can wait for a title can have their copies set aside, each on another day over ten years', async () => {
  const { book, hold } = await titleSetAside();
  const [item] = (await titles()) as [BookItem];
  const [copy] = Object.values(item.exemplaires ?? {});
  const all = Array.from({ length: 200 }, (_, n) => ({
    copyId: randomUUID(),
    holdId: n === 0 ? hold.id : randomUUID(),
    date_limite: dayAfter(day(), n * 18),
  }));
  const holds = all.map(({ copyId, holdId, date_limite }, place) => [
    holdId,
    { ...item.reservations?.[hold.id], place, exemplaire_id: copyId, date_limite },
  ]);
  const exemplaires = Object.fromEntries(
    all.map(({ copyId }, n) => [copyId, { ...copy, code_barres: `BM${1000 + n}` }]),
  );
  const full = { ...item, exemplaires, emprunts: {}, reservations: Object.fromEntries(holds) } as BookItem;
  await writeItems('books', [full]);
  // The library writes the title.
  await newCopy(book.id);
  expect((await shelf()).map(({ id }) => id)).toEqual(all.map(({ holdId }) => holdId));
});

it('a page is full, though what it was to show is fetched or cancelled while it is read', async () => {
  for (let n = 0; n < 6; n += 1) await titleSetAside();
  const before = await shelf();
  const isReading = ({ kind, sender }: Outgoing) => kind === 'BatchGetItem' && sender === 'books-holds';
  const [first, second, ...left] = before as [Reservation, Reservation, ...Reservation[]];
  meanwhile(isReading, async () => {
    await cancel(first.id);
    await lend(second.utilisateur_id, second.livre_id);
  });
  const { elements, curseur_suivant } = (await call('GET', `${PAGE}&limite=3`)).body;
  expect(elements).toEqual(left.slice(0, 3));
  const { body } = await call('GET', `${PAGE}&limite=3&curseur=${curseur_suivant}`);
  expect(body).toEqual({ elements: left.slice(3) });
});

it('what is set aside by itself is on the shelf before the sweep has written it', async () => {
  const expired = await titleSetAside(2);
  const away = await titleWaitedFor();
  await suspend(away.waiting[0].id, expired.limit);
  await giveBack(away.loans[0].id);
  forward({ days: 1 });
  const stays = await titleSetAside();
  forwardPast(expired.limit);
  const ids = async () => (await shelf()).map(({ id }) => id);
  const all = await ids();
  expect(all[0]).toBe(stays.hold.id);
  expect(all.slice(1).sort()).toEqual([expired.waiting[1]?.id, away.waiting[0].id].sort());
  await sweepHolds();
  expect(await ids()).toEqual(all);
});

type Title = Awaited<ReturnType<typeof titleWaitedFor>>;

/** What may happen to a title, or to all, between two pages. */
const ACTS: Record<string, (title: Title, hold: Reservation | undefined) => unknown> = {
  'a copy comes back': ({ loans }) => {
    const loan = (loans as Emprunt[]).shift();
    return loan && giveBack(loan.id);
  },
  'what is set aside is fetched': ({ book }, hold) => hold && lend(hold.utilisateur_id, book.id),
  'what is set aside is cancelled': (_, hold) => hold && cancel(hold.id),
  'what is set aside is repaired, and set aside anew': async ({ book }, hold) => {
    if (!hold?.exemplaire) return;
    const copy = { livre_id: book.id, id: hold.exemplaire.id };
    await patchCopy(copy, { etat: 'en_reparation' });
    await patchCopy(copy, { etat: 'en_service' });
  },
  'the last who waits is away until today': async ({ waiting }) => suspend((waiting.at(-1) as Reservation).id, day()),
  'three days pass': () => forward({ days: 3 }),
  'the sweep passes': () => sweepHolds(),
};

const positionOf = ({ date_limite, livre_id, id }: Reservation): string => `${date_limite} ${livre_id} ${id}`;

/** What is set aside, as the queues of the titles tell, in the order of the shelf. */
async function naiveShelf(all: readonly Title[]): Promise<Reservation[]> {
  const queues = await Promise.all(all.map(({ book }) => queueOf(book.id)));
  const aside = queues.flat().filter(({ statut }) => statut === 'mise_de_cote');
  return aside.sort((one, other) => (positionOf(one) < positionOf(other) ? -1 : 1));
}

const RUNS = sequences({ everyday: 2, thorough: 100 });

/** Of each title the days on which its copies come back, if they do; one person more waits for it than it has copies. */
const TITLES = fc.array(fc.array(fc.nat(DAYS), { minLength: 1, maxLength: 3, size: 'max' }), {
  minLength: 2,
  maxLength: 5,
  size: 'max',
});
const ACT = fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.nat(4), fc.nat(2));
const PAGES = fc.record({
  limit: fc.integer({ min: 1, max: 3 }),
  between: fc.array(fc.array(ACT, { maxLength: 3 }), { maxLength: 8, size: 'max' }),
});

test(`pages show what the queues tell behind the last one, whatever happens between them (${RUNS.numRuns} walks, seed ${RUNS.seed})`, async () => {
  const property = fc.asyncProperty(TITLES, PAGES, async (returns, { limit, between }) => {
    await emptyTables();
    stopClock();
    await rest();
    const all: Title[] = [];
    for (const { length } of returns) all.push(await titleWaitedFor(length, length + 1));
    for (let today = 0; today < DAYS; today += 1) {
      if (today > 0) forward({ days: 1 });
      for (const [n, days] of returns.entries())
        for (const _ of days.filter((one) => one === today))
          await ACTS['a copy comes back']?.(all[n] as Title, undefined);
    }
    const play = async ([name, n, which]: [string, number, number]) => {
      const title = all[n % all.length] as Title;
      await ACTS[name]?.(title, (await naiveShelf([title]))[which]);
    };

    const shown: Reservation[] = [];
    const walked: Set<string>[] = [];
    for (let cursor: string | undefined = '', n = 0; cursor !== undefined; n += 1) {
      if (n > 0) for (const act of between[n - 1] ?? []) await play(act);
      const now = await naiveShelf(all);
      walked.push(new Set(now.map(positionOf)));
      const last = shown.at(-1);
      const left = now.filter((one) => last === undefined || positionOf(one) > positionOf(last));
      const { body } = await call('GET', `${PAGE}&limite=${limit}${cursor && `&curseur=${cursor}`}`);
      const page = body.elements.map(({ emprunteur, ...hold }: { emprunteur: object }) => hold);
      expect(page).toEqual(left.slice(0, limit));
      expect(body.curseur_suivant !== undefined).toBe(left.length > limit);
      shown.push(...page);
      cursor = body.curseur_suivant;
    }
    const places = shown.map(positionOf);
    expect(new Set(places).size).toBe(places.length);
    const stayed = [...(walked[0] as Set<string>)].filter((place) => walked.every((now) => now.has(place)));
    expect(places).toEqual(expect.arrayContaining(stayed));
    expect(await violations()).toEqual([]);
  });
  await fc.assert(property, { ...RUNS, endOnFailure: true });
}, 600_000);
