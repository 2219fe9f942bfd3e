import { randomUUID } from 'node:crypto';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Book } from '../../../../lib/books/schema.ts';
import type { User } from '../../../../lib/users/schema.ts';
import { createTables } from '../../../local/dynamodb.ts';
import { bookOf } from '../../needles.ts';

/** More loans than any machine makes in the time: each person and each book has five, each pair at most one. */
const BORROWERS = 2_000;
const LOANS_EACH = 5;
const ACCOUNTS = 1_000;
/** A page of twenty and a cursor, each found by this one word. */
const FOUND = 25;
export const WORD = 'xylophone';

const BATCH = 25;

export interface Library {
  accounts: User[];
  /** The next person and book that have not met yet; the system and the plainest handlers have their own. */
  nextPair: Pairs;
  nextPlainestPair: Pairs;
}

type Pairs = () => { utilisateur_id: string; livre_id: string };

const newUser = (): User => ({
  id: randomUUID(),
  nom: 'Durand',
  prenom: 'Camille',
  email: `${randomUUID()}@example.org`,
  date_creation: new Date().toISOString(),
});

const copiesOf = (n: number): Book => ({ ...bookOf(n), id: randomUUID(), isbn: null, exemplaires: LOANS_EACH });

const list = <T>(count: number, one: (n: number) => T) => Array.from({ length: count }, (_, n) => one(n));

/** Fills the system and the plainest handlers' tables, both on that DynamoDB Local, with the same. */
export async function fillBoth(dynamodb: string): Promise<Library> {
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    DYNAMODB_ENDPOINT: dynamodb,
    UTILISATEURS_TABLE: 'bibliotheque-local-utilisateurs',
    LIVRES_TABLE: 'bibliotheque-local-livres',
  });
  // The stores read the environment when they are imported.
  const { client, db } = await import('../../../../lib/aws/dynamodb/client.ts');
  const users = await import('../../../../lib/users/store/items.ts');
  const books = await import('../../../../lib/books/store/items.ts');
  const { fill } = await import('../../../../seed/books/fill.ts');

  const put = async (table: string, items: object[]) => {
    for (let start = 0; start < items.length; start += BATCH) {
      const writes = items.slice(start, start + BATCH).map((Item) => ({ PutRequest: { Item } }));
      await db.send(new BatchWriteCommand({ RequestItems: { [table]: writes } }));
    }
  };

  await createTables(dynamodb, [
    ...['utilisateurs', 'livres'].map((name) => tableOf(`reference-${name}`, 'id')),
    tableOf('reference-mots', 'mot', 'livre_id'),
  ]);
  const accounts = list(ACCOUNTS, newUser);
  const [borrowers, lendable] = [list(2 * BORROWERS, newUser), list(2 * BORROWERS, copiesOf)];
  const found = list(FOUND, bookOf);
  const everybody = [...accounts, ...borrowers];
  await fill(FOUND, bookOf, () => {});
  await put(users.TABLE, everybody.map(users.newAccountItem));
  await put(books.TABLE, lendable.map(books.newBookItem));
  await put(
    'reference-livres',
    found.map((book) => ({ ...book, emprunts: {} })),
  );
  await put(
    'reference-mots',
    found.map(({ id }) => ({ mot: WORD, livre_id: id })),
  );
  client.destroy();

  const pairs = (from: number) =>
    pairsOf(borrowers.slice(from, from + BORROWERS), lendable.slice(from, from + BORROWERS));
  return { accounts, nextPair: pairs(0), nextPlainestPair: pairs(BORROWERS) };
}

function pairsOf(people: User[], books: Book[]): Pairs {
  let loans = 0;
  return () => {
    const n = loans;
    loans += 1;
    const person = people[n % BORROWERS] as User;
    const book = books[(n + Math.floor(n / BORROWERS)) % BORROWERS] as Book;
    return { utilisateur_id: person.id, livre_id: book.id };
  };
}

const tableOf = (TableName: string, ...names: string[]) => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
  KeySchema: names.map((AttributeName, n) => ({
    AttributeName,
    KeyType: n === 0 ? ('HASH' as const) : ('RANGE' as const),
  })),
  TimeToLiveSpecification: undefined,
});
