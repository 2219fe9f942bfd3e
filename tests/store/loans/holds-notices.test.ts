import { expect, it } from '@jest/globals';
import { made, newUser } from '../../support/api.ts';
import { patchBook } from '../../support/books.ts';
import { dayAfter, forward, forwardPast } from '../../support/clock.ts';
import { copyOf, newCopy, patchCopy } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import { meanwhile, mend } from '../../support/faults.ts';
import {
  cancel,
  getHold,
  newHold,
  notifyHolds,
  type Reservation,
  sweepHolds,
  titleAllOut,
  titleSetAside,
} from '../../support/holds.ts';
import { lend, notify } from '../../support/loans.ts';
import { emptyInbox, inbox } from '../../support/mail.ts';
import { NONE, runNotices, sent, titlesIn } from '../../support/notices.ts';

/** People are written to when a copy is set aside for them and when their hold has expired: each time once. */

everyTest({ leaves: 'settled', mails: true });

/** A title whose copy is set aside for a person. */
async function setAside(person: object = {}) {
  const user = await newUser(person);
  return { user, ...(await titleSetAside(1, user.id)) };
}

/** The day as a mail writes it: `28 novembre 2026`. */
const inWords = (day: string) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

it('a person is told once that a copy is set aside, with the last day to fetch it', async () => {
  const { book, user, limit } = await setAside();
  expect(await notifyHolds()).toEqual(sent(1));
  const [mail] = await inbox();
  expect(mail?.destination.to).toEqual([user.email]);
  expect(mail?.subject).toBe('Bibliothèque : 1 livre réservé à retirer');
  expect(mail?.body.text).toContain(`- « ${book.titre} », jusqu’au ${inWords(limit)}\n`);
  const byCall = async () => (await notify()).body;
  for (const run of [notifyHolds, runNotices, byCall, notifyHolds]) expect(await run()).toEqual(NONE);
  forwardPast(limit, 0);
  expect(await notifyHolds()).toEqual(NONE);
  expect(await inbox()).toHaveLength(1);
});

it('a person is told of a title by the name that it has by then', async () => {
  const { book, limit } = await setAside();
  for (const [titre, until] of [
    ['Corrigé une fois', limit],
    ['Corrigé deux fois', dayAfter(limit, 1)],
  ] as const) {
    await patchBook(book.id, { titre });
    forwardPast(until, 0);
    await sweepHolds();
    await notifyHolds();
    expect((await inbox()).at(-1)?.body.text).toContain(`- « ${titre} »`);
  }
});

it('a person is told once that their hold has expired, and the next one that the copy is theirs', async () => {
  const { book, user, limit } = await setAside();
  const next = await newHold(book.id);
  await notifyHolds();
  await emptyInbox();
  forwardPast(limit);
  await sweepHolds();
  expect(await notifyHolds()).toEqual(sent(2));
  expect(await notifyHolds()).toEqual(NONE);
  const subjects = (await inbox()).map(({ destination, subject }) => [destination.to[0] === user.email, subject]);
  expect(subjects.sort()).toEqual([
    [false, 'Bibliothèque : 1 livre réservé à retirer'],
    [true, 'Bibliothèque : 1 réservation expirée'],
  ]);
  expect((await getHold(next.id)).body.statut).toBe('mise_de_cote');
});

it('all the news for one person is in one message, which goes to the one who answers for a child', async () => {
  const parent = await newUser();
  const child = await newUser({ email: null, adhesion: { responsable_id: parent.id } });
  const borrowed = made(await lend(child.id, (await titleAllOutButOne()).id));
  // The first step of that loan comes the day after this hold has expired.
  forward({ days: 10 });
  const expired = await titleSetAside(1, child.id);
  forwardPast(expired.limit);
  await sweepHolds();
  const shelved = await titleSetAside(1, child.id);
  await setAside();
  // Another person has a copy of the borrowed title as long.
  expect(await runNotices()).toEqual(sent(3, 5));
  const own = (await inbox()).filter(({ destination }) => destination.to[0] === parent.email);
  expect(own).toHaveLength(1);
  expect(own.flatMap(titlesIn)).toEqual([borrowed.titre, shelved.book.titre, expired.book.titre]);
  expect(own[0]?.body.text).toContain(`Pour ${child.prenom} ${child.nom}, ce livre réservé est`);
});

/** A title with a copy on its shelf. */
async function titleAllOutButOne() {
  const { book } = await titleAllOut();
  await newCopy(book.id);
  return book;
}

it('nobody is called for a copy that was fetched, cancelled or withdrawn since the run has found it', async () => {
  const acts: ((hold: Reservation) => Promise<unknown>)[] = [
    ({ utilisateur_id, livre_id }) => lend(utilisateur_id, livre_id),
    ({ id }) => cancel(id),
    async ({ livre_id }) => patchCopy(await copyOf(livre_id), { etat: 'en_reparation' }),
  ];
  for (const act of acts) {
    const { hold } = await setAside();
    meanwhile('Invoke users-standing', () => act(hold));
    expect(await notifyHolds()).toEqual(NONE);
    expect(mend()).toBe(0);
  }
  expect(await inbox()).toEqual([]);
});

it('a copy that is set aside anew on another day is told anew', async () => {
  const { book, hold } = await setAside();
  expect(await notifyHolds()).toEqual(sent(1));
  await patchCopy(await copyOf(book.id), { etat: 'en_reparation' });
  forward({ days: 1 });
  await patchCopy(await copyOf(book.id), { etat: 'en_service' });
  expect((await getHold(hold.id)).body.statut).toBe('mise_de_cote');
  expect(await notifyHolds()).toEqual(sent(1));
});
