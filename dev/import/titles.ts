import type { Book } from '../../lib/books/schema.ts';
import type { Copy } from '../../lib/books/schema-copies.ts';
import { NewBook } from '../../lib/books/schema-requests.ts';
import type { Client } from './client.ts';
import { addition, firstCopies, isTold, type JudgedCopy, judgedCopy, restOf, taken } from './copies.ts';
import { EXPORTED, REPORT_COLUMNS } from './csv/columns.ts';
import { refusedBookRows } from './csv/refused.ts';
import type { Done } from './journal.ts';
import type { Kind, Mode } from './kind.ts';
import { typeNamed } from './named.ts';
import type { BookFields, Fault, SourceRecord } from './record.ts';
import { judged } from './shapes.ts';
import { Shelves, type Title } from './shelves.ts';
import { type Plan, refused, type Step, type Verdict } from './verdict.ts';

/** What is to become of a title and its copies. */

const MOST_COPIES = 1000;

type BookRecord = SourceRecord<BookFields>;
/** What is said of the title itself, as the API takes it. The year is a number where it looks like one. */
function titleIn({ exemplaires: _, livre_id: __, annee, type, ...fields }: BookFields) {
  const said = { ...fields, ...(type !== undefined && { type: typeNamed(type) }) };
  return { ...said, ...(annee !== undefined && { annee: /^-?\d+$/.test(annee) ? Number(annee) : annee }) };
}

export class Titles implements Kind<BookFields> {
  readonly columns = [...REPORT_COLUMNS, ...EXPORTED.livres];
  readonly rows = refusedBookRows;
  readonly #client: Client;
  readonly #mode: Mode;
  readonly #isSimulation: boolean;
  readonly #shelves = new Shelves();
  /** Which record has taken a barcode. */
  readonly #barcodes = new Map<string, number>();

  constructor(client: Client, mode: Mode, isSimulation: boolean) {
    this.#client = client;
    this.#mode = mode;
    this.#isSimulation = isSimulation;
  }

