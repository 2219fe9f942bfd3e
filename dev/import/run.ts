import { randomUUID } from 'node:crypto';
import { type CarriedOut, carryOut } from './carry-out.ts';
import type { Client } from './client.ts';
import type { Journal } from './journal.ts';
import type { Kind } from './kind.ts';
import type { Fault, SourceRecord } from './record.ts';
import type { Plan, Result } from './verdict.ts';

/** Takes the records of a file one after the other, several of them at once. */

/** So many records are in hand at once: the library answers as many calls side by side. */
const AT_ONCE = 10;
/** In characters: one record's plans are few. */
const SUITE = 8;

/** `lus` is the sum of the others. */
export interface Counts {
  lus: number;
  crees: number;
  mis_a_jour: number;
  ignores: number;
  refuses: number;
}

const COUNTED = { cree: 'crees', mis_a_jour: 'mis_a_jour', ignore: 'ignores', refuse: 'refuses' } as const;
type Outcome = Result | 'ignore' | 'refuse';

interface Hands<Fields> {
  client: Client;
  kind: Kind<Fields>;
  journal: Journal;
  /** Everything is only said and nothing done. */
  isSimulation: boolean;
  counted: (counts: Counts) => void;
  /** Is given the rows of each record that was refused, in the order of the file. */
  report: (rows: string[][]) => void;
}

export class Run<Fields> {
  readonly counts: Counts = { lus: 0, crees: 0, mis_a_jour: 0, ignores: 0, refuses: 0 };
  readonly #hands: Hands<Fields>;
  readonly #inHand = new Set<Promise<void>>();
  /** The last record about each thing. */
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #waiting: SourceRecord<Fields>[] = [];
  #reported: Promise<void> = Promise.resolve();
  #failure: unknown;
  isStopped = false;

  constructor(hands: Hands<Fields>) {
    this.#hands = hands;
  }

  /** What is in hand is brought to its end, and nothing more is begun. */
  stop(): void {
    this.isStopped = true;
  }

  /** @returns whether all records were taken @throws what has ended it before, once what was in hand has ended */
  async all(records: AsyncIterable<SourceRecord<Fields>>): Promise<boolean> {
    try {
      for await (const record of records) {
        if (this.isStopped) break;
        const { kind } = this.#hands;
        const judged = { ...record, faults: [...record.faults, ...kind.claim(record)] };
        if (kind.waits(record)) this.#waiting.push(judged);
        else await this.#take(judged);
      }
    } catch (error) {
      this.#fail(error);
    }
    for (const record of this.#waiting) if (!this.isStopped) await this.#take(record);
    await Promise.allSettled(this.#inHand);
    await this.#reported;
    if (this.#failure !== undefined) throw this.#failure;
    return !this.isStopped;
  }

  async #take(record: SourceRecord<Fields>): Promise<void> {
    while (this.#inHand.size >= AT_ONCE) await Promise.race(this.#inHand);
    const names = this.#hands.kind.about(record);
    const before = names.map((name) => this.#last.get(name));
    const outcome = Promise.all(before).then(() => {
      // What depends on a record that could not be brought to its end is not begun.
      if (this.#failure !== undefined) throw this.#failure;
      return this.#one(record);
    });
    const taken: Promise<void> = outcome
      .then(
        () => {},
        (error: unknown) => this.#fail(error),
      )
      .finally(() => {
        this.#inHand.delete(taken);
        for (const name of names) if (this.#last.get(name) === taken) this.#last.delete(name);
      });
    this.#inHand.add(taken);
    for (const name of names) this.#last.set(name, taken);
    this.#reported = Promise.all([outcome.catch(() => undefined), this.#reported])
      .then(([faults]) => this.#count(record, faults))
      .catch((error: unknown) => this.#fail(error));
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.stop();
  }

  #count(record: SourceRecord<Fields>, outcome: Outcome | Fault[] | undefined): void {
    if (outcome === undefined) return;
    this.counts.lus += 1;
    this.counts[COUNTED[Array.isArray(outcome) ? 'refuse' : outcome]] += 1;
    const { kind, counted, report } = this.#hands;
    counted(this.counts);
    if (Array.isArray(outcome)) report(kind.rows({ ...record, faults: outcome }));
  }

  /** @returns what has become of the record, or its faults */
  async #one(record: SourceRecord<Fields>): Promise<Outcome | Fault[]> {
    const { kind, journal } = this.#hands;
    if (record.faults.length > 0) return record.faults;
    const done = journal.done.get(record.number);
    if (done) {
      kind.note(record, done, true);
      return done.resultat;
    }
    const begun = journal.begun.get(record.number);
    if (begun) return this.#carryOut(record, begun);
    const lapsed = journal.lapsed.get(record.number);
    const verdict = await kind.judge(record, false, lapsed);
    if (verdict.what === 'refuse') return [...verdict.faults];
    if (verdict.what === 'ignore') return 'ignore';
    const plan = lapsed ? { ...verdict.plan, suite: randomUUID().slice(0, SUITE) } : verdict.plan;
    await journal.begin(record.number, plan);
    return this.#carryOut(record, plan);
  }

  async #carryOut(record: SourceRecord<Fields>, plan: Plan): Promise<Outcome | Fault[]> {
    const { kind, journal } = this.#hands;
    const { number } = record;
    const { id, faults, carriedOut } = await this.#made(plan, number);
    const done = { resultat: plan.result, id };
    if (faults.length === 0) {
      journal.end(number, done);
      kind.note(record, done, false);
      return plan.result;
    }
    journal.refuse(number);
    if (carriedOut > 0) {
      kind.note(record, done, false);
      return faults;
    }
    const why = await kind.judge(record, true);
    return why.what === 'refuse' ? [...why.faults] : faults;
  }

  async #made(plan: Plan, number: number): Promise<CarriedOut> {
    const { client, journal, isSimulation } = this.#hands;
    if (isSimulation) return { id: plan.id ?? `simulation ${number}`, faults: [], carriedOut: plan.steps.length };
    return carryOut(client, plan, [journal.key, number, ...(plan.suite ? [plan.suite] : [])].join('-'));
  }
}
