import { expect, it } from '@jest/globals';
import { LEASE_MS } from '../../lib/loans/process.ts';
import { deleteBook, fewAtOnce, getBook, patchBook, postBook, someBook, uniqueWord } from '../support/books.ts';
import { backTo, forward, forwardPast } from '../support/clock.ts';
import { addCopy, copyOf, deleteCopy, lendCopy, lose, patchCopy, scan } from '../support/copies.ts';
import { everyTest } from '../support/every-test.ts';
import { cutAt } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { newIsbn } from '../support/isbn.ts';
import { type Emprunt, getLoan, giveBack, lend, newBook, newLoan, newUser, renew } from '../support/loans.ts';
import { readLoans, readTables, restoreTables } from '../support/read.ts';
import { reconcile } from '../support/reconciler.ts';
import { deleteUser } from '../support/users.ts';
import { type Call, type Race, ROUNDS, race, raceEach, times } from './racing.ts';

/** What is asked for at once has one outcome, and every caller is told the truth about it within the function's time. */

everyTest();

async function takeAllBack(): Promise<void> {
  const out = (await readLoans()).filter(({ statut }) => statut === 'en_cours');
  await Promise.all(out.map(({ id }) => giveBack(id)));
}

const RACES: Record<string, Race> = {
  'a late book is taken back four times, and charged once': race(['200, 3 × 409 emprunt_rendu'], async () => {
    const { id, date_echeance } = await newLoan();
    forwardPast(date_echeance);
    return times(4, () => giveBack(id));
  }),
  'a book is taken back while it is renewed, and is due as the answers say': race(
    ['2 × 200', '200, 409 emprunt_rendu'],
    async () => {
      const { id } = await newLoan();
      return {
        calls: [() => giveBack(id), () => renew(id)],
        after: async ([back, renewal]) => {
          expect(back?.status).toBe(200);
          const prolongations = renewal?.status === 200 ? 1 : 0;
          expect((await getLoan(id)).body).toMatchObject({ statut: 'rendu', prolongations });
        },
      };
    },
  ),
  'a book is renewed four times, and no more often than may be': race(
    ['2 × 200, 2 × 409 limite_prolongations_atteinte'],
    async () => {
      const { id } = await newLoan();
      return times(4, () => renew(id));
    },
  ),
  'a person is deleted while they borrow, and one of the two is refused': race(
    ['201, 409 emprunts_en_cours', '204, 404 utilisateur_introuvable'],
    async () => {
      const [user, book] = [await newUser(), await newBook()];
      return [() => lend(user.id, book.id), () => deleteUser(user.id)];
    },
  ),
  'a book is deleted while it is lent, and one of the two is refused': race(
    ['201, 409 exemplaires_empruntes', '204, 404 livre_introuvable'],
    async () => {
      const [user, book] = [await newUser(), await newBook()];
      return [() => lend(user.id, book.id), () => deleteBook(book.id)];
    },
  ),
  'a book is deleted while its title changes, and none of its words are left': race(
    ['200, 204', '204, 404 livre_introuvable'],
    async () => {
      const { id } = await newBook();
      return [() => deleteBook(id), () => patchBook(id, { titre: uniqueWord() })];
    },
  ),
  '20 new books have one ISBN, and one is made': race(['201, 19 × 409 isbn_deja_utilise'], async () => {
    const { ten, thirteen } = newIsbn();
    return times(20, (n) => postBook(someBook({ isbn: n % 2 ? ten : thirteen })));
  }),
  'four fields of a book change, and none is lost': race(['4 × 200'], async (n) => {
    const { id } = await newBook();
    const changes = [{ titre: `Titre ${n}` }, { auteur: `Auteur ${n}` }, { annee: n }, { exemplaires: 2 }];
    return {
      calls: changes.map((change) => () => patchBook(id, change)),
      after: async () => expect((await getBook(id)).body).toMatchObject(Object.assign({}, ...changes)),
    };
  }),
  'one person wants four copies of one title, and has one': race(['201, 3 × 409 livre_deja_emprunte'], async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 4 })];
    return times(4, () => lend(user.id, book.id));
  }),
  'a person wants three DVDs, and has two': race(['2 × 201, 409 limite_type_atteinte'], async () => {
    const [user, dvds] = [await newUser(), await fewAtOnce(3, () => newBook({ type: 'dvd' }))];
    return times(3, (n) => lend(user.id, dvds[n]?.id as string));
  }),
  'a copy is withdrawn while it is lent, and one of the two is refused': race(
    ['201, 409 exemplaire_emprunte', '200, 409 exemplaire_indisponible'],
    async () => {
      const [user, copy] = [await newUser(), await copyOf((await newBook()).id)];
      return [() => lendCopy(user.id, copy.code_barres), () => patchCopy(copy, { etat: 'retire' })];
    },
  ),
  'a copy is deleted while it is lent, and one of the two is refused': race(
    ['201, 409 exemplaire_emprunte', '204, 404 exemplaire_introuvable'],
    async () => {
      const [user, copy] = [await newUser(), await copyOf((await newBook()).id)];
      return [() => lendCopy(user.id, copy.code_barres), () => deleteCopy(copy)];
    },
  ),
  'a copy is deleted while it comes back, and nothing of it is left out': race(
    ['200, 204', '200, 409 exemplaire_emprunte'],
    async () => {
      const loan = await newLoan();
      return [() => giveBack(loan.id), () => deleteCopy({ livre_id: loan.livre_id, id: loan.exemplaire_id })];
    },
  ),
  'a book is lost while it comes back, and one of the two is refused': race(['200, 409 emprunt_rendu'], async () => {
    const { id } = await newLoan();
    return [() => giveBack(id), () => lose(id)];
  }),
  'a book is lost while it is renewed, and costs once': race(
    ['2 × 200', '200, 409 emprunt_rendu', '200, 409 penalites_impayees'],
    async () => {
      const { id } = await newLoan();
      return [() => lose(id), () => renew(id)];
    },
  ),
  'a copy is scanned four times at once, and one scan ends its loan': race(['4 × 200'], async () => {
    const { code_barres } = await newLoan();
    return {
      calls: times(4, () => scan(code_barres)),
      after: async (answers) => expect(answers.filter(({ body }) => body.emprunt !== null)).toHaveLength(1),
    };
  }),
  'a copy is scanned while it is lost, and is in service or lost as the answers say': race(
    ['2 × 200', '200, 409 emprunt_rendu'],
    async () => {
      const loan = await newLoan();
      return {
        calls: [() => scan(loan.code_barres), () => lose(loan.id)],
        after: async () => {
          // Whichever came last in the end, one more scan finds the copy on its shelf.
          await scan(loan.code_barres);
          expect((await scan(loan.code_barres)).body).toMatchObject({ suite: 'remettre_en_rayon', emprunt: null });
        },
      };
    },
  ),
  '20 copies have one barcode, and one is made': race(['201, 19 × 409 code_barres_deja_utilise'], async (n) => {
    const books = await fewAtOnce(20, () => newBook());
    return times(20, (k) => addCopy(books[k]?.id as string, { code_barres: `COURSE-${n}` }));
  }),
  '10 people want one named copy, and one has it': {
    outcomes: ['201, 9 × 409 exemplaire_emprunte'],
    prepare: async () => {
      const [users, book] = [await fewAtOnce(10, () => newUser()), await newBook({ exemplaires: 2 })];
      const copy = await copyOf(book.id);
      return async () => {
        await takeAllBack();
        return { calls: times(10, (n) => lendCopy(users[n]?.id as string, copy.code_barres)) };
      };
    },
  },
  // These come last: a process that has just started has many connections to open at once.
  '50 people want the last copy, and one has it': {
    outcomes: ['201, 49 × 409 aucun_exemplaire_disponible'],
    prepare: async () => {
      const [users, book] = [await fewAtOnce(50, () => newUser()), await newBook()];
      return async () => {
        await takeAllBack();
        return { calls: times(50, (n) => lend(users[n].id, book.id)) };
      };
    },
  },
  'a person wants 20 books, and has as many as one may': {
    outcomes: ['5 × 201, 15 × 409 limite_emprunts_atteinte'],
    prepare: async () => {
      const [user, books] = [await newUser(), await fewAtOnce(20, () => newBook())];
      return async () => {
        await takeAllBack();
        return {
          calls: times(20, (n) => lend(user.id, books[n]?.id as string)),
        };
      };
    },
  },
};

