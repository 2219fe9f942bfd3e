import { describe, expect, it } from '@jest/globals';
import { MARK_MS } from '../../../lib/users/deletion.ts';
import { call, member, newUser } from '../../support/api.ts';
import { forward, forwardPast } from '../../support/clock.ts';
import { accountOf } from '../../support/commands.ts';
import { everyTest } from '../../support/every-test.ts';
import { ALWAYS, cutAt, fail, meanwhile, mend, unreachable } from '../../support/faults.ts';
import { nextSweep } from '../../support/forgetting.ts';
import { cancel, newHold, titleAllOut } from '../../support/holds.ts';
import { run } from '../../support/lambda.ts';
import { type Emprunt, getLoan, giveBack, lend, loansOf, newBook, newLoan, renew } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import {
  copiesOf,
  isMark,
  isPenalty,
  itemsOf,
  readLoans,
  readTable,
  readTables,
  type UserItem,
  writeItems,
} from '../../support/read.ts';
import { lastSweep, sweep } from '../../support/reconciler.ts';
import { newPerson, type Person, told, traces } from '../../support/traces.ts';
import * as users from '../../support/users.ts';
import { type Outgoing, requestsOf } from '../../support/wire.ts';

/** Nothing leads to a person any more once their account is deleted and the sweep has been. */

const { atOnce, deleteUser, penaltiesPath, penaltyPath, userPath } = users;

everyTest({ leaves: 'right', calm: true });

const NONE = { suppressions_terminees: 0, marques_en_attente: 0, suppressions_restantes: 0 };
const swept = (suppressions_terminees: number) => ({ ...NONE, suppressions_terminees });
/** Nothing leads to so many people any more, and the marks of their deletions wait. */
const waiting = (marques_en_attente: number) => ({ ...NONE, marques_en_attente });

const marks = async () => (await readTable('users')).filter(isMark);

/** A user with so many closed penalties. */
async function userWithHistory(count: number): Promise<Person> {
  const user = await newPerson();
  if (count === 0) return user;
  await users.waive(await users.newPenalty(1, user.id));
  const penalty = (await itemsOf(user.id)).find(isPenalty) as UserItem;
  await writeItems('users', copiesOf(penalty, [penalty.id as string], count - 1));
  return user;
}

/** A person with so many loans that are back. */
async function formerReader(loans: number): Promise<{ person: Person; loans: Emprunt[] }> {
  const person = await newPerson();
  const back: Emprunt[] = [];
  for (let n = 0; n < loans; n += 1) back.push((await giveBack((await newLoan(person.id)).id)).body);
  return { person, loans: back };
}

/** The part of a deletion that the loans service does cannot be done. */
const takeLoansDown = () => fail({ match: 'Invoke loans-forget', times: ALWAYS, how: unreachable });

