import { Moved } from '../aws/dynamodb/retry.ts';
import { addDays } from '../values/days.ts';
import { type HoldNews, type HoldRecord, isOpen, isTold, tellingOf, told, untold } from './hold.ts';
import type { News, TakenUp } from './news.ts';
import { askHolds, askShelf, settleTitles } from './peers.ts';
import { changeHold, readHolds, writeHold } from './store/holds.ts';
import type { HoldItem } from './store/items.ts';
import { holdsToTell } from './store/lists.ts';

/** Who could not be told for so many days that their hold has expired is told no more. */
const NEWS_DAYS = 7;

/** So many holds are read at once. */
const AT_ONCE = 100;

/** The holds for which a copy is set aside, and those that have expired, of which their person was not told. */
export async function* holdNews(day: string): AsyncGenerator<News> {
  // What has happened by itself is written first: the last day of whoever comes next is counted from today, and stays.
  await writeDue();
  for (let after: string | null = null, isLast = false; !isLast; ) {
    const { holds, next } = await askShelf(AT_ONCE, after);
    const records = await readHolds(holds.map(({ id }) => id));
    for (const [n, { date_limite }] of holds.entries()) {
      const hold = records[n];
      if (hold && date_limite !== null && !isTold(hold, 'disponible', date_limite)) yield newsOf(hold, 'disponible');
    }
    after = next;
    isLast = next === null;
  }
  for await (const hold of holdsToTell(addDays(day, -NEWS_DAYS))) yield newsOf(hold, 'expiree');
}

async function writeDue(): Promise<void> {
  const pages = settleTitles();
  while (!(await pages.next()).done);
}

const newsOf = (hold: HoldRecord, sujet: HoldNews): News => ({
  utilisateur_id: hold.utilisateur_id,
  takeUp: (passage) => takeUp(hold, sujet, passage),
});

/** The last day of what is to be told, should it still be true: a copy may have gone, or been fetched, since it was found. */
async function stillTrue({ id, livre_id }: HoldRecord): Promise<string | null> {
  const queued = (await askHolds([livre_id])).get(id);
  return queued?.statut === 'mise_de_cote' ? queued.date_limite : null;
}

async function takeUp(hold: HoldRecord, sujet: HoldNews, passage: string): Promise<TakenUp | undefined> {
  const { id, titre } = hold;
  const date_limite = sujet === 'expiree' ? hold.date_limite : await stillTrue(hold);
  if (date_limite === null) return undefined;
  const taken = await changeHold<HoldItem | undefined>(id, (seen) => {
    if (seen?.notices.some((notice) => notice.passage === passage && notice.sujet === sujet)) return { answer: seen };
    const isUntrue = !seen || seen.transit !== null || isOpen(seen) !== (sujet === 'disponible');
    if (isUntrue || isTold(seen, sujet, date_limite)) return { answer: undefined };
    const next = tellingOf(seen, { sujet, date_limite, passage }, new Date().toISOString());
    return { answer: { ...seen, ...next, version: seen.version + 1 }, next };
  });
  return (
    taken && {
      id,
      told: { hold: { titre, date_limite }, sujet },
      record: (hasGone) => writeOnTaken(taken, (hold) => (hasGone ? told : untold)(hold, sujet, passage)),
    }
  );
}

/** Writes the outcome on the hold as it was taken up; reads it again only when it has moved since. */
const writeOnTaken = (taken: HoldItem, outcome: (hold: HoldRecord) => HoldRecord): Promise<void> =>
  writeHold(taken, outcome(taken)).then(
    () => {},
    (error: unknown) => {
      if (!(error instanceof Moved)) throw error;
      return changeHold(taken.id, (seen) => ({ answer: undefined, ...(seen && { next: outcome(seen) }) }));
    },
  );
