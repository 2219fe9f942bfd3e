import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { closeLoan, DUE, lateFee, openLoan, PAST } from '../../support/slots.ts';
import type { Person } from './model.ts';
import { anybody, cents, command, index, look, pick } from './model-checks.ts';

/** A loan's identifier, always the same for the same person and number. */
const loanIdOf = ({ id }: Person, index: number): string => {
  const hex = createHash('sha256').update(`${id}/${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const open = fc.record({ who: index, loan: index }).map((input) =>
  command(
    `open(${JSON.stringify(input)})`,
    async (library) => {
      const person = pick(library.people, input.who);
      const loanId = loanIdOf(person, input.loan);
      const expected = library.opening(person, loanId);
      expect(await openLoan(person.id, { emprunt_id: loanId })).toEqual(expected);
      if (expected.resultat === 'ouvert') person.loans.set(loanId, person.loans.get(loanId) ?? false);
      await look(library, person);
    },
    anybody,
  ),
);

const fallDue = fc.record({ who: index, loan: index }).map((input) =>
  command(
    `fallDue(${JSON.stringify(input)})`,
    async (library) => {
      const person = pick(library.people, input.who);
      const loanId = [...person.loans.keys()][input.loan];
      if (loanId === undefined) return;
      await openLoan(person.id, { emprunt_id: loanId, nature: 'retablissement', date_echeance: PAST });
      person.loans.set(loanId, true);
      await look(library, person);
    },
    anybody,
  ),
);

const renew = fc.record({ who: index, loan: index }).map((input) =>
  command(
    `renew(${JSON.stringify(input)})`,
    async (library) => {
      const person = pick(library.people, input.who);
      const loanId = loanIdOf(person, input.loan);
      const outcome = await openLoan(person.id, { emprunt_id: loanId, nature: 'prolongation', date_echeance: DUE });
      if (person.gone) expect(outcome).toEqual({ resultat: 'utilisateur_introuvable' });
      else if (!person.loans.has(loanId)) expect(outcome).toEqual({ resultat: 'emprunt_clos' });
      else if (library.owed(person) > 0)
        expect(outcome).toEqual({ resultat: 'refuse', motifs: ['penalites_impayees'] });
      else {
        expect(outcome).toEqual({ resultat: 'ouvert' });
        person.loans.set(loanId, false);
      }
      await look(library, person);
    },
    anybody,
  ),
);

const close = fc.record({ who: index, loan: index, fee: fc.option(cents, { nil: undefined }) }).map((input) =>
  command(
    `close(${JSON.stringify(input)})`,
    async (library) => {
      const person = pick(library.people, input.who);
      const loanId = loanIdOf(person, input.loan);
      const fee = input.fee === undefined ? null : lateFee(input.fee / 100);
      const charged = fee && person.loans.delete(loanId);
      const penalite = charged
        ? { ...fee, utilisateur_id: person.id, statut: 'impayee', reste_a_payer: fee.montant }
        : null;
      for (let time = 0; time < 2; time += 1) expect(await closeLoan(person.id, loanId, fee)).toEqual({ penalite });
      person.loans.delete(loanId);
      if (charged) person.debts.push({ id: fee.id, left: input.fee as number, statut: 'impayee' });
      await look(library, person);
    },
    anybody,
  ),
);

export const loanCommands = [open, open, fallDue, renew, close];
