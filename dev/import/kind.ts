import type { Done } from './journal.ts';
import type { Fault, SourceRecord } from './record.ts';
import type { Plan, Verdict } from './verdict.ts';

/** What becomes of a title or member that the library has already. */
export const MODES = ['ignorer', 'exemplaires', 'completer'] as const;
export type Mode = (typeof MODES)[number];

/** What the import has to know of one kind of record. */
export interface Kind<Fields> {
  /** Reads what the library has. */
  load: () => Promise<void>;
  /** Takes what only one record may have, as a barcode, in the order of the file. @returns what another has taken */
  claim: (record: SourceRecord<Fields>) => Fault[];
  /** Names what the record is about: records that share a name are judged and carried out one after the other. */
  about: (record: SourceRecord<Fields>) => string[];
  /** Whether the record names one that may still come, and so waits for the end of the file. */
  waits: (record: SourceRecord<Fields>) => boolean;
  /**
   * @param isRefused the library has refused it, and what it has is asked anew for a better reason than its own
   * @param lapsed what the file had begun for it, and the library no longer knows the keys of: what is there of it is
   * looked for and completed
   */
  judge: (record: SourceRecord<Fields>, isRefused: boolean, lapsed?: Plan) => Promise<Verdict>;
  /** Notes what the record has made or changed, now or, `again`, in an import that was cut off. */
  note: (record: SourceRecord<Fields>, done: Done, again: boolean) => void;
  /** The rows that a report has of a record that was refused. */
  rows: (record: SourceRecord<Fields> & { faults: Fault[] }) => string[][];
  columns: readonly string[];
}
