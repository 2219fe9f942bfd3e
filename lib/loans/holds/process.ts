import { ask } from '../peers.ts';
import type { Kind } from '../process.ts';
import { type HoldTransitItem, readHold, writeHold } from '../store/holds.ts';
import { removeRecord } from '../store/records.ts';
import { closeHold, leaveQueue, openHold, placeHold } from './peers.ts';
import { type HoldInTransit, type HoldProcess, type HoldRecord, placed, settledHold } from './record.ts';

/**
 * How each process of a hold goes. The caller of a hold that is being placed was not told yes, so it is undone when it
 * was cut off. The end of one is decided by its first write, so it is finished.
 */
interface Row {
  /** Whether the person's slot and a place in the queue are taken; otherwise both are freed. */
  isTaken: boolean;
  /** Absent, the record is removed. */
  end?: (hold: HoldInTransit) => HoldRecord;
  cutOff: HoldProcess;
}

const ROWS: Record<HoldProcess, Row> = {
  pose: { isTaken: true, end: placed, cutOff: 'retrait' },
  retrait: { isTaken: false, cutOff: 'retrait' },
  cloture: { isTaken: false, end: settledHold, cutOff: 'cloture' },
};

const rowOf = ({ transit }: HoldInTransit): Row => ROWS[transit.etape];

/** The processes of holds. */
export const HOLDS: Kind<HoldTransitItem> = {
  ask,
  hands: (hold) =>
    rowOf(hold).isTaken
      ? {
          frees: false,
          account: ({ version }) => openHold(hold, version),
          title: ({ version }) => placeHold(hold, version),
        }
      : {
          frees: true,
          account: () => closeHold(hold),
          // A loan that fulfils a hold takes it out of the queue with the copy.
          title: async () => hold.statut === 'honoree' || leaveQueue(hold),
        },
  end: (hold) => {
    const { end } = rowOf(hold);
    return end ? writeHold(hold, end(hold)) : removeRecord(hold);
  },
  takeOver: (hold) => {
    const transit = { ...hold.transit, etape: rowOf(hold).cutOff, depuis: new Date().toISOString() };
    return writeHold(hold, { ...hold, transit });
  },
  refused: (hold) => ({ ...hold, transit: { ...hold.transit, etape: rowOf(hold).cutOff } }),
  read: readHold,
};
