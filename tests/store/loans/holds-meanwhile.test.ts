import { expect, it } from '@jest/globals';
import { type Answer, made, newUser } from '../../support/api.ts';
import { availability } from '../../support/books.ts';
import { day, dayAfter, forward, forwardPast } from '../../support/clock.ts';
import { scan } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import { ALWAYS, brokenOff, fail, meanwhile, mend, unreachable } from '../../support/faults.ts';
import {
  cancel,
  getHold,
  newHold,
  queueOf,
  reserve,
  resume,
  shelf,
  suspend,
  sweepHolds,
  titleAllOut,
  titleSetAside,
  titleWaitedFor,
} from '../../support/holds.ts';
import { giveBack, keyed, lend, newLoan } from '../../support/loans.ts';
import { inbox } from '../../support/mail.ts';
import { runNotices } from '../../support/notices.ts';
import {
  type BookItem,
  copiesOf,
  emptyTables,
  isBook,
  isHold,
  type LoanItem,
  readHolds,
  readTable,
  writeItems,
} from '../../support/read.ts';
import { sweep } from '../../support/reconciler.ts';
import { told } from '../../support/traces.ts';
import { allPages, block, deleteUser, verification } from '../../support/users.ts';
import type { Outgoing } from '../../support/wire.ts';

/** What happens to a hold in the middle of something else. */

everyTest({ leaves: 'settled', meetsItsFaults: true, calm: true, mails: true });

const isPlacing = ({ kind, sender }: Outgoing): boolean => kind === 'UpdateItem' && sender === 'books-place-hold';

it('a hold keeps its place and its copy, though that came back before it was known to be placed', async () => {
  const { book, loans } = await titleAllOut();
  const { id } = await newUser();
  fail({
    match: isPlacing,
    how: async (request, send) => {
      await send();
      await giveBack(loans[0].id);
      await newHold(book.id);
      return brokenOff('ECONNRESET', 'read')(request, send);
    },
  });
  const hold = made(await reserve(id, book.id));
  expect((await getHold(hold.id)).body.statut).toBe('mise_de_cote');
  expect((await queueOf(book.id)).map((one) => one.id).indexOf(hold.id)).toBe(0);
});

it('a hold that is refused after it began leaves nothing, and is decided anew under the same key', async () => {
  const { book, loans } = await titleAllOut();
  const [{ id }, key] = [await newUser(), keyed()];
  meanwhile('Invoke books-place-hold', () => giveBack(loans[0].id));
  expect((await reserve(id, book.id, key)).body.motifs).toEqual(['exemplaire_disponible']);
  expect(await queueOf(book.id)).toEqual([]);
  await lend((await newUser()).id, book.id);
  expect((await reserve(id, book.id, key)).status).toBe(201);
});

it('a hold is refused to somebody who has borrowed the title since their slot was taken', async () => {
  const [{ book, loans }, { id }] = [await titleAllOut(), await newUser()];
  const reserved = async () => (await verification(id)).reservations_en_cours;
  meanwhile('Invoke books-place-hold', async () => {
    while ((await reserved()) === 0);
    await giveBack(loans[0].id);
    made(await lend(id, book.id));
  });
  expect((await reserve(id, book.id)).body.motifs).toEqual(['livre_deja_emprunte']);
  expect([await reserved(), await queueOf(book.id)]).toEqual([0, []]);
});

/** What comes to refuse a hold once it has begun. */
const REFUSING: Record<string, [come: (id: string) => Promise<Answer>, code: string]> = {
  'is blocked': [block, 'reservation_refusee'],
  'is deleted': [deleteUser, 'utilisateur_introuvable'],
};

it.each(Object.entries(REFUSING))(
  'a hold of somebody who %s after it began has no place in the queue',
  async (_, [come, code]) => {
    const [{ book }, { id }] = [await titleAllOut(), await newUser()];
    meanwhile('Invoke users-open-hold', async () => expect((await come(id)).status).toBeLessThan(300));
    expect((await reserve(id, book.id)).body.code).toBe(code);
    expect(await queueOf(book.id)).toEqual([]);
  },
);

it('a suspension that is ended is so, though the answer to its write is lost and a copy was set aside by it', async () => {
  const { loans, waiting } = await titleWaitedFor();
  const [hold] = waiting;
  await suspend(hold.id, dayAfter(day(), 9));
  await giveBack(loans[0].id);
  const isResuming = ({ kind, sender }: Outgoing) => kind === 'PutItem' && sender === 'books-suspend-hold';
  fail({
    match: isResuming,
    how: async (request, send) => {
      await send();
      return brokenOff('ECONNRESET', 'read')(request, send);
    },
  });
  const key = keyed();
  const answer = await resume(hold.id, key);
  expect([answer.status, answer.body.statut]).toEqual([200, 'mise_de_cote']);
  expect((await resume(hold.id, key)).body).toEqual(answer.body);
});

