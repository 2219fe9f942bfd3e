import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { availability } from '../../../lib/books/title.ts';
import { sequences } from '../../support/extent.ts';
import { type Act, acts } from './acts.ts';
import { Desk } from './desk.ts';
import { NaiveTitle, naivelyTold } from './naive-title.ts';

/** Any sequence of acts on one title comes to what the naive title comes to, and the promises hold after each act. */

const RUNS = sequences({ everyday: 90, thorough: 200 });
const STEPS = 60;

/** Days before which or after which the library is closed, and one in a quiet month. */
const STARTS = ['2027-01-12', '2027-03-26', '2027-04-30', '2027-12-24', '2028-02-28'];

/** What the desk tells of the title, as the naive title would tell it. */
const told = (desk: Desk) => ({
  holds: desk.holds.map(({ utilisateur_id: who, statut, rang, suspendue_jusqu_au, exemplaire_id, date_limite }) => ({
    who,
    statut,
    rang,
    suspendue_jusqu_au,
    copy: exemplaire_id && desk.numberOf(exemplaire_id),
    date_limite,
  })),
  loans: Object.values(desk.title.emprunts)
    .map(({ exemplaire_id, date_echeance }) => [
      desk.numberOf(exemplaire_id),
      desk.borrowerOf(exemplaire_id),
      date_echeance,
    ])
    .sort(),
  copies: Object.entries(desk.title.exemplaires)
    .map(([id, { etat }]) => [desk.numberOf(id), etat])
    .sort(),
});

/** The promises that need no model, in words when one is broken. */
function broken({ title, holds }: Desk): string[] {
  const inService = Object.keys(title.exemplaires).filter((id) => title.exemplaires[id]?.etat === 'en_service');
  const out = Object.values(title.emprunts).map(({ exemplaire_id }) => exemplaire_id);
  const aside = holds.flatMap(({ exemplaire_id }) => exemplaire_id ?? []);
  const taken = [...out, ...aside];
  const free = inService.filter((id) => !taken.includes(id));
  const waiting = holds.filter(({ statut }) => statut === 'en_attente');
  const isNext = waiting.some(({ suspendue_jusqu_au }) => suspendue_jusqu_au === null);
  const faults: Record<string, boolean> = {
    'a copy lies free while somebody waits': free.length > 0 && isNext,
    'a copy is lent or set aside twice': new Set(taken).size < taken.length,
    'a copy is lent or set aside that is not in service': !taken.every((id) => inService.includes(id)),
    'more copies are free, or fewer, than anybody may borrow': availability(title).disponibles !== free.length,
    'those who wait are not numbered in their order': waiting.some(({ rang }, n) => rang !== n + 1),
    'a place in the queue is stored': Object.values(title.reservations).some((hold) => 'rang' in hold),
  };
  return Object.keys(faults).filter((fault) => faults[fault]);
}

test(`any sequence of acts comes to what the naive title comes to (${RUNS.numRuns} sequences, seed ${RUNS.seed})`, () => {
  const drawn = fc.array(acts, { maxLength: STEPS, size: 'max' });
  const property = fc.property(
    fc.constantFrom(...STARTS),
    fc.integer({ min: 1, max: 3 }),
    drawn,
    (day, copies, all) => {
      const [desk, naive] = [new Desk(day, copies), new NaiveTitle(day, copies)];
      // Every copy is out at first, or nobody could place a hold.
      const lent = Array.from(
        { length: copies },
        (_, n): Act => ({ does: (title) => title.borrow(`reader ${n}`), toString: () => 'lend' }),
      );
      for (const act of [...lent, ...all]) {
        const name = `${act}`;
        expect([name, act.does(desk)]).toEqual([name, act.does(naive)]);
        expect([name, told(desk)]).toEqual([name, naivelyTold(naive)]);
        expect([name, broken(desk)]).toEqual([name, []]);
      }
    },
  );
  fc.assert(property, { ...RUNS, endOnFailure: false });
});
