import { Moved } from '../../aws/dynamodb/retry.ts';
import type { Sending } from '../record.ts';

/** How a run takes a notice up in its record just before the mail goes, so that two runs never both send it. */

interface Telling<N> {
  id: string;
  version: number;
  notices: N[];
}

/** The store of such records. */
interface Records<Item> {
  write: (seen: Item, next: Item) => Promise<unknown>;
  change: <A>(id: string, decide: (seen: Item | undefined) => { answer: A; next?: Item }) => Promise<A>;
}

/**
 * Takes a notice up in a record.
 * @param noticeOf tells which notice, if any, is to be sent as the record now stands
 * @param isOfKind tells a notice of that kind from others that the same run may have taken up in the record
 * @returns the record with the notice, and what records afterwards that the mail has gone, or takes it back that it was
 * to go; `undefined` when nothing is to be sent, or another run has taken it up
 */
export async function takeUpIn<N extends Sending, Item extends Telling<N>>(
  records: Records<Item>,
  id: string,
  passage: string,
  noticeOf: (seen: Item) => Omit<N, keyof Sending> | undefined,
  isOfKind: (notice: N) => boolean = () => true,
): Promise<{ item: Item; record: (hasGone: boolean) => Promise<void> } | undefined> {
  const isMine = (notice: N) => notice.passage === passage && isOfKind(notice);
  const taken = await records.change<Item | undefined>(id, (seen) => {
    if (!seen || seen.notices.some(isMine)) return { answer: seen };
    const notice = noticeOf(seen);
    if (!notice) return { answer: undefined };
    const sending = { ...notice, etat: 'en_envoi', passage, date_envoi: new Date().toISOString() } as N;
    const next = { ...seen, notices: [...seen.notices, sending] };
    return { answer: { ...next, version: seen.version + 1 }, next };
  });
  if (!taken) return undefined;
  const recorded = (seen: Item, hasGone: boolean): Item => ({
    ...seen,
    notices: hasGone
      ? seen.notices.map((notice) => (isMine(notice) ? { ...notice, etat: 'envoyee' } : notice))
      : seen.notices.filter((notice) => !isMine(notice)),
  });
  return {
    item: taken,
    // The record is read again only when another write has moved it since.
    record: async (hasGone) => {
      try {
        await records.write(taken, recorded(taken, hasGone));
      } catch (error) {
        if (!(error instanceof Moved)) throw error;
        await records.change(id, (seen) => ({ answer: undefined, ...(seen && { next: recorded(seen, hasGone) }) }));
      }
    },
  };
}