it('a hold that is lent to before its placing was recorded is fulfilled, and takes no place any more', async () => {
  const { book, loans } = await titleAllOut();
  const { id } = await newUser();
  // The last write of the placing: the record that says `ouverte`.
  const isLast = ({ sender, input }: Outgoing) => sender === 'loans-place-hold' && input.Item?.statut?.S === 'ouverte';
  meanwhile(isLast, async () => {
    await giveBack(loans[0].id);
    made(await lend(id, book.id));
  });
  const hold = made(await reserve(id, book.id));
  expect((await getHold(hold.id)).body.statut).toBe('honoree');
});

it('a scan that ends a loan tells so under its key, though its hold was cancelled before that was recorded', async () => {
  const { loans, waiting } = await titleWaitedFor();
  meanwhile('Invoke users-standing', () => cancel(waiting[0].id));
  const answer = await scan(loans[0].code_barres, keyed());
  expect(answer.body.emprunt).toMatchObject({ id: loans[0].id, statut: 'rendu' });
});

it('the sweep takes out of a title what nothing is recorded of any more', async () => {
  const { book, hold, limit } = await titleSetAside();
  const others = (await readTable('loans')).filter(({ id }) => id !== hold.id);
  const users = (await readTable('users')).map((item) => (item.reservations ? { ...item, reservations: {} } : item));
  const books = await readTable('books');
  await emptyTables();
  await Promise.all([writeItems('loans', others), writeItems('users', users), writeItems('books', books)]);
  forwardPast(limit);
  expect(await sweepHolds()).toEqual({ expirees: 1, restantes: 0 });
  expect(await queueOf(book.id)).toEqual([]);
  expect(await availability(book.id)).toMatchObject({ disponibles: 1 });
});

it('loans are called in though nothing can be asked about holds, and the run fails', async () => {
  const loan = await newLoan();
  forwardPast(loan.date_echeance);
  fail({ match: 'Invoke books', times: ALWAYS, how: unreachable });
  await expect(runNotices()).rejects.toMatchObject({ code: 'service_indisponible' });
  mend();
  expect((await inbox()).filter(({ body }) => body.text.includes(loan.titre))).toHaveLength(1);
});

it('a person who could not be told in a week that their hold has expired is told no more', async () => {
  const { id } = await newUser({ email: null });
  forwardPast((await titleSetAside(1, id)).limit);
  await sweepHolds();
  expect((await runNotices()).sans_adresse).toBe(1);
  forward({ days: 8 });
  expect((await runNotices()).sans_adresse).toBe(0);
});

it('the answer to a scan is not kept once the person whom it is set aside for has cancelled and is deleted', async () => {
  const { loans, waiting } = await titleWaitedFor();
  const [hold] = waiting;
  const isRecording = ({ kind, sender, input }: Outgoing) =>
    kind === 'TransactWriteItems' &&
    sender === 'loans-scan' &&
    input.TransactItems.some(({ Put }: { Put?: { Item: object } }) => Put && 'reponse' in Put.Item);
  meanwhile(isRecording, async () => {
    await cancel(hold.id);
    expect((await deleteUser(hold.utilisateur_id)).status).toBe(204);
    forward({ ms: 60_000 });
    await sweep();
  });
  expect((await scan(loans[0].code_barres, keyed())).status).toBe(200);
  expect(await told(hold.utilisateur_id)).toEqual([]);
});

it('a sweep that cannot close a hold fails, and the next one closes it', async () => {
  forwardPast((await titleSetAside()).limit);
  fail({ match: 'Invoke books-holds', times: ALWAYS, how: unreachable });
  await expect(sweepHolds()).rejects.toMatchObject({ code: 'service_indisponible' });
  mend();
  expect(await sweepHolds()).toEqual({ expirees: 1, restantes: 0 });
});

it('pages show every one of a person’s holds once, also when they are more than are asked about at once', async () => {
  const [{ id, utilisateur_id }] = (await titleWaitedFor()).waiting;
  const record = (await readTable('loans')).find(isHold) as LoanItem;
  await writeItems('loans', copiesOf(record, [id], 104));
  const all = (await readHolds()).map((hold) => hold.id).sort();
  for (const limit of [20, 100]) {
    const { elements } = await allPages(`/utilisateurs/${utilisateur_id}/reservations`, limit);
    expect(elements.map((hold) => hold.id)).toEqual(all);
  }
  await emptyTables();
});

it('the shelf shows every hold once and in its order, also when more titles are on it than are read at once', async () => {
  const { book, hold } = await titleSetAside();
  const title = (await readTable('books')).find(isBook) as BookItem;
  const record = (await readTable('loans')).find(isHold) as LoanItem;
  const others = copiesOf({ title, record }, [book.id, hold.id], 129);
  await writeItems(
    'books',
    others.map((other) => other.title),
  );
  await writeItems(
    'loans',
    others.map((other) => other.record),
  );
  // Of those that are to be fetched on the same day, those of one title come together.
  const byTitle = (await readHolds()).sort((one, other) => (one.livre_id < other.livre_id ? -1 : 1));
  const all = byTitle.map(({ id }) => id);
  expect(all).toHaveLength(130);
  for (const limit of [30, 100]) expect([limit, (await shelf(limit)).map(({ id }) => id)]).toEqual([limit, all]);
  await emptyTables();
});
