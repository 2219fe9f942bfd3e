import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { getItems } from '../../aws/dynamodb/read.ts';
import { spaced } from '../../values/fold.ts';
import type { Page, Slice } from '../../values/page.ts';
import type { Book } from '../schema.ts';
import { type Asked, askedIn, leadOf, matches, type Search } from '../words.ts';
import {
  type BookItem,
  bookKey,
  CATALOGUE,
  type IndexItem,
  indexItems,
  keyWord,
  TABLE,
  toBook,
  wordKey,
  wordOf,
} from './items.ts';

/** A search makes at most so many Queries. Each looks at more index items than the one before. */
const QUERIES = 40;
const MOST_LOOKED_AT = 1000;
/** Filters drop most items, so the first look is long, and the next ones grow fast. */
const FILTERED = { first: 100, growth: 10 };
/** Without filters only repeated books are dropped, which are few. */
const UNFILTERED = { first: 1, growth: 4 };
/** DynamoDB filters by so many words. Further words are compared with the book itself. */
const FILTERS = 10;

/**
 * Finds the books that match, in the order of the word that leads the search, then by title. Without words
 * it lists all books by title. A page takes one Query for the index items and one BatchGetItem.
 *
 * Reads are strong, so that the request after a write finds the book. The book itself is read too, so that
 * a word that it has lost does not find it. A page is short, with a cursor to go on, only when tens of
 * thousands of index items in a row were dropped: by the other words, or because an earlier word that begins
 * alike has found their books already.
 */
export async function searchBooks(search: Search, { limit, after }: Slice): Promise<Page<Book>> {
  const found: { book: Book; position: string }[] = [];
  const page = (next: string | undefined) => ({ elements: found.map(({ book }) => book), next });
  let candidates: IndexItem[] = [];
  const look = async () => {
    found.push(...(await booksOf(candidates, search)));
    candidates = [];
  };
  let position = after;
  for (let queries = 0; queries < QUERIES; queries += 1) {
    const { items, last } = await queryIndex(search, position, limit + 1, queries);
    for (const item of items) {
      if (found.length === limit) return page(found.at(-1)?.position);
      candidates.push(item);
      if (found.length + candidates.length === limit) await look();
    }
    if (last === undefined) break;
    position = last;
    if (queries === QUERIES - 1) {
      await look();
      return page(position);
    }
  }
  await look();
  return page(undefined);
}

async function queryIndex(search: Search, after: string | undefined, wanted: number, round: number) {
  const { pk, lead, filters } = planOf(search);
  const { first, growth } = filters.length > 0 ? FILTERED : UNFILTERED;
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName: TABLE,
      KeyConditionExpression: lead ? 'pk = :pk AND begins_with(sk, :lead)' : 'pk = :pk',
      ExpressionAttributeValues: {
        ':pk': pk,
        ...(lead && { ':lead': lead.sk }),
        ...Object.fromEntries(filters.map(({ word }, n) => [`:w${n}`, spaced([word])])),
      },
      ...(filters.length > 0 && {
        FilterExpression: filters.map(({ field }, n) => `contains(mots_${field}, :w${n})`).join(' AND '),
      }),
      Limit: Math.min(Math.max(wanted, first) * growth ** round, MOST_LOOKED_AT),
      ConsistentRead: true,
      ...(after !== undefined && { ExclusiveStartKey: { pk, sk: after } }),
    }),
  );
  const items = (Items as IndexItem[]).filter((item) => !lead || isFirstOf(item, lead));
  return { items, last: LastEvaluatedKey?.sk as string | undefined };
}

type Lead = Asked & { sk: string };

function planOf(search: Search) {
  const asked = askedIn(search);
  const lead = leadOf(asked);
  if (!lead) return { pk: CATALOGUE, lead, filters: [] };
  const { pk, sk } = wordKey(lead.field, lead.word);
  return { pk, lead: { ...lead, sk }, filters: asked.filter((word) => word !== lead).slice(0, FILTERS) };
}

/** Tells whether this is the first of a book's words that begin alike, where the book is taken once. */
const isFirstOf = (item: IndexItem, { field, word }: Lead): boolean => {
  const words = (field === 'titre' ? item.mots_titre : item.mots_auteur).split(' ');
  const first = words.find((candidate) => candidate.startsWith(word));
  return first !== undefined && keyWord(first) === wordOf(item);
};

/** Reads the books of the index items, without those that have changed since and no longer match. */
async function booksOf(items: IndexItem[], search: Search) {
  const ids = [...new Set(items.map(({ livre_id }) => livre_id))];
  const found = ids.length > 0 ? await getItems<BookItem>(TABLE, ids.map(bookKey)) : [];
  const books = new Map(found.map((book) => [book?.id, book]));
  return items.flatMap((item) => {
    const book = books.get(item.livre_id);
    const stillLeads = book && indexItems(book).some(({ pk, sk }) => pk === item.pk && sk === item.sk);
    return stillLeads && matches(book, search) ? [{ book: toBook(book), position: item.sk }] : [];
  });
}
