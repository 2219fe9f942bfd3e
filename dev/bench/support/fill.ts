import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { SingleBar } from 'cli-progress';
import { db } from '../../../lib/aws/dynamodb/client.ts';
import {
  bookOf,
  bookRows,
  idOf,
  inDays,
  loanOf,
  loanRows,
  penaltyOf,
  type Row,
  returned,
  userOf,
  userRows,
} from './records.ts';

/** DynamoDB's own bound on one batch. */
const BATCH = 25;
const SIDE_BY_SIDE = 8;
const CHUNK = 200;
const DELAY_MS = 50;
const DAYS_OUT = 21;

async function writeBatch(rows: readonly Row[]): Promise<void> {
  let left: BatchWriteCommandInput['RequestItems'] = Object.fromEntries(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, own]) => [
      table,
      own.map(({ item }) => ({ PutRequest: { Item: item as Record<string, unknown> } })),
    ]),
  );
  for (let attempt = 0; left && Object.keys(left).length > 0; attempt += 1) {
    if (attempt > 0) await sleep(Math.min(DELAY_MS * 2 ** attempt, 2_000));
    left = (await db.send(new BatchWriteCommand({ RequestItems: left }))).UnprocessedItems;
  }
}

/** Puts items into their tables as they are, in place of those that were there. */
export async function write(rows: readonly Row[]): Promise<void> {
  const left = [...rows];
  const worker = async () => {
    for (let batch = left.splice(0, BATCH); batch.length > 0; batch = left.splice(0, BATCH)) await writeBatch(batch);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}

/** Records that nobody has to look at: a person with a penalty long paid, a book, and their loan, out or returned. */
function nth(n: number): Row[] {
  const [user, book] = [userOf('personne', n), bookOf('livre', n)];
  const out = loanOf(idOf('emprunt', n), user, book, inDays(DAYS_OUT));
  const loan = n % 2 ? out : returned(out);
  return [...userRows(user, [loan], [penaltyOf(user, 1)]), ...bookRows(book, [loan]), ...loanRows([loan])];
}

/** Brings a library from so many accounts, books, loans and penalties to so many of each. */
export async function fill(there: number, size: number): Promise<void> {
  const bar = new SingleBar({ format: '{bar} {value}/{total} de chaque | reste {eta_formatted}', noTTYOutput: true });
  bar.start(size, there);
  for (let next = there; next < size; next += CHUNK) {
    await write(Array.from({ length: Math.min(CHUNK, size - next) }, (_, n) => nth(next + n)).flat());
    bar.update(Math.min(next + CHUNK, size));
  }
  bar.stop();
}