describe('an account', () => {
  it.each([0, 1, 100, 250])('with %d closed penalties leaves but the mark of its deletion', async (count) => {
    const person = await userWithHistory(count);
    const requests = await requestsOf(async () => expect((await deleteUser(person.id)).status).toBe(204));
    const transactions = requests.filter((request) => request.startsWith('TransactWrite'));
    expect(transactions).toHaveLength(1 + Math.ceil(count / 100));
    expect(await itemsOf(person.id)).toEqual(await marks());
    expect(await nextSweep()).toEqual(waiting(1));
    expect(await told(...traces(person))).toEqual([]);
    expect(await lastSweep()).toEqual(swept(1));
    expect(JSON.stringify(await readTables())).not.toContain(person.id);
    expect(await nextSweep()).toEqual(swept(0));
  });

  it('of which one penalty is unpaid is not deleted, however long its history is', async () => {
    const { id } = await userWithHistory(99);
    await users.addPenalty(id, 0.01);
    expectProblem(await deleteUser(id), 409, 'suppression_refusee', { motifs: ['penalites_impayees'] });
    expect(await itemsOf(id)).toHaveLength(103);
  });

  it('is gone for everybody with the first write of its deletion, for a second deletion as well', async () => {
    const person = await userWithHistory(3);
    const { id, email, nom } = person;
    const { elements, curseur_suivant } = (await call('GET', `${penaltiesPath(id)}?limite=1`)).body;
    const [penalty] = elements;
    const nextPage = `${penaltiesPath(id)}?limite=1&curseur=${curseur_suivant}`;
    // The account is read, then deleted, and nothing else can be done.
    await cutAt({ point: 2, arrives: false, manner: 'dead' }, () => deleteUser(id));
    expect(await itemsOf(id)).toHaveLength(4);

    for (const path of [userPath(id), `${userPath(id)}/verification`, penaltiesPath(id), nextPage])
      expectProblem(await call('GET', path), 404, 'utilisateur_introuvable');
    for (const answer of [
      await users.patchUser(id, { nom: 'Autre' }),
      await users.addPenalty(id),
      await deleteUser(id),
    ])
      expectProblem(answer, 404, 'utilisateur_introuvable');
    const history = [await call('GET', penaltyPath(penalty)), await users.pay(penalty, 1), await users.waive(penalty)];
    for (const answer of history) expectProblem(answer, 404, 'penalite_introuvable');
    expect(await accountOf(id)).toBeNull();
    for (const query of [`email=${email}`, `nom=${nom}`])
      expect((await call('GET', `/utilisateurs?${query}`)).body.elements).toEqual([]);

    const successor = await newUser({ email });
    expect(await nextSweep()).toEqual(waiting(1));
    expect(await told(id, nom)).toEqual([]);
    expect((await call('GET', `/utilisateurs?email=${email}`)).body.elements).toEqual([successor]);
  });
});

describe('the loans of somebody whose account is deleted', () => {
  it('stay without their borrower, and say all else that they said', async () => {
    const { person, loans } = await formerReader(2);
    const token = await member(person.id);
    expect((await deleteUser(person.id)).status).toBe(204);
    for (const loan of loans) {
      expect((await getLoan(loan.id)).body).toEqual({ ...loan, utilisateur_id: null });
      expectProblem(await getLoan(loan.id, { token }), 403, 'acces_refuse');
      for (const call of [giveBack, renew]) expect((await call(loan.id)).body.motifs).toEqual(['emprunt_rendu']);
    }
    expect(await loansOf(person.id, 'rendu')).toEqual([]);
    expect(await nextSweep()).toEqual(waiting(1));
    expect(await told(...traces(person))).toEqual([]);
  });

  it('have their borrower as long as the loans service is down, and lose them in the next sweep', async () => {
    const [{ person }, other] = [await formerReader(2), await formerReader(0)];
    takeLoansDown();
    expect((await deleteUser(person.id)).status).toBe(204);
    mend();
    expect((await readLoans()).map(({ utilisateur_id }) => utilisateur_id)).toEqual([person.id, person.id]);

    fail({
      match: ({ kind, input }) => kind === 'Invoke loans-forget' && input.utilisateur_id === person.id,
      times: ALWAYS,
      how: unreachable,
    });
    expect((await deleteUser(other.person.id)).status).toBe(204);
    await expect(nextSweep()).rejects.toMatchObject({ code: 'service_indisponible' });
    // What keeps one deletion from its end keeps no other.
    expect(await told(...traces(person))).toEqual([person.id]);
    expect(await told(...traces(other.person))).toEqual([]);
    mend();
    expect(await nextSweep()).toEqual(waiting(2));
    expect(await told(...traces(person))).toEqual([]);
  });

  it('lose their borrower at once, also when their return was cut off just before', async () => {
    const person = await newPerson();
    const loan = await newLoan(person.id);
    forwardPast(loan.date_echeance);
    // All of the return but its last write: the slot is free and the fee is charged.
    fail({ match: isLastWriteOf(loan.id), times: ALWAYS, how: unreachable });
    const { penalite } = (await giveBack(loan.id)).body;
    mend();
    await users.pay({ utilisateur_id: person.id, id: penalite.id }, penalite.montant);
    expect((await deleteUser(person.id)).status).toBe(204);
    expect(await told(...traces(person))).toEqual([]);
    expect((await getLoan(loan.id)).body).toMatchObject({ utilisateur_id: null, statut: 'rendu', penalite: null });
    expect(await nextSweep()).toEqual(waiting(1));
    expect(await told(...traces(person))).toEqual([]);
  });

  it('that were never made, as they were cut off, are gone with the sweep at the latest', async () => {
    const [person, book] = [await newPerson(), await newBook()];
    // The record of the loan is written, and nothing else.
    await cutAt({ point: 5, arrives: false, manner: 'dead' }, () => lend(person.id, book.id));
    expect(JSON.stringify(await readLoans())).toContain(person.id);
    expect((await deleteUser(person.id)).status).toBe(204);
    expect(await nextSweep()).toEqual(waiting(1));
    expect([await readLoans(), await told(...traces(person))]).toEqual([[], []]);
  });

  it('that are too many for the time of one command are left to the next', async () => {
    const { person } = await formerReader(3);
    const slow = () => meanwhile('PutItem', async () => forward({ ms: 3_000 }));
    slow();
    slow();
    expect((await deleteUser(person.id)).status).toBe(204);
    expect((await readLoans()).filter(({ utilisateur_id }) => utilisateur_id).length).toBe(1);
    expect(mend()).toBe(0);
    expect(await nextSweep()).toEqual(waiting(1));
    expect(await told(...traces(person))).toEqual([]);
  });
});