  async load(): Promise<void> {
    for await (const book of this.#client.all<Book>('/livres')) this.#shelves.add(book, { ...book, isFromFile: false });
  }

  claim({ number, fields }: BookRecord): Fault[] {
    const own = new Set<string>();
    return fields.exemplaires.flatMap(({ code_barres }) => {
      const barcode = code_barres?.trim().toUpperCase();
      if (barcode === undefined) return [];
      const other = this.#barcodes.get(barcode) ?? number;
      this.#barcodes.set(barcode, other);
      const isTwice = own.has(barcode);
      own.add(barcode);
      if (other === number && !isTwice) return [];
      const whose = isTwice ? 'le même enregistrement' : `l’enregistrement ${other} du fichier`;
      return { champ: 'code_barres', raison: `${whose} a déjà le code-barres ${barcode}` };
    });
  }

  about = ({ fields }: BookRecord): string[] => Shelves.keysOf(fields);
  waits = (): boolean => false;

  async judge({ fields }: BookRecord, isRefused: boolean, lapsed?: Plan): Promise<Verdict> {
    const isAsked = this.#isSimulation || isRefused;
    const title = judged(NewBook, { ...titleIn(fields), exemplaires: 0 });
    const copies = fields.exemplaires.map(judgedCopy);
    const faults = [title, ...copies].flatMap((part) => (Array.isArray(part) ? part : []));
    if (faults.length > 0 || Array.isArray(title)) return refused(...distinct(faults));
    const found = this.#shelves.find(title, fields.livre_id);
    if (found && lapsed) return this.#goOn(found, title, copies as JudgedCopy[], lapsed);
    return found
      ? this.#change(found, title, copies as JudgedCopy[], isAsked)
      : this.#create(title, copies as JudgedCopy[], isAsked);
  }

  note({ fields }: BookRecord, { resultat, id }: Done, again: boolean): void {
    const title = judged(NewBook, { ...titleIn(fields), exemplaires: 0 });
    if (Array.isArray(title)) return;
    const { livre_id, exemplaires } = fields;
    const found = this.#shelves.withId(id);
    if (found && !again) found.exemplaires += exemplaires.length;
    if (found) complete(found, title);
    if (resultat === 'mis_a_jour') return;
    if (found) this.#shelves.claim(title, found, livre_id);
    else this.#shelves.add(title, { ...title, id, isFromFile: true, exemplaires: exemplaires.length, livre_id });
  }

  async #create(title: NewBook, copies: JudgedCopy[], isAsked: boolean): Promise<Verdict> {
    if (copies.length > MOST_COPIES) return refused(TOO_MANY);
    const [atOnce, later] = firstCopies(copies);
    const create: Step = { method: 'POST', path: '/livres', body: { ...title, exemplaires: atOnce } };
    const steps = [create, ...later.flatMap(addition)];
    // The one request that makes it all is refused as a whole when a barcode is taken; what goes on after it is asked first.
    const faults = isAsked || steps.length > 1 ? await taken(this.#client, copies) : [];
    return faults.length > 0 ? refused(...faults) : { what: 'do', plan: { result: 'cree', steps } };
  }

  async #change(found: Title, title: NewBook, copies: JudgedCopy[], isAsked: boolean): Promise<Verdict> {
    const { id, isFromFile } = found;
    if (!isFromFile && this.#mode === 'ignorer') return { what: 'ignore', id };
    const added = isFromFile ? copies : await this.#missing(found, copies);
    if (found.exemplaires + added.length > MOST_COPIES) return refused(TOO_MANY);
    const faults = isAsked || added.length > 1 ? await taken(this.#client, added) : [];
    if (faults.length > 0) return refused(...faults);
    const steps = [...(await this.#completion(found, title)), ...added.flatMap(addition)];
    return steps.length === 0 ? { what: 'ignore', id } : { what: 'do', plan: { result: 'mis_a_jour', id, steps } };
  }

  /** Completes what the file has begun of the title, and somebody has perhaps gone on with since. */
  async #goOn(found: Title, title: NewBook, copies: JudgedCopy[], lapsed: Plan): Promise<Verdict> {
    const { id, isFromFile } = found;
    if (!isTold(copies, !isFromFile)) return refused(UNTOLD);
    const present: Copy[] = [];
    for await (const copy of this.#client.all<Copy>(`/livres/${id}/exemplaires`)) present.push(copy);
    const { added, states } = restOf(copies, present, lapsed);
    if (found.exemplaires + added.length > MOST_COPIES) return refused(TOO_MANY);
    const faults = await taken(this.#client, added);
    if (faults.length > 0) return refused(...faults);
    const steps = [...(await this.#completion(found, title)), ...states, ...added.flatMap(addition)];
    return { what: 'do', plan: { result: lapsed.result, id, steps } };
  }

  /**
   * The copies whose barcodes the title does not have. Of those without a barcode, as many as it lacks to have as many as
   * the file says.
   */
  async #missing(found: Title, copies: JudgedCopy[]): Promise<JudgedCopy[]> {
    if (copies.length === 0) return [];
    const present = new Set<string>();
    for await (const { code_barres } of this.#client.all<Copy>(`/livres/${found.id}/exemplaires`))
      present.add(code_barres);
    const named = copies.filter(({ copy }) => copy.code_barres !== undefined);
    const others = copies.filter(({ copy }) => copy.code_barres === undefined);
    const lacking = named.filter(({ copy }) => !present.has(copy.code_barres as string));
    const have = found.exemplaires - (named.length - lacking.length);
    return [...lacking, ...others.slice(Math.max(0, have))];
  }

  /** Fills in what the library does not know of the title; what it knows stays. */
  async #completion(found: Title, title: NewBook): Promise<Step[]> {
    if (found.isFromFile || this.#mode !== 'completer') return [];
    const lacking = COMPLETED.filter((field) => found[field] === null && title[field] !== null);
    if (lacking.length === 0) return [];
    const path = `/livres/${found.id}`;
    const { status, body, headers } = await this.#client.send<Book>('GET', path);
    const fields = lacking.filter((field) => status !== 200 || body[field] === null);
    if (fields.length === 0) return [];
    const changes = Object.fromEntries(fields.map((field) => [field, title[field]]));
    return [{ method: 'PATCH', path, body: changes, version: headers.get('etag') ?? '' }];
  }
}

const COMPLETED = ['auteur', 'editeur', 'annee'] as const;

/** What the library has learnt of a title is not told it again. */
function complete(found: Title, { auteur, editeur, annee }: NewBook): void {
  found.auteur ??= auteur;
  found.editeur ??= editeur;
  found.annee ??= annee;
}

const TOO_MANY: Fault = { champ: 'exemplaires', raison: `le titre aurait plus de ${MOST_COPIES} exemplaires` };

const UNTOLD: Fault = {
  champ: 'exemplaires',
  raison:
    'cet enregistrement a été commencé il y a plus de vingt-trois heures, et rien ne dit lesquels de ses exemplaires sans code-barres sont entrés : comparez-les à ceux de la bibliothèque, et ajoutez là ceux qui manquent',
};

/** Twenty copies with the same fault have it once. */
const distinct = (faults: Fault[]): Fault[] =>
  faults.filter(
    ({ champ, raison }, n) => faults.findIndex((one) => one.champ === champ && one.raison === raison) === n,
  );
