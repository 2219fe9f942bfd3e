import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { forward } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
import { newHold, titleAllOut } from '../../support/holds.ts';
import { giveBack, newLoan } from '../../support/loans.ts';
import { inbox } from '../../support/mail.ts';
import { forwardToDue, NONE, runNotices, stepsOf, titlesIn } from '../../support/notices.ts';
import { changePolicy } from '../../support/policy.ts';

/** The reminders are those of politique.yml. */

everyTest({ leaves: 'settled', mails: true });
beforeEach(() => changePolicy());
afterAll(() => changePolicy());

describe('the reminders of the policy', () => {
  const SHIPPED = { before: 'jours_avant: [2]', after: 'jours_apres: [1, 7, 14, 30]' };
  const remind = (before: string, after: string) =>
    changePolicy({ [SHIPPED.before]: `jours_avant: ${before}`, [SHIPPED.after]: `jours_apres: ${after}` });

  /** The steps that come when the job runs each day from the first to the last, counted from the due date. */
  async function daily(from: number, to: number): Promise<string[]> {
    const sent: string[] = [];
    for (let days = from; days <= to; days += 1) {
      if ((await runNotices()).notifications_envoyees === 1) sent.push(`J${days > 0 ? '+' : '-'}${Math.abs(days)}`);
      forward({ days: 1 });
    }
    return sent;
  }

  it('are sent on their days, before the due date, on it and after it', async () => {
    remind('[5, 0]', '[4, 2]');
    const loan = await newLoan();
    forwardToDue(-6);
    const steps = ['J-5', 'J-0', 'J+2', 'J+4'];
    expect(await daily(-6, 5)).toEqual(steps);
    expect(await stepsOf(loan)).toEqual(steps);
  });

  it('never go back to an earlier step than one that was sent, when they change between two runs', async () => {
    const loan = await newLoan();
    forwardToDue(7);
    expect((await runNotices()).notifications_envoyees).toBe(1);
    remind('[3]', '[5, 10]');
    expect(await daily(7, 12)).toEqual(['J+10']);
    expect(await stepsOf(loan)).toEqual(['J+7', 'J+10']);
  });

  it('may be none: nobody is reminded, and whoever has a book set aside is told so', async () => {
    remind('[]', '[]');
    const { book, loans } = await titleAllOut();
    const late = await newLoan();
    const hold = await newHold(book.id);
    forwardToDue(1);
    await giveBack(loans[0].id);
    expect(await runNotices()).toEqual({ ...NONE, notifications_envoyees: 1, utilisateurs_notifies: 1 });
    expect((await inbox()).flatMap(titlesIn)).toEqual([hold.titre]);
    expect(await stepsOf(late)).toEqual([]);
  });
});