/** The write with which that loan is no longer in transit. */
const isLastWriteOf =
  (id: string) =>
  ({ kind, input }: Outgoing): boolean =>
    kind === 'PutItem' && input.Item.pk.S === `EMPRUNT#${id}` && !input.Item.transit?.M;

const asksAnIndexOfLoans = ({ input }: Outgoing): boolean => /^emprunts/.test(input.IndexName ?? '');

describe('the sweep', () => {
  it('finishes a deletion, however often it runs at once', async () => {
    const { person } = await formerReader(3);
    takeLoansDown();
    expect((await deleteUser(person.id)).status).toBe(204);
    mend();
    forward({ ms: 60_000 });
    await atOnce(3, sweep);
    expect(await told(...traces(person))).toEqual([]);
    expect(await marks()).toHaveLength(1);
    forward({ ms: MARK_MS });
    await atOnce(3, sweep);
    expect(await sweep()).toEqual(swept(0));
    expect(await marks()).toEqual([]);
  });

  it.each<[what: string, prepare: (person: Person) => Promise<unknown>]>([
    ['a loan that came back', async ({ id }) => giveBack((await newLoan(id)).id)],
    ['a hold that was closed', async ({ id }) => cancel((await newHold((await titleAllOut()).book.id, id)).id)],
    [
      'a loan that was cut off',
      async ({ id }) => {
        const book = await newBook();
        return cutAt({ point: 5, arrives: false, manner: 'dead' }, () => lend(id, book.id));
      },
    ],
  ])('takes the person out of %s just before, also when the index has it ten minutes late', async (_, prepare) => {
    const person = await newPerson();
    await prepare(person);
    fail({ match: asksAnIndexOfLoans, times: ALWAYS, how: async () => ({ Items: [], $metadata: {} }) });
    expect((await deleteUser(person.id)).status).toBe(204);
    expect(await nextSweep()).toEqual(waiting(1));
    forward({ ms: 10 * 60_000 });
    expect(await sweep()).toEqual(waiting(1));
    mend();
    expect(await nextSweep()).toEqual(waiting(1));
    expect(await told(...traces(person))).toEqual([]);
    expect(await lastSweep()).toEqual(swept(1));
  });

  it('lets the mark stand with a run that has still found something, however old the mark is', async () => {
    const { person } = await formerReader(1);
    fail({ match: asksAnIndexOfLoans, times: ALWAYS, how: async () => ({ Items: [], $metadata: {} }) });
    expect((await deleteUser(person.id)).status).toBe(204);
    forward({ ms: MARK_MS });
    mend();
    expect(await sweep()).toEqual(waiting(1));
    expect(await sweep()).toEqual(swept(1));
  });

  it('leaves what it has no time for to the next', async () => {
    for (let n = 0; n < 2; n += 1) expect((await deleteUser((await newPerson()).id)).status).toBe(204);
    forward({ ms: 60_000 });
    expect(await run('users-sweep', {}, 0)).toEqual(swept(0));
    expect(await marks()).toHaveLength(2);
    expect(await sweep()).toEqual(waiting(2));
  });
});
