import { HOLDS } from './holds/process.ts';
import { LOANS } from './loan-process.ts';
import { settle } from './process.ts';
import { type HoldTransitItem, readHold } from './store/holds.ts';
import type { InTransitItem } from './store/lists.ts';
import { readLoan, type TransitItem } from './store/loans.ts';

/** The records of both kinds that are in the middle of something. */

const isHold = (item: InTransitItem): item is HoldTransitItem => item.sk === 'RESERVATION';

/** Reads again what the index has. @returns undefined when it is in the middle of nothing any more */
export async function readInTransit(found: InTransitItem): Promise<InTransitItem | undefined> {
  const seen = isHold(found) ? await readHold(found.id) : await readLoan(found.id);
  return seen?.transit ? (seen as TransitItem | HoldTransitItem) : undefined;
}

/** Takes over a process that was cut off, and brings it to its end. @throws Moved */
export const settleRecord = (item: InTransitItem): Promise<void> =>
  isHold(item) ? settle(HOLDS, item) : settle(LOANS, item);
