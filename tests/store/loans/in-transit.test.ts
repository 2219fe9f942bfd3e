import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LEASE_MS } from '../../../lib/loans/process.ts';
import { made } from '../../support/api.ts';
import { forward } from '../../support/clock.ts';
import { copiesOf } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import { cutAt, meanwhile } from '../../support/faults.ts';
import {
  ask,
  availability,
  type Emprunt,
  getLoan,
  giveBack,
  lend,
  loansOf,
  memberToken,
  newBook,
  newLoan,
  newUser,
  renew,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { type LoanItem, readLoans, writeItems } from '../../support/read.ts';
import { reconcile, settleAll } from '../../support/reconciler.ts';
import { patchUser } from '../../support/users.ts';

/** What everybody sees of a loan that was cut off in the middle, until the reconciler has been. */

everyTest({ leaves: 'settled', calm: true });

/** The records of loans in the middle of something, the one that began first at the head. */
const readTransits = async () =>
  (await readLoans())
    .filter(({ transit }) => transit)
    .sort((one, other) => String(one.transit?.debut).localeCompare(String(other.transit?.debut)));

/** Does it with its last request cut off, so that everything but the record has happened. */
async function cutAtTheEnd(act: () => Promise<{ status: number }>, requests: number): Promise<void> {
  const { status } = await cutAt({ point: requests - 1, arrives: false, manner: 'dead' }, act);
  expect(status).toBe(503);
}

describe('a loan that is being made', () => {
  let userId: string;
  let bookId: string;
  let id: string;

  beforeEach(async () => {
    [userId, bookId] = [(await newUser()).id, (await newBook()).id];
    await cutAtTheEnd(() => lend(userId, bookId), 10);
    id = (await readLoans())[0]?.id as string;
  });
  afterEach(settleAll);

  it('is shown as one that is waiting, to a librarian and to its borrower alone', async () => {
    for (const options of [{}, { token: await memberToken(userId) }])
      expect((await getLoan(id, options)).body).toMatchObject({
        statut: 'en_attente',
        titre: expect.any(String),
        date_retour: null,
      });
    expectProblem(await getLoan(id, { token: await memberToken(id) }), 403, 'acces_refuse');
  });

  it('is no loan yet: it is not listed, returned, renewed, late or written about', async () => {
    expect([...(await loansOf(userId)), ...(await loansOf(userId, 'rendu'))]).toEqual([]);
    for (const act of [giveBack, renew]) expectProblem(await act(id), 404, 'emprunt_introuvable');
    forward({ days: 30 });
    expect((await ask('GET', '/emprunts/retards')).body.elements).toEqual([]);
    expect((await ask('POST', '/emprunts/retards/notifications')).body.notifications_envoyees).toBe(0);
  });

  it('holds its slot and its copy until the reconciler runs, which leaves it alone until its lease is over', async () => {
    expect((await availability(bookId)).disponibles).toBe(0);
    expectProblem(await ask('DELETE', `/utilisateurs/${userId}`), 409, 'suppression_refusee');
    forward({ ms: LEASE_MS });
    expect(await reconcile()).toEqual({ regles: 0, restants: 0, en_souffrance: 0 });
    forward({ ms: 1 });
    expect(await reconcile()).toEqual({ regles: 1, restants: 0, en_souffrance: 0 });
    expect((await availability(bookId)).disponibles).toBe(1);
    expectProblem(await getLoan(id), 404, 'emprunt_introuvable');
  });
});

describe('a loan that is being renewed', () => {
  let loan: Emprunt;

  beforeEach(async () => {
    loan = await newLoan();
    await cutAtTheEnd(() => renew(loan.id), 11);
    expect((await readLoans())[0]?.transit?.etape).toBe('prolongation');
  });

  it('is due as before, for everybody who asks', async () => {
    expect((await getLoan(loan.id)).body).toEqual(loan);
    expect(await loansOf(loan.utilisateur_id)).toEqual([loan]);
    await settleAll();
    expect((await availability(loan.livre_id)).prochain_retour).toBe(loan.date_echeance);
  });

  it('can be taken back at once', async () => {
    expect((await giveBack(loan.id)).status).toBe(200);
    expect((await availability(loan.livre_id)).disponibles).toBe(1);
    await settleAll();
    expect((await getLoan(loan.id)).body).toMatchObject({ statut: 'rendu', prolongations: 0 });
  });

  it('is renewed by nobody else until it is settled, and is refused as late once it is late', async () => {
    expectProblem(await renew(loan.id), 503, 'service_indisponible');
    forward({ days: 22 });
    expectProblem(await renew(loan.id), 409, 'prolongation_refusee', { motifs: ['emprunt_en_retard'] });
    await settleAll();
  });
});

it('loans are settled though others are of a kind that only another version knows, and the run fails', async () => {
  for (let n = 0; n < 3; n += 1) {
    const [person, book] = [await newUser(), await newBook()];
    await cutAtTheEnd(() => lend(person.id, book.id), 10);
    forward({ ms: 1 });
  }
  const [first, known, last] = (await readTransits()) as [LoanItem, LoanItem, LoanItem];
  const asUnknown = ({ transit, ...loan }: LoanItem) => ({ ...loan, transit: { ...transit, etape: 'autre' } });
  await writeItems('loans', [first, last].map(asUnknown) as unknown as LoanItem[]);
  forward({ ms: LEASE_MS + 1 });
  await expect(reconcile()).rejects.toThrow();
  expect((await readTransits()).map(({ id }) => id)).not.toContain(known.id);
  await writeItems('loans', [first, last]);
  await settleAll();
});

it('a loan keeps the copy that it has taken, though another comes back before its slot is taken', async () => {
  const [reader, book] = [await newUser(), await newBook({ exemplaires: 2 })];
  const earlier = made(await lend((await newUser()).id, book.id)) as Emprunt;
  meanwhile('Invoke users-open-loan', async () => {
    while ((await availability(book.id)).disponibles > 0);
    await giveBack(earlier.id);
    await patchUser(reader.id, { prenom: 'Autre' });
  });
  const loan = made(await lend(reader.id, book.id));
  expect(loan.exemplaire_id).not.toBe(earlier.exemplaire_id);
  expect(await copiesOf(book.id)).toContainEqual(
    expect.objectContaining({ id: loan.exemplaire_id, situation: 'emprunte' }),
  );
});
