import { expect } from '@jest/globals';
import fc from 'fast-check';
import { addPenalty, pay, waive } from '../../support/users.ts';
import { type Debt, type Library, type Person, UNKNOWN } from './model.ts';
import { anybody, cents, command, index, key, look, once, pick } from './model-checks.ts';

const add = fc.record({ who: index, cents, key }).map((input) =>
  command(
    `add(${JSON.stringify(input)})`,
    async (library) => {
      const person = pick(library.people, input.who);
      await once(
        library,
        { operation: 'add', key: input.key, request: [person.id, input.cents] },
        (options) => addPenalty(person.id, input.cents / 100, options),
        () => (person.gone ? UNKNOWN : { status: 201 }),
        ({ body }) => person.debts.push({ id: body.id, left: input.cents, statut: 'impayee' }),
      );
      await look(library, person);
    },
    anybody,
  ),
);

/** Every debt with whose it is. */
const debtsOf = ({ people }: Library): { person: Person; debt: Debt }[] =>
  people.flatMap((person) => person.debts.map((debt) => ({ person, debt })));
const anyDebt = (library: Library) => debtsOf(library).length > 0;

const settle = fc.record({ which: index, whole: fc.boolean(), cents, key }).map((input) =>
  command(
    `pay(${JSON.stringify(input)})`,
    async (library) => {
      const { person, debt } = pick(debtsOf(library), input.which);
      const paid = input.whole && debt.left > 0 ? debt.left : input.cents;
      await once(
        library,
        { operation: 'pay', key: input.key, request: [debt.id, paid] },
        (options) => pay({ ...debt, utilisateur_id: person.id }, paid / 100, options),
        () => library.payment(person, debt, paid),
        ({ body }) => {
          debt.left -= paid;
          debt.statut = debt.left === 0 ? 'payee' : 'impayee';
          expect(body).toMatchObject({ reste_a_payer: debt.left / 100, statut: debt.statut });
        },
      );
      await look(library, person);
    },
    anyDebt,
  ),
);

const forgive = fc.record({ which: index, key }).map((input) =>
  command(
    `waive(${JSON.stringify(input)})`,
    async (library) => {
      const { person, debt } = pick(debtsOf(library), input.which);
      await once(
        library,
        { operation: 'waive', key: input.key, request: debt.id },
        (options) => waive({ ...debt, utilisateur_id: person.id }, options),
        () => library.waiver(person, debt),
        () => Object.assign(debt, { left: 0, statut: 'annulee' }),
      );
      await look(library, person);
    },
    anyDebt,
  ),
);

export const penaltyCommands = [add, settle, settle, forgive];
