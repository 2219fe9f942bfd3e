import { addDays } from '../../values/days.ts';
import type { News, TakenUp } from '../notices/news.ts';
import { takeUpIn } from '../notices/take-up.ts';
import { holdRecords, readHolds } from '../store/holds.ts';
import type { HoldItem } from '../store/items.ts';
import { holdsToTell } from '../store/lists.ts';
import { askQueued, askShelf, settleTitles } from './peers.ts';
import { type HoldNews, type HoldNotice, type HoldRecord, isOpen, isTold } from './record.ts';

/** An expiry that could not be announced within 7 days is dropped. */
const NEWS_DAYS = 7;

/** The number of holds that are read at once. */
const AT_ONCE = 100;

/** The holds for which a copy is set aside, and those that have expired, about which their person was not told. */
export async function* holdNews(day: string): AsyncGenerator<News> {
  // What has happened by itself is written first: the last day of the next person is counted from today, and stays.
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

/** The hold as it stands now; `undefined` when its copy was fetched, or is no longer set aside, since it was found. */
async function stillAside(hold: HoldRecord) {
  const queued = await askQueued(hold);
  return queued?.statut === 'mise_de_cote' ? queued : undefined;
}

async function takeUp(hold: HoldRecord, sujet: HoldNews, passage: string): Promise<TakenUp | undefined> {
  const { id } = hold;
  const about = sujet === 'expiree' ? hold : await stillAside(hold);
  if (!about?.date_limite) return undefined;
  const { titre, date_limite } = about;
  const isTrue = (seen: HoldRecord) => seen.transit === null && isOpen(seen) === (sujet === 'disponible');
  const taken = await takeUpIn<HoldNotice, HoldItem>(
    holdRecords,
    id,
    passage,
    (seen) => (isTrue(seen) && !isTold(seen, sujet, date_limite) ? { sujet, date_limite } : undefined),
    (notice) => notice.sujet === sujet,
  );
  return taken && { id, told: { hold: { titre, date_limite }, sujet }, record: taken.record };
}
