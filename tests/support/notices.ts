import type { NoticeReport } from '../../lib/loans/schema.ts';
import { forward, forwardPast } from './clock.ts';
import { run } from './lambda.ts';
import { getLoan, newLoan, newUser } from './loans.ts';
import { inbox, type Received } from './mail.ts';

/** The notices as their schedule sends them, and what has come of them. */

/** Time kept by a job to finish what is in hand. */
const TO_FINISH = 10_000;

/** One run, with so much time for people to be written to. */
export const runNotices = (ms = 60_000): Promise<NoticeReport> => run('loans-notify-daily', {}, ms + TO_FINISH);

export const titlesIn = ({ body: { text } }: Received): string[] =>
  [...text.matchAll(/« (.*?) »/g)].map(([, title]) => title as string);

/** How many times each address was written to about each title: `a@exemple.fr Titre`. */
export async function timesWritten(): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const mail of await inbox())
    for (const title of titlesIn(mail)) {
      const name = `${mail.destination.to[0]} ${title}`;
      times.set(name, (times.get(name) ?? 0) + 1);
    }
  return times;
}

/** What a run says that told so many people of so many steps. */
export const sent = (people: number, steps = people): NoticeReport => ({
  notifications_envoyees: steps,
  utilisateurs_notifies: people,
  sans_adresse: 0,
});
/** What a run says that had nothing to do. */
export const NONE = sent(0);

/** Brings the clock to so many days after what is lent now is due. */
export const forwardToDue = (days: number) => forward({ days: 21 + days });

/** The steps of which a loan says that somebody was written to. */
export const stepsOf = async ({ id }: { id: string }): Promise<string[]> =>
  (await getLoan(id)).body.notifications.map(({ etape }: { etape: string }) => etape);

export interface Borrower {
  id: string;
  email: string;
}

/** People with so many loans each, late by a day. */
export async function lateBorrowers(...loans: number[]): Promise<Borrower[]> {
  const people = await Promise.all(loans.map(() => newUser()));
  const [loan] = await Promise.all(
    people.flatMap(({ id }, n) => Array.from({ length: loans[n] as number }, () => newLoan(id))),
  );
  forwardPast(loan?.date_echeance as string);
  return people;
}
