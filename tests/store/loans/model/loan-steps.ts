import { expect } from '@jest/globals';
import { lose, scan } from '../../../support/copies.ts';
import type { Cut } from '../../../support/faults.ts';
import { giveBack, keyed, lend, renew } from '../../../support/loans.ts';
import type { Lent, Library } from './library.ts';
import { cutName, pick, type Step, send, step, tells } from './steps.ts';
import { chargesOf, limboOf, readTables } from './tables.ts';

/** The steps of the loans service, each of which may be cut off. */

export const lendStep = (person: number, book: number, cut: Cut | null, isKeyed: boolean): Step =>
  step(`lend to ${person} book ${book}${cutName(cut)}`, async (library) => {
    const [personId, bookId] = [pick(library.everybody, person), pick(library.everyBook, book)];
    if (!personId || !bookId) return;
    const expected = library.lending(personId, bookId);
    const options = isKeyed ? keyed() : {};
    const answer = await send(cut, () => lend(personId, bookId, options));
    if (!tells(answer, expected, cut)) return learnOfLoan(library, personId, bookId, expected.status, cut);
    if (answer.status !== 201) return;
    library.lend({ id: answer.body.id, copy: answer.body.exemplaire_id }, personId, bookId);
    if (isKeyed) expect((await lend(personId, bookId, options)).body).toEqual(answer.body);
  });

/** After a 503 the loan does not exist, or is half made, or exists after all because its last write arrived. */
async function learnOfLoan(library: Library, personId: string, bookId: string, status: number, cut: Cut | null) {
  const { loans } = await readTables();
  for (const loan of loans.values()) {
    if (library.loans.has(loan.id)) continue;
    const limbo = limboOf(loan);
    if (limbo === undefined) expect({ status, arrived: cut?.arrives }).toEqual({ status: 201, arrived: true });
    library.lend({ id: loan.id, copy: loan.exemplaire_id }, personId, bookId, limbo === undefined ? undefined : 'loan');
  }
}

/** A loan that has been made, as far as anybody was told. */
const madeLoan = (library: Library, n: number): Lent | undefined =>
  pick(
    [...library.loans.values()].filter(({ limbo }) => limbo !== 'loan'),
    n,
  );

export const returnStep = (n: number, cut: Cut | null): Step =>
  step(`take back ${n}${cutName(cut)}`, async (library) => {
    const loan = madeLoan(library, n);
    if (!loan) return;
    const answer = await send(cut, () => giveBack(loan.id));
    const told = tells(answer, library.returning(loan), cut);
    const present = (await readTables()).loans.get(loan.id);
    if (loan.backOn || !present || present.statut !== 'rendu') return;
    // The first write decides a return, which can only be finished from then on.
    if (!told) expect(cut?.arrives).toBe(true);
    const limbo = limboOf(present);
    if (!cut) expect(limbo).toBeUndefined();
    library.giveBack(loan, chargesOf(present), limbo && 'return');
  });

const LOSS_CENTS = 2500;

export const loseStep = (n: number, cents: number | null, cut: Cut | null): Step =>
  step(`lose ${n} for ${cents}${cutName(cut)}`, async (library) => {
    const loan = madeLoan(library, n);
    if (!loan) return;
    const answer = await send(cut, () => lose(loan.id, { body: cents === null ? {} : { montant: cents / 100 } }));
    const told = tells(answer, library.returning(loan), cut);
    const present = (await readTables()).loans.get(loan.id);
    if (loan.backOn || !present || present.statut !== 'perdu') return;
    if (!told) expect(cut?.arrives).toBe(true);
    const limbo = limboOf(present);
    if (!cut) expect(limbo).toBeUndefined();
    library.lose(loan, cents ?? LOSS_CENTS, chargesOf(present), limbo && 'loss');
  });

export const scanStep = (n: number, cut: Cut | null): Step =>
  step(`scan the copy of ${n}${cutName(cut)}`, async (library) => {
    const copy = madeLoan(library, n)?.copy;
    if (!copy) return;
    const holder = library.holderOf(copy);
    // What was cut off with the copy in it is brought to its end first, which only the tables could tell.
    if (holder?.limbo && holder.limbo !== 'renewal') return;
    const before = await readTables();
    const barcode = before.barcodes.get(copy);
    // The copy, or its book, may have been taken away since.
    if (!barcode) return;
    const answer = await send(cut, () => scan(barcode));
    const told = tells(answer, { status: 200 }, cut);
    const after = await readTables();
    if (told) {
      expect(answer.body.emprunt?.id).toBe(holder?.id);
      expect(answer.body.suite).toBe(library.lost.has(copy) ? 'signaler' : 'remettre_en_rayon');
    }
    if (after.copies.get(copy) === 'en_service') library.lost.delete(copy);
    const present = after.loans.get(holder?.id ?? '');
    // The loan ends first, and only then comes what else may be cut off, told or not.
    if (!holder || present?.statut !== 'rendu') return;
    library.giveBack(holder, chargesOf(present), limboOf(present) && 'return');
  });

export const renewStep = (n: number, cut: Cut | null): Step =>
  step(`renew ${n}${cutName(cut)}`, async (library) => {
    const loan = madeLoan(library, n);
    // A renewal would wait for the one that was cut off, which nothing finishes in the meantime.
    if (!loan || loan.limbo === 'renewal') return;
    const expected = library.renewing(loan);
    const answer = await send(cut, () => renew(loan.id));
    if (tells(answer, expected, cut)) {
      if (answer.status === 200) library.renew(loan);
      return;
    }
    const present = (await readTables()).loans.get(loan.id);
    if (present && limboOf(present) === 'renewal') loan.limbo = 'renewal';
    if (present && present.prolongations > loan.renewals) {
      expect({ status: expected.status, arrived: cut?.arrives }).toEqual({ status: 200, arrived: true });
      library.renew(loan);
    }
  });
