import { getItem } from '../lib/aws/dynamodb/read.ts';
import { putNew, transact } from '../lib/aws/dynamodb/write.ts';

/** Seeding overwrites nothing: what is there already is left alone, with all that belongs to it. */
class Present extends Error {}

type Item = Record<string, unknown> & { pk: string; sk: string };

const MARK = { pk: 'SEMIS', sk: 'SEMIS' };
/** Of each table; on a disk they wait for each other all the same, and none is to wait for too long. */
const SIDE_BY_SIDE = 4;

async function write(table: string, items: readonly Item[]): Promise<void> {
  try {
    await transact(items.map((item) => putNew(table, item, () => new Present())));
  } catch (error) {
    if (!(error instanceof Present)) throw error;
  }
}

/** Writes each group of items whole, or not at all when one of them is there already. */
export async function writeMissing(table: string, groups: Iterable<readonly object[]>): Promise<void> {
  const left = [...groups];
  const worker = async () => {
    for (let group = left.pop(); group; group = left.pop()) await write(table, group as Item[]);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}

/**
 * Writes the groups and marks the table when all are there: seeding that was cut off goes on the next time, and what
 * a user deletes afterwards does not come back.
 */
export async function seedOnce(table: string, groups: Iterable<readonly object[]>): Promise<void> {
  if (await getItem(table, MARK)) return;
  await writeMissing(table, groups);
  await write(table, [MARK]);
}
