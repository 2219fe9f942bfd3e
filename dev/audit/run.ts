import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { plural } from '../../lib/values/plural.ts';
import { underWay, waitingMarks, wrongIn } from './check.ts';
import type { BookItem, LoanItem, Service, Tables, UserItem } from './items.ts';
import { allItemsOf } from './read.ts';

/** The tables are read one beside the other while the library works: what only lies between two writes passes so soon. */
const PAUSE_MS = 5_000;

/** Reads the three tables. All that is kept of the items of an index is their keys. */
async function read(client: DynamoDBDocumentClient, names: Record<Service, string>): Promise<Tables> {
  const [users, books, loans] = await Promise.all([
    allItemsOf<UserItem>(client, names.users, true),
    allItemsOf<BookItem>(client, names.books, true),
    allItemsOf<LoanItem>(client, names.loans, true),
  ]);
  return { users, books, loans };
}

/**
 * Prints what does not hold, a line each, once it was found in two reads some seconds apart.
 * @param say prints a line
 * @returns 0 when all holds, and 1 when something does not
 */
export async function audit(
  client: DynamoDBDocumentClient,
  names: Record<Service, string>,
  say: (line: string) => void,
): Promise<number> {
  let tables = await read(client, names);
  let wrong = wrongIn(tables);
  if (wrong.length > 0) {
    say(`${plural(wrong.length, 'anomalie')} à la première lecture ; les tables sont relues dans 5 s.`);
    await sleep(PAUSE_MS);
    tables = await read(client, names);
    const still = new Set(wrongIn(tables));
    wrong = wrong.filter((line) => still.has(line));
  }
  for (const line of [...underWay(tables), ...wrong, ...waitingMarks(tables)]) say(line);
  const { users, books, loans } = tables;
  say(`Lu : ${users.length} éléments des utilisateurs, ${books.length} des livres, ${loans.length} des emprunts.`);
  say(wrong.length === 0 ? 'Tout tient.' : `${plural(wrong.length, 'anomalie')} : voir docs/exploitation.md.`);
  return wrong.length === 0 ? 0 : 1;
}
