import { expect } from '@jest/globals';
import { LEASE_MS } from '../../../../lib/loans/process.ts';
import { newUser } from '../../../support/api.ts';
import { day, daysFrom, forward } from '../../../support/clock.ts';
import type { Cut } from '../../../support/faults.ts';
import { costOf } from '../../../support/invariants/shipped.ts';
import { ask, availability, loansOf, notify, verification } from '../../../support/loans.ts';
import { emptyInbox, inbox } from '../../../support/mail.ts';
import { titlesIn } from '../../../support/notices.ts';
import { forgetOld, reconcile, sweep } from '../../../support/reconciler.ts';
import { userPath } from '../../../support/users.ts';
import type { Lent, Library } from './library.ts';
import { cutName, pick, type Step, send, settledBy, step, tells } from './steps.ts';
import { readTables } from './tables.ts';

/** The steps around the loans: people, time, notices and the reconciler. */

export const personStep = (): Step =>
  step('a new person', async (library) => {
    const { id, email } = await newUser();
    library.people.set(id, { id, email, debts: new Map() });
    library.everybody.push(id);
  });

export const deletePersonStep = (n: number): Step =>
  step(`delete person ${n}`, async (library) => {
    const id = pick(library.everybody, n);
    if (!id) return;
    const expected = library.deletingPerson(id);
    tells(await ask('DELETE', userPath(id)), expected, null);
    if (expected.status === 204) library.people.delete(id);
    // What was cut off for them has been brought to its end.
    settledBy(library, await readTables());
    library.forgetTheGone();
  });

export const daysStep = (days: number): Step => step(`${days} days later`, async () => forward({ days }));

export const reconcileStep = (cut: Cut | null): Step =>
  step(`the reconciler runs${cutName(cut)}, then the sweep`, async (library) => {
    forward({ ms: LEASE_MS + 1 });
    const cutOff = [...library.loans.values()].filter(({ limbo }) => limbo).length;
    const report = await send(cut, reconcile).catch(() => undefined);
    if (!cut) expect(report).toMatchObject({ regles: cutOff, restants: 0 });
    settledBy(library, await readTables());
    await sweep();
    library.forgetTheGone();
  });

export const forgetStep = (): Step =>
  step('old loans are forgotten', async (library) => {
    expect(await forgetOld()).toMatchObject({ restants: 0 });
    library.forgetTheOld();
  });

export const noticesStep = (): Step =>
  step('the notices go', async (library) => {
    await emptyInbox();
    const wanted = library.notices();
    const { status, body } = await notify();
    const loans = [...wanted.values()].flat();
    expect({ status, body }).toEqual({
      status: 200,
      body: { notifications_envoyees: loans.length, utilisateurs_notifies: wanted.size, sans_adresse: 0 },
    });
    const received = (await inbox()).map((mail) => [mail.destination.to[0], titlesIn(mail).sort()]);
    const titles = (about: Lent[]) => about.map(({ titre }) => titre).sort();
    const sent = [...wanted].map(([id, about]) => [library.people.get(id)?.email, titles(about)]);
    expect(received.sort()).toEqual(sent.sort());
  });

const sortedIds = (loans: { id: string }[]): string[] => loans.map(({ id }) => id).sort();

export const readStep = (person: number, book: number): Step =>
  step(`look at person ${person} and book ${book}`, async (library) => {
    const { body } = await ask('GET', '/emprunts/retards?limite=100');
    expect(sortedIds(body.elements)).toEqual(sortedIds(library.overdue()));
    for (const { date_echeance, jours_retard, penalite_estimee } of body.elements)
      expect([jours_retard, penalite_estimee]).toEqual([daysFrom(date_echeance, day()), costOf(date_echeance, day())]);
    await expectPerson(library, pick(library.everybody, person) ?? '');
    await expectBook(library, pick(library.everyBook, book) ?? '');
  });

async function expectPerson(library: Library, id: string): Promise<void> {
  if (!library.people.has(id)) return;
  const dues = library.slots(id);
  expect(await verification(id)).toMatchObject({
    total_impaye: library.owed(id) / 100,
    emprunts_en_cours: dues.length,
    emprunts_en_retard: dues.filter((due) => due < day()).length,
  });
  const out = [...library.loans.values()].filter((loan) => loan.person === id && loan.limbo !== 'loan' && !loan.backOn);
  const listed = await loansOf(id);
  expect(sortedIds(listed)).toEqual(sortedIds(out));
  expect(listed.map(({ date_echeance }) => date_echeance)).toEqual(out.map(({ due }) => due).sort());
}

async function expectBook(library: Library, id: string): Promise<void> {
  const book = library.books.get(id);
  if (book) expect((await availability(id)).disponibles).toBe(library.onShelf(id));
}
