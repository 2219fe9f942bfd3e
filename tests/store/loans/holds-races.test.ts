import { expect } from '@jest/globals';
import { type Answer, newUser } from '../../support/api.ts';
import { deleteBook, newBook } from '../../support/books.ts';
import { day, dayAfter, forwardPast } from '../../support/clock.ts';
import { copyOf, patchCopy, scan } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import {
  cancel,
  getHold,
  type Reservation,
  reserve,
  resume,
  standing,
  suspend,
  sweepHolds,
  titleAllOut,
  titleSetAside,
  titleWaitedFor,
} from '../../support/holds.ts';
import { availability, giveBack, lend, newLoan } from '../../support/loans.ts';
import { deleteUser } from '../../support/users.ts';
import { type Race, race, raceEach, times } from '../racing.ts';

/** No copy lies free while somebody waits, and none goes to two, however the calls meet. */

everyTest();

/** A run of the sweep, as an answer among others. */
const sweeping = (): Promise<Answer> => sweepHolds().then((body) => ({ status: 200, headers: {}, body }));

const statusOf = async ({ id }: Reservation): Promise<string> => (await getHold(id)).body.statut;

const RACES: Record<string, Race> = {
  'two copies come back for one who waits, and one is set aside': race(['2 × 200'], async () => {
    const { book, loans } = await titleWaitedFor(2, 1);
    return {
      calls: times(2, (n) => giveBack(loans[n]?.id as string)),
      after: async () => expect(await availability(book.id)).toMatchObject({ disponibles: 1, reservations: 1 }),
    };
  }),
  'one copy comes back for two who wait, and the first has it': race(['2 × 200'], async () => {
    const { book, loans } = await titleWaitedFor(1, 2);
    return {
      calls: [() => giveBack(loans[0].id), () => scan(loans[0].code_barres)],
      after: async () => expect(await standing(book.id)).toEqual(['mise_de_cote', 'en_attente']),
    };
  }),
  'two copies come back for two who wait, and each has one': race(['2 × 200'], async () => {
    const { book, loans } = await titleWaitedFor(2, 2);
    return {
      calls: times(2, (n) => scan(loans[n]?.code_barres as string)),
      after: async (answers) => {
        expect(await standing(book.id)).toEqual(['mise_de_cote', 'mise_de_cote']);
        expect(new Set(answers.map(({ body }) => body.reservation.id)).size).toBe(2);
      },
    };
  }),
  'a hold is placed while the copy comes back, and waits for nothing': race(
    ['200, 201', '200, 409 exemplaire_disponible'],
    async () => {
      const [{ book, loans }, { id }] = [await titleAllOut(), await newUser()];
      return {
        calls: [() => giveBack(loans[0].id), () => reserve(id, book.id)],
        after: async () => expect(['', 'mise_de_cote']).toContain((await standing(book.id)).join()),
      };
    },
  ),
  'a hold is cancelled while its copy comes back, which is on its shelf then': race(['2 × 200'], async () => {
    const { book, loans, waiting } = await titleWaitedFor(1, 1);
    return {
      calls: [() => giveBack(loans[0].id), () => cancel(waiting[0].id)],
      after: async () => expect(await availability(book.id)).toMatchObject({ disponibles: 1, reservations: 0 }),
    };
  }),
  'a suspension is ended while a copy comes back, which is set aside then': race(['2 × 200'], async () => {
    const { book, loans, waiting } = await titleWaitedFor(1, 1);
    await suspend(waiting[0].id, dayAfter(day(), 9));
    return {
      calls: [() => giveBack(loans[0].id), () => resume(waiting[0].id)],
      after: async () => expect(await standing(book.id)).toEqual(['mise_de_cote']),
    };
  }),
  'the sweep runs while a copy is fetched on its last day, and takes nothing away': race(['200, 201'], async () => {
    const { book, waiting, limit } = await titleSetAside(2);
    forwardPast(limit, 0);
    return {
      calls: [() => lend(waiting[0].utilisateur_id, book.id), sweeping],
      after: async () => expect(await statusOf(waiting[0])).toBe('honoree'),
    };
  }),
  'the sweep runs while its person comes a day late, and the copy is the next one’s': race(
    ['200, 409 livre_reserve'],
    async () => {
      const { book, waiting, limit } = await titleSetAside(2);
      forwardPast(limit);
      return {
        calls: [() => lend(waiting[0].utilisateur_id, book.id), sweeping],
        after: async () => expect(await standing(book.id)).toEqual(['mise_de_cote']),
      };
    },
  ),
  'two sweeps close the same holds, each once': race(['2 × 200'], async () => {
    const { book, waiting, limit } = await titleSetAside(2);
    forwardPast(limit);
    return {
      calls: [sweeping, sweeping],
      after: async () => {
        expect(await statusOf(waiting[0])).toBe('expiree');
        expect(await standing(book.id)).toEqual(['mise_de_cote']);
      },
    };
  }),
  'what is set aside is withdrawn while it is fetched, and one of the two is refused': race(
    ['201, 409 exemplaire_emprunte', '200, 409 aucun_exemplaire_disponible'],
    async () => {
      const { book, waiting } = await titleSetAside();
      const copy = await copyOf(book.id);
      return [() => lend(waiting[0].utilisateur_id, book.id), () => patchCopy(copy, { etat: 'retire' })];
    },
  ),
  'what is set aside is fetched while its hold is cancelled, and is lent': race(
    ['201, 200', '201, 409 reservation_close'],
    async () => {
      const { book, waiting } = await titleSetAside();
      return [() => lend(waiting[0].utilisateur_id, book.id), () => cancel(waiting[0].id)];
    },
  ),
  'one person reserves one title four times, and once': race(['201, 3 × 409 reservation_existante'], async () => {
    const [{ book }, { id }] = [await titleAllOut(), await newUser()];
    return times(4, () => reserve(id, book.id));
  }),
  'one person reserves five titles, and has as many holds as one may': race(
    ['3 × 201, 2 × 409 limite_reservations_atteinte'],
    async () => {
      const { id } = await newUser();
      const titles: string[] = [];
      for (let n = 0; n < 5; n += 1) titles.push((await newLoan()).livre_id);
      return titles.map((title) => () => reserve(id, title));
    },
  ),
  'a person is deleted while they reserve, and one of the two is refused': race(
    ['201, 409 reservations_en_cours', '204, 404 utilisateur_introuvable'],
    async () => {
      const [{ livre_id }, { id }] = [await newLoan(), await newUser()];
      return [() => reserve(id, livre_id), () => deleteUser(id)];
    },
  ),
  'a title is deleted while its last hold is cancelled, and nothing is left of either': race(
    ['200, 204', '200, 409 reservations_en_cours'],
    async () => {
      const { book, waiting } = await titleSetAside();
      return [() => deleteBook(book.id), () => cancel(waiting[0].id)];
    },
  ),
  'the last free copy is lent to a passer-by while somebody reserves the title': race(
    ['2 × 201', '201, 409 exemplaire_disponible'],
    async () => {
      const [book, passer, person] = [await newBook(), await newUser(), await newUser()];
      return [() => lend(passer.id, book.id), () => reserve(person.id, book.id)];
    },
  ),
};

raceEach(RACES);
