import { BatchWriteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { plausibleStock } from '../../seed/books/plausible.ts';
import { itemsOf as stockItems } from '../../seed/books/seed.ts';
import { giveBack, newLoan, times } from './operations.ts';
import { withNames } from './people.ts';

/**
 * Fills a library with as many accounts as books and loans, half of the loans out. DynamoDB Local needs half a
 * millisecond for an item, so the items that no request of the benchmark can meet are left out: e-mails, cards and
 * ISBNs, each alone in its partition, and the words of books, which only the catalogue has that is searched.
 */

/** The first books are those that a search finds at every size: a page of twenty and a cursor. */
const NEEDLES = 25;

/** The `n`th book of the catalogue that is searched, with its copies. */
function stockOf(n: number) {
  const stock = plausibleStock(n);
  const needle = { titre: `Le xylophone du jardin et la maison, tome ${n + 1}`, auteur: 'Zacharie Quesnel' };
  return n < NEEDLES ? { ...stock, book: { ...stock.book, ...needle } } : stock;
}

export const bookOf = (n: number) => stockOf(n).book;

/** Of so many books one has all its copies out. */
const OUT = 10;

function itemsOf(n: number): Item[] {
  const stock = stockOf(n);
  const out = n % OUT === 0 ? stock.copies : [];
  const loans = out.map(({ id }, copy) => ({ id: `${n}-${copy}`, exemplaire_id: id, date_echeance: '2026-12-01' }));
  const items = stockItems({ ...stock, loans }) as { pk: string }[];
  return items.filter(({ pk }) => !/^(ISBN|SERIE)#/.test(pk)).map((item) => marshall(item) as Item);
}

const MANY = 500;
let shelved = 0;

/** Fills the table of books up to a size, which grows from call to call, with all by which they are found but ISBNs. */
export async function fillCatalogue(size: number): Promise<void> {
  for (; shelved < size; shelved += MANY) {
    if (shelved % 10_000 === 0) console.error(`${shelved} livres, sur ${size}`);
    await write(Array.from({ length: MANY }, (_, n) => itemsOf(shelved + n)).flat());
  }
}

/** The library consists of copies of so many accounts, books and loans, which the API made. */
const PATTERNS = 100;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const BATCH = 25;
const SIDE_BY_SIDE = 4;

/** Writes past what is measured. */
const db = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string });

/** The variable that names an item's table, by the item's sort key. */
const TABLES = { LIVRE: 'LIVRES_TABLE', UTILISATEUR: 'UTILISATEURS_TABLE', EMPRUNT: 'EMPRUNTS_TABLE' };

type Item = Record<string, { S: string }>;

/** All other items that are written are words that lead to a person or to a book. */
const tableOf = ({ pk, sk }: Item) => {
  const other = pk?.S.startsWith('ANNUAIRE#') ? TABLES.UTILISATEUR : TABLES.LIVRE;
  return process.env[TABLES[sk?.S as keyof typeof TABLES] ?? other] as string;
};

/** Lends books in an empty library and takes every other one back. @returns the items that are then there, as JSON */
async function makePatterns(): Promise<string> {
  const loans = await times(PATTERNS, () => newLoan());
  for (const id of loans.filter((_, n) => n % 2)) await giveBack(id);
  const scans = Object.entries(TABLES).map(async ([kind, table]) => {
    const { Items = [] } = await db.send(new ScanCommand({ TableName: process.env[table] }));
    return Items.filter(({ sk }) => sk?.S === kind);
  });
  // Books come first: their place in the list is their number.
  return JSON.stringify((await Promise.all(scans)).flat());
}

/** Copies the patterns under other ids. The start of an id stays, because it spreads the loans over an index. */
function block(patterns: string, n: number): Item[] {
  const suffix = n.toString(16).padStart(12, '0');
  const items: Item[] = JSON.parse(patterns.replaceAll(UUID, (id) => id.slice(0, -12) + suffix));
  return items.flatMap((item, k) => (item.sk?.S === 'UTILISATEUR' ? withNames(item, n * PATTERNS + k) : [item]));
}

async function write(left: Item[]): Promise<void> {
  const worker = async () => {
    for (let batch = left.splice(0, BATCH); batch.length > 0; batch = left.splice(0, BATCH)) {
      const byTable = [...Map.groupBy(batch, tableOf)].map(([table, items]) => [
        table,
        items.map((Item) => ({ PutRequest: { Item } })),
      ]);
      const { UnprocessedItems } = await db.send(
        new BatchWriteItemCommand({ RequestItems: Object.fromEntries(byTable) }),
      );
      if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('DynamoDB Local has left items out');
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}

/** @returns a function that fills the library up to a size, which grows from call to call */
export async function filler() {
  const patterns = await makePatterns();
  let there = 0;
  return async (size: number): Promise<void> => {
    for (; there < size; there += PATTERNS) {
      if (there % 10_000 === 0) console.error(`${there} comptes, livres et emprunts, sur ${size}`);
      await write(block(patterns, there / PATTERNS));
    }
  };
}
