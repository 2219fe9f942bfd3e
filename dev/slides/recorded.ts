import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the running system answered when it was asked for the slides (record.ts). */

export const RECORDED = new URL('../../docs/presentation/reponses.json', import.meta.url);
/** A picture of the local inbox, in a window narrow enough to be read on a slide. */
export const INBOX = fileURLToPath(new URL('../../docs/presentation/boite-de-reception.png', import.meta.url));

/** A call and its answer, whole. */
export interface Recorded {
  method: string;
  path: string;
  sent?: object;
  status: number;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: each slide reads the fields that it shows of another answer.
  body: any;
}

type Name = 'verify' | 'refused' | 'returned' | 'paid' | 'found' | 'available' | 'lent' | 'notified';

export const recorded = (): Record<Name, Recorded> => JSON.parse(readFileSync(RECORDED, 'utf8'));