raceEach(RACES);

it('two reconcilers settle 9 loans at once: each is settled, and once', async () => {
  for (let n = 0; n < 9; n += 1) {
    const loan: Emprunt = await newLoan();
    const [user, book] = [await newUser(), await newBook()];
    if (n % 3 === 2) forwardPast(loan.date_echeance);
    const acts = [() => lend(user.id, book.id), () => renew(loan.id), () => giveBack(loan.id)];
    // After the write with which each begins, and before the one with which it ends.
    await cutAt({ point: 5 + (n % 3), arrives: n % 2 === 0, manner: 'dead' }, acts[n % 3] as Call);
  }
  forward({ ms: LEASE_MS + 1 });
  const [tables, now] = [await readTables(), Date.now()];
  expect(tables.loans.filter(({ transit }) => transit)).toHaveLength(9);
  for (let n = 0; n < ROUNDS; n += 1) {
    const reports = await Promise.all([reconcile(), reconcile()]);
    expect(reports.reduce((sum, { regles }) => sum + regles, 0)).toBe(9);
    expect(reports.map(({ restants }) => restants)).toEqual([0, 0]);
    const present = await readTables();
    expect(await violations({ settled: true, tables: present })).toEqual([]);
    backTo(now);
    await restoreTables(tables, present);
  }
});
