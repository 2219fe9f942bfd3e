import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { type Brought, bringIn, type Desk } from '../../dev/import/bring-in.ts';
import { Client, type Request } from '../../dev/import/client.ts';
import { optionsIn } from '../../dev/import/options.ts';
import type { Progress } from '../../dev/import/progress.ts';
import { librarian } from '../support/api.ts';
import { drawn } from '../support/extent.ts';
import { HttpLibrary } from '../support/http-library.ts';
import { emptyTables } from '../support/read.ts';

/** A librarian who imports files, each in a folder of its own. */

const unseen: Progress = { start: () => {}, counted: () => {}, pause: () => {}, stop: () => {} };

export interface Told extends Brought {
  said: string[];
  /** The rows of the report, without its first line. */
  refused: string[];
}

class ImportDesk {
  folder = '';
  readonly #library: HttpLibrary;

  constructor(library: HttpLibrary) {
    this.#library = library;
  }

  open = (): void => {
    this.folder = mkdtempSync(join(tmpdir(), 'import-'));
  };

  /** Writes a file of that name. @returns its path */
  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  async bring(file: string, args: string[] = [], given: Partial<Desk> = {}): Promise<Told> {
    const said: string[] = [];
    const { address } = this.#library;
    const usual = { client: this.#library.client(), address, progress: unseen, signal: new AbortController().signal };
    const desk = { ...usual, say: (line: string) => void said.push(line), ...given };
    const brought = await bringIn(optionsIn([file, ...args]), desk);
    const refused = brought.report ? readFileSync(brought.report, 'utf8').trim().split('\r\n').slice(1) : [];
    return { ...brought, said, refused };
  }

  /** Simulates an import, then does it. @returns what it came to, which the simulation has said as well */
  async foreseen(file: string, args: string[] = []): Promise<Told> {
    const simulated = await this.bring(file, [...args, '--simulation']);
    const brought = await this.bring(file, args);
    expect([simulated.counts, simulated.refused]).toEqual([brought.counts, brought.refused]);
    return brought;
  }

  /** Imports a file until the machine is switched off at one of its requests. */
  cut = (file: string, left: number, arrives = true, args: string[] = []): Promise<Told> =>
    this.bring(file, args, { client: new DyingClient(this.#library.address, left, arrives) });

  /**
   * Cuts the import of a file off wherever it can be, and once more soon after: given again, it comes to the same.
   * @param now tells what the library has
   * @param isOld whether the library has forgotten the keys before it is given again
   */
  async survivesCuts(content: string, sum: object, now: () => Promise<unknown[]>, isOld = false): Promise<void> {
    const from = this.#library.requests.length;
    await this.bring(this.file('essai.csv', content));
    const [count, expected] = [this.#library.requests.length - from, await now()];
    for (const [n, arrives] of cutsOf(count, `cuts of an import, ${isOld ? 'old' : 'soon'}: ${content}`)) {
      await emptyTables();
      const file = this.file('coupé.csv', content);
      await expect(this.cut(file, n, arrives)).rejects.toThrow('off');
      if (isOld) aged(file);
      else await this.cut(file, 2, arrives).catch(() => {});
      const { counts, isWhole, refused } = await this.foreseen(file);
      expect([n, arrives, isWhole, counts, refused]).toEqual([n, arrives, true, sum, []]);
      expect([n, arrives, await now()]).toEqual([n, arrives, expected]);
    }
  }

  close = (): void => rmSync(this.folder, { recursive: true });
}

/** Gives each test of a suite an empty library over HTTP, and a librarian with an empty folder. */
export function useImportDesk(): { library: HttpLibrary; desk: ImportDesk } {
  const library = new HttpLibrary();
  const desk = new ImportDesk(library);
  beforeAll(() => library.start());
  afterAll(() => library.stop());
  beforeEach(async () => {
    await emptyTables();
    library.hold = () => Promise.resolve();
    library.spoil = () => false;
    library.answer = () => false;
    desk.open();
  });
  afterEach(desk.close);
  return { library, desk };
}

/** A librarian's machine that is switched off at one of its requests, and sends nothing more. */
class DyingClient extends Client {
  #left: number;
  readonly #arrives: boolean;

  /** @param arrives whether the last request is carried out, and only its answer lost */
  constructor(address: string, left: number, arrives: boolean) {
    super(address, librarian);
    this.#left = left;
    this.#arrives = arrives;
  }

  override async send<T>(method: string, path: string, request?: Request) {
    this.#left -= 1;
    if (this.#left > 0) return super.send<T>(method, path, request);
    if (this.#left === 0 && this.#arrives) await super.send<T>(method, path, request);
    throw new Error('switched off');
  }
}

/** Makes what was begun of a file a day older, so that the library is held to have forgotten the keys. */
export function aged(file: string): void {
  const journal = `${file}.reprise`;
  if (!existsSync(journal)) return;
  const older = (_: string, le: string) => `"le":${Number(le) - 24 * 3600 * 1000}`;
  writeFileSync(journal, readFileSync(journal, 'utf8').replace(/"le":(\d+)/g, older));
}

/**
 * Where an import of so many requests can be cut off: at each of them, before it arrives and after. An everyday run takes
 * one cut of each two requests.
 */
function cutsOf(count: number, label: string): [request: number, arrives: boolean][] {
  const requests = Array.from({ length: count }, (_, n) => n + 1);
  const all = requests.flatMap((n) => [false, true].map((arrives): [number, boolean] => [n, arrives]));
  return drawn(all, ([n]) => n >> 1, label);
}

/** Everything in the catalogue as people know it: ids, days and the barcodes that the library makes are its own. */
export async function catalogue(client: Client, made: (barcode: string) => boolean = () => false) {
  const titles: object[] = [];
  type Fields = Record<string, unknown>;
  for await (const { id, date_creation: _, disponibles: __, ...title } of client.all<Fields>('/livres')) {
    const copies: object[] = [];
    for await (const { code_barres, cote, note, etat } of client.all<Fields>(`/livres/${id}/exemplaires`))
      copies.push({ code_barres: made(String(code_barres)) ? 'made' : code_barres, cote, note, etat });
    titles.push({ ...title, copies: copies.map((copy) => JSON.stringify(copy)).sort() });
  }
  return titles.map((title) => JSON.stringify(title)).sort();
}
