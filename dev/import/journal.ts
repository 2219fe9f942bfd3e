import { randomUUID } from 'node:crypto';
import fs, { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { jsonIn } from './json.ts';
import { notWritable, Refusal } from './refusal.ts';
import type { Plan, Result } from './verdict.ts';

/**
 * What was begun and what is done, beside the file that is imported, a line each. It is written before the first
 * request of a record and after the last answer: whatever ends an import in between, the next one carries the same
 * requests out under the same keys, and goes on. That holds for a loss of power as well: what is begun is on the disk
 * before it is asked for. What is done need not be: it is asked for again, and the library knows the key.
 */

/** The library keeps its first answers for a day. */
const KEYS_KEPT_MS = 23 * 3600 * 1000;

/** What makes two imports the same one. */
export interface Heading {
  fichier: string;
  adresse: string;
  genre: string;
  existants: string;
  /** How the file is read, where that was said: its form, its dialect, and the digest of the names of its columns. */
  lecture: { format: string | null; dialecte: string | null; colonnes: string | null };
  /** Whose token it is: the library knows keys by the account that they came from. */
  compte: string;
}

export interface Done {
  resultat: Result;
  id: string;
}

/** `le` is the instant at which a plan was begun, in milliseconds. */
type Line = { n: number } & ({ plan: Plan; le: number } | { fait: Done } | { refus: true });

export class Journal {
  readonly begun = new Map<number, Plan>();
  /** What was begun so long ago that the library has forgotten the keys: under these it might be made twice. */
  readonly lapsed = new Map<number, Plan>();
  readonly done = new Map<number, Done>();
  /** What the keys of its requests begin with: what another import has made and somebody has deleted is made anew. */
  readonly key: string;
  /** An import of another file of that name, or with other options, was interrupted and is given up. */
  readonly isOthers: boolean;
  readonly #path: string;
  readonly #isReadOnly: boolean;
  /** What the file begins with when something is written to it, and how it is opened. */
  readonly #start: string;
  readonly #flags: 'a' | 'w';
  #file: number | undefined;
  /** The last write to the disk that has begun, and the one that comes after it. */
  #keeping: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  /**
   * Goes on with the import of that heading, or begins it. One of another file is over: it was changed.
   * It is no file before something is begun: an import that could not begin leaves nothing to go on from.
   * @param isReadOnly it is only looked at, and nothing will be written
   * @throws Refusal when another account has begun it
   */
  constructor(path: string, heading: Heading, isReadOnly: boolean) {
    this.#path = path;
    const [first = '', ...lines] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    const { cle, ...present } = (jsonIn(first) ?? {}) as Partial<Heading & { cle: string }>;
    const isSame = cle !== undefined && isDeepStrictEqual({ ...present, compte: heading.compte }, heading);
    if (isSame && present.compte !== heading.compte) throw new Refusal(othersImport(path, present.compte));
    this.key = isSame ? cle : randomUUID();
    this.isOthers = first !== '' && !isSame;
    if (isSame) for (const line of lines) this.#read(line);
    this.#isReadOnly = isReadOnly;
    this.#flags = isSame ? 'a' : 'w';
    // What was cut off in the middle of a line ends there.
    const cut = lines.at(-1) === '' ? '' : '\n';
    this.#start = isSame ? cut : `${JSON.stringify({ ...heading, cle: this.key })}\n`;
  }

  get isResumed(): boolean {
    return this.begun.size + this.lapsed.size + this.done.size > 0;
  }

  /** It has begun when this has come, and not before. */
  async begin(n: number, plan: Plan): Promise<void> {
    this.#write({ n, plan, le: Date.now() });
    await this.#kept();
  }

  end(n: number, fait: Done): void {
    this.#write({ n, fait });
  }

  /** The library has refused what was begun: it is judged anew the next time. */
  refuse(n: number): void {
    this.#write({ n, refus: true });
  }

  /** Nothing is left to go on with. */
  remove(): void {
    if (this.#isReadOnly) return;
    if (this.#file !== undefined) closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  /** Whatever is written while the disk is busy goes to it in one go. */
  #kept(): Promise<void> {
    this.#next ??= this.#keeping.then(() => {
      this.#next = undefined;
      this.#keeping = this.#file === undefined ? Promise.resolve() : promisify(fs.fdatasync)(this.#file);
      return this.#keeping;
    });
    return this.#next;
  }

  #write(line: Line): void {
    if (this.#isReadOnly) return;
    this.#file ??= begun(this.#path, this.#flags, this.#start);
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  #read(text: string): void {
    // A line that was cut off is none: what it tells of was not sent, or is sent again.
    const line = jsonIn(text) as Line | undefined;
    if (!line) return;
    for (const plans of [this.begun, this.lapsed]) plans.delete(line.n);
    if ('plan' in line) (Date.now() - line.le < KEYS_KEPT_MS ? this.begun : this.lapsed).set(line.n, line.plan);
    if ('fait' in line) this.done.set(line.n, line.fait);
  }
}

const othersImport = (path: string, account = ''): string =>
  `Cet import a été commencé avec un jeton du compte « ${account} » : reprenez-le avec un jeton du même compte, ou supprimez ${path} pour que tout soit jugé de nouveau.`;

function begun(path: string, flags: 'a' | 'w', start: string): number {
  try {
    // It names people: nobody else on the machine reads it.
    const file = openSync(path, flags, 0o600);
    writeSync(file, start);
    keepName(path);
    return file;
  } catch (cause) {
    throw notWritable(path, cause);
  }
}

/** A new file is found after a loss of power when its folder is on the disk as well. Windows does that by itself. */
function keepName(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
