import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, call, type Options } from '../../support/api.ts';
import { closeLoan, DUE, lateFee, openLoan, PAST } from '../../support/slots.ts';
import { addPenalty, deleteUser, getUser, keyed, patchUser, pay, verification, waive } from '../../support/users.ts';
import { type Debt, type Expected, type Library, type Person, UNKNOWN } from './model.ts';

/** What may be asked of the service, each against what the model says must come of it. */

type Command = fc.AsyncCommand<Library, undefined>;

const command = (
  name: string,
  run: (library: Library) => Promise<void>,
  needs: (library: Library) => boolean,
): Command => ({
  check: needs,
  run: (library) => run(library),
  toString: () => name,
});

const anybody = ({ people }: Library) => people.length > 0;
const pick = <T>(list: readonly T[], index: number) => list[index % list.length] as T;

/** A loan's identifier, always the same for the same person and number. */
const loanIdOf = ({ id }: Person, index: number): string => {
  const hex = createHash('sha256').update(`${id}/${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

function expectAnswer({ status, body }: Answer, expected: Expected): boolean {
  const { code, motifs } = body ?? {};
  expect({ status, ...(status >= 400 && { code, ...(motifs && { motifs }) }) }).toEqual(expected);
  return status < 400;
}

/** Sends a call that may have a key: done once, told again as it was told first, refused for another request. */
async function once(
  library: Library,
  { operation, key, request }: { operation: string; key: number | undefined; request: unknown },
  send: (options: Options) => Promise<Answer>,
  expected: () => Expected,
  apply: (answer: Answer) => void,
): Promise<void> {
  const options = key === undefined ? {} : keyed(library.key(key));
  const place = `${operation} ${key}`;
  const asked = JSON.stringify(request);
  const first = key === undefined ? undefined : library.remembered.get(place);
  const answer = await send(options);
  expect(answer.headers['idempotent-replayed']).toBe(first?.request === asked ? 'true' : undefined);
  if (first?.request === asked) expect(answer.body).toEqual(first.body);
  else if (first) expectAnswer(answer, { status: 422, code: 'cle_idempotence_reutilisee' });
  else if (expectAnswer(answer, expected())) {
    if (key !== undefined) library.remembered.set(place, { request: asked, body: answer.body });
    apply(answer);
  }
}

/** What must be seen of a person after whatever was done: the sum left to pay above all. */
async function look(library: Library, person: Person): Promise<void> {
  const account = await getUser(person.id);
  if (person.gone) return void expectAnswer(account, UNKNOWN);
  expect(account.body).toMatchObject({ id: person.id, nom: person.nom, email: person.email });
  expect(await verification(person.id)).toEqual(library.verification(person));
}

/** An e-mail leads to its one account, or to none. */
async function lookUp(library: Library, email: string): Promise<void> {
  const { body } = await call('GET', `/utilisateurs?email=${email}`);
  const owner = library.ownerOf(email);
  expect(body.elements.map(({ id }: Person) => id)).toEqual(owner ? [owner.id] : []);
}

export async function lookAtAll(library: Library): Promise<void> {
  for (const person of library.people) {
    await look(library, person);
    await lookUp(library, person.email);
  }
}

const index = fc.nat(7);
const emailIndex = fc.nat(3);
const key = fc.option(fc.nat(1), { nil: undefined, freq: 1 });
const cents = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constantFrom(1, 10, 20, 70, 110, 100_000));
const nom = fc.constantFrom('Œuvre', 'Zoë', "N'Guyen", 'Le Goff', '李');

const create = fc.record({ nom, email: emailIndex, key }).map((input) =>
  command(
    `create(${JSON.stringify(input)})`,
    async (library) => {
      const body = { nom: input.nom, prenom: 'Jean', email: library.email(input.email) };
      await once(
        library,
        { operation: 'create', key: input.key, request: body },
        (options) => call('POST', '/utilisateurs', { body, ...options }),
        () => library.creation(body.email),
        ({ body: user }) => library.people.push({ ...body, id: user.id, gone: false, debts: [], loans: new Map() }),
      );
      await lookUp(library, body.email);
    },
    () => true,
  ),
);

const rename = fc.record({ who: index, nom }).map((input) =>
  command(
    `rename(${JSON.stringify(input)})`,
    async (library) => {
      const person = pick(library.people, input.who);
      const answer = await patchUser(person.id, { nom: input.nom });
      if (expectAnswer(answer, library.change(person, person.email))) person.nom = input.nom;
      await look(library, person);
    },
    anybody,
  ),
);

const moveEmail = fc.record({ who: index, email: emailIndex }).map((input) =>
  command(
    `moveEmail(${JSON.stringify(input)})`,
    async (library) => {
      const person = pick(library.people, input.who);
      const [before, email] = [person.email, library.email(input.email)];
      if (expectAnswer(await patchUser(person.id, { email }), library.change(person, email))) person.email = email;
      await look(library, person);
      await lookUp(library, before);
      await lookUp(library, email);
    },
    anybody,
  ),
);

const remove = fc.record({ who: index }).map(({ who }) =>
  command(
    `delete(${who})`,
    async (library) => {
      const person = pick(library.people, who);
      if (expectAnswer(await deleteUser(person.id), library.deletion(person))) person.gone = true;
      await look(library, person);
      await lookUp(library, person.email);
    },
    anybody,
  ),
);

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

export const commands = [
  create,
  create,
  rename,
  moveEmail,
  remove,
  add,
  settle,
  settle,
  forgive,
  open,
  open,
  fallDue,
  renew,
  close,
];
