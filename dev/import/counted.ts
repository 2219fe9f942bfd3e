import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Refusal } from './refusal.ts';

/** What is to be known of a file before it is read: its digest, and about how many records it has. */

const DIGITS = 32;

export interface Measured {
  digest: string;
  /** By the ends of its records. A cell of several lines and a blank line make it too many. */
  records: number;
}

/** @throws Refusal when it cannot be read */
export async function measured(path: string): Promise<Measured> {
  const hash = createHash('sha256');
  const ends = new Ends();
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      ends.add(chunk);
    }
  } catch (error) {
    throw new Refusal(
      REASONS[(error as NodeJS.ErrnoException).code ?? '']?.(path) ??
        `« ${path} » ne peut pas être lu : ${(error as Error).message}`,
    );
  }
  return { digest: hash.digest('hex').slice(0, DIGITS), records: ends.records };
}

const REASONS: Record<string, (path: string) => string> = {
  ENOENT: (path) => `« ${path} » n’existe pas.`,
  EISDIR: (path) => `« ${path} » est un dossier : donnez un fichier.`,
  EACCES: (path) => `« ${path} » ne peut pas être ouvert : les droits manquent.`,
};

const ISO_2709 = '\x1d';
const LEADERS = /<\/(\w+:)?leader>/g;
const LINES = /\r\n|\r|\n/g;

/** What ends a record in each form. What stands across two chunks is one more or one less of many. */
class Ends {
  #iso2709 = 0;
  #xml = 0;
  #lines = 0;

  add(chunk: Buffer): void {
    const text = chunk.toString('latin1');
    this.#iso2709 += text.split(ISO_2709).length - 1;
    this.#xml += text.match(LEADERS)?.length ?? 0;
    this.#lines += text.match(LINES)?.length ?? 0;
  }

  /** Lines end in a MARC file as well, and no record of MARC ends in a CSV. */
  get records(): number {
    return this.#iso2709 || this.#xml || this.#lines;
  }
}
