import { setTimeout as sleep } from 'node:timers/promises';
import type { Service, Tables } from '../../dev/audit/items.ts';
import { call } from '../support/api.ts';
import { forward } from '../support/clock.ts';
import { lose } from '../support/copies.ts';
import { cancel, reserve } from '../support/holds.ts';
import { giveBack, lend, newBook, newUser, renew } from '../support/loans.ts';
import { readTable } from '../support/read.ts';
import { deleteUser, keyed } from '../support/users.ts';

/** A library at work, and a copy of its tables taken meanwhile. */

const WORKERS = 8;
const LATE = 5;

/** The numbers of a seed, from 0 to 1, the same each time. */
export function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export interface Library {
  users: string[];
  books: string[];
  loans: string[];
  holds: string[];
}

/** A library whose first loans are late. The clock must be stopped. */
export async function openLibrary(): Promise<Library> {
  const made = (count: number, make: () => Promise<{ id: string }>) =>
    Promise.all(Array.from({ length: count }, async () => (await make()).id));
  const [users, books] = await Promise.all([made(12, newUser), made(8, () => newBook({ exemplaires: 1 }))]);
  const loans: string[] = [];
  for (let n = 0; n < LATE; n += 1) loans.push((await lend(users[n] as string, books[n] as string)).body.id);
  forward({ days: 30 });
  return { users, books, loans, holds: [] };
}

/** Has people work at once until it is told to stop. What is refused is refused. */
export function work({ users, books, loans, holds }: Library, random: () => number) {
  let isStopped = false;
  const one = <T>(all: T[]): T => all[Math.floor(random() * all.length)] as T;
  const noted = async (list: string[], answer: Promise<{ status: number; body: { id: string } }>) => {
    const { status, body } = await answer;
    if (status === 201) list.push(body.id);
  };
  const acts: (() => Promise<unknown>)[] = [
    () => noted(loans, lend(one(users), one(books), keyed())),
    () => noted(loans, lend(one(users), one(books))),
    () => giveBack(one(loans)),
    () => giveBack(one(loans)),
    () => renew(one(loans)),
    () => noted(holds, reserve(one(users), one(books))),
    async () => holds.length > 0 && cancel(one(holds)),
    () => lose(one(loans), { body: { montant: 10 } }),
    async () => {
      const { id } = await newUser();
      if (random() < 0.5) return deleteUser(id);
      return noted(loans, lend(id, one(books), keyed()));
    },
    () => call('POST', `/livres/${one(books)}/exemplaires`, { body: {} }),
  ];
  const worker = async () => {
    while (!isStopped) await one(acts)();
  };
  const all = Promise.all(Array.from({ length: WORKERS }, worker));
  return async () => {
    isStopped = true;
    await all;
  };
}

/** Reads each table at an instant of its own within a second, as restores of three tables to one second do. */
export async function copyMeanwhile(random: () => number): Promise<Tables> {
  const order = (['users', 'books', 'loans'] as Service[])
    .map((service) => ({ service, at: random() }))
    .sort((one, other) => one.at - other.at);
  const copy: Partial<Record<Service, unknown>> = {};
  let now = 0;
  for (const { service, at } of order) {
    await sleep((at - now) * 1000);
    now = at;
    copy[service] = await readTable(service);
  }
  return copy as Tables;
}
