import { describe, expect, it } from '@jest/globals';
import { day, dayAfter, forward, forwardPast } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
import { fallAsleep } from '../../support/faults.ts';
import { getLoan, giveBack, keyed, newLoan, newUser, notify, renew } from '../../support/loans.ts';
import { inbox } from '../../support/mail.ts';
import { forwardToDue, lateBorrowers, NONE, runNotices, stepsOf, titlesIn } from '../../support/notices.ts';
import { readLoan } from '../../support/read.ts';
import { atOnce, patchUser } from '../../support/users.ts';

everyTest({ leaves: 'settled', mails: true });

describe('a run of notices', () => {
  it('writes one message to each person, with each of their books that is due soon or late', async () => {
    const [one, other] = [await newUser(), await newUser()];
    const loans = await atOnce(3, () => newLoan(one.id));
    const { titre } = await newLoan(other.id);
    forwardToDue(-2);
    expect(await runNotices()).toEqual({ ...NONE, notifications_envoyees: 4, utilisateurs_notifies: 2 });
    const received = (await inbox()).map((mail) => [mail.destination.to[0], titlesIn(mail).sort()]);
    const titles = loans.map((loan) => loan.titre).sort();
    expect(new Map(received as [string, string[]][])).toEqual(
      new Map([
        [one.email, titles],
        [other.email, [titre]],
      ]),
    );
    expect(received).toHaveLength(2);
    for (const { id } of loans)
      expect((await getLoan(id)).body.notifications).toEqual([{ etape: 'J-2', date_envoi: new Date().toISOString() }]);
  });
});

describe('a member without an e-mail', () => {
  const without = (responsable_id?: string) =>
    newUser({ email: null, nom: 'Petit', prenom: 'Léo', ...(responsable_id && { adhesion: { responsable_id } }) });

  it('is written to at the address of the person who answers for them, apart from that person’s own books', async () => {
    const parent = await newUser();
    const [own, loan] = [await newLoan(parent.id), await newLoan((await without(parent.id)).id)];
    forwardToDue(1);
    expect(await runNotices()).toEqual({ ...NONE, notifications_envoyees: 2, utilisateurs_notifies: 2 });
    const received = await inbox();
    expect(received.map(({ destination }) => destination.to)).toEqual([[parent.email], [parent.email]]);
    expect(received.map(titlesIn).sort()).toEqual([[own.titre], [loan.titre]].sort());
    const ofChild = received.find((mail) => titlesIn(mail).includes(loan.titre));
    expect(ofChild?.body.text).toContain('Pour Léo Petit, voici le livre que nous attendons :');
  });

  it('is written to at their own address once they have one, whoever answers for them', async () => {
    const parent = await newUser();
    const child = await newUser({ adhesion: { responsable_id: parent.id } });
    await newLoan(child.id);
    forwardToDue(1);
    expect(await runNotices()).toEqual({ ...NONE, notifications_envoyees: 1, utilisateurs_notifies: 1 });
    expect((await inbox()).map(({ destination }) => destination.to)).toEqual([[child.email]]);
  });

  it('is counted when nobody answers for them, or nobody with an address, and the others are written to', async () => {
    const parent = await newUser({ email: null });
    for (const child of [await without(), await without(parent.id)])
      for (let n = 0; n < 2; n += 1) await newLoan(child.id);
    const other = await newLoan();
    forwardToDue(1);
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1, sans_adresse: 2 });
    expect((await inbox()).flatMap(titlesIn)).toEqual([other.titre]);
  });

  it('is written to about the latest step once there is an address', async () => {
    const child = await without();
    const loan = await newLoan(child.id);
    forwardToDue(1);
    expect(await runNotices()).toEqual({ ...NONE, sans_adresse: 1 });
    forward({ days: 6 });
    await patchUser(child.id, { email: 'leo@exemple.fr' });
    expect(await runNotices()).toEqual({ ...NONE, notifications_envoyees: 1, utilisateurs_notifies: 1 });
    expect(await stepsOf(loan)).toEqual(['J+7']);
  });
});

describe('a step', () => {
  it('comes in its turn, once however often the job runs that day, and for no book that is back', async () => {
    const { id } = await newUser();
    const [loan, back] = [await newLoan(id), await newLoan(id)];
    await giveBack(back.id);
    const sent: string[] = [];
    // The days of the steps, and those beside them.
    for (const days of [-3, -2, -1, 0, 1, 2, 6, 7, 8, 13, 14, 15, 29, 30, 31]) {
      forwardPast(loan.date_echeance, days);
      if ((await runNotices()).notifications_envoyees === 1) sent.push(`J${days < 0 ? '' : '+'}${days}`);
      expect(await runNotices()).toEqual(NONE);
    }
    expect(sent).toEqual(['J-2', 'J+1', 'J+7', 'J+14', 'J+30']);
    expect(await stepsOf(loan)).toEqual(sent);
    expect(await stepsOf(back)).toEqual([]);
  });

  it('comes again after a renewal, around the new due date', async () => {
    const loan = await newLoan();
    forwardToDue(-2);
    await runNotices();
    expect((await renew(loan.id)).body.date_echeance).toBe(dayAfter(loan.date_echeance, 21));
    for (const [days, sent] of [
      [0, 0],
      [20, 0],
      [1, 1],
      [3, 1],
    ] as const) {
      forward({ days });
      expect((await runNotices()).notifications_envoyees).toBe(sent);
    }
    expect(day()).toBe(dayAfter(loan.date_echeance, 22));
    expect(await stepsOf(loan)).toEqual(['J-2', 'J-2', 'J+1']);
  });

  it.each([
    ['comes back', giveBack, { statut: 'rendu' }],
    ['is renewed', renew, { prolongations: 1 }],
  ])('is recorded on a loan that %s while its mail goes', async (_, act, outcome) => {
    const { id } = await newLoan();
    forwardToDue(-2);
    const { asleep, wakeUp } = fallAsleep('SendEmail');
    const run = runNotices();
    await asleep;
    expect((await act(id)).status).toBe(200);
    wakeUp();
    expect((await run).notifications_envoyees).toBe(1);
    expect(await readLoan(id)).toMatchObject({ ...outcome, notices: [{ etape: 'J-2', etat: 'envoyee' }] });
    expect(await runNotices()).toEqual(NONE);
  });
});

describe('calls for a run under one key', () => {
  it('have the first answer, whole and true, when they come in the middle of the first and later', async () => {
    await lateBorrowers(1, 2, 1);
    const key = keyed();
    const first = fallAsleep('SendEmail');
    const answers = [notify(key)];
    await first.asleep;
    const second = fallAsleep('GetItem');
    answers.push(notify(key));
    await second.asleep;
    second.wakeUp();
    first.wakeUp();
    const all = [...(await Promise.all(answers)), await notify(key)];
    for (const { status, body } of all)
      expect([status, body]).toEqual([200, { ...NONE, notifications_envoyees: 4, utilisateurs_notifies: 3 }]);
    expect(all.map(({ headers }) => headers['idempotent-replayed'])).toEqual([undefined, 'true', 'true']);
    expect(await inbox()).toHaveLength(3);
  });
});
