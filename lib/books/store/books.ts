import { getItem, type Key, type Step, TRANSACTION_ITEMS, transact } from '../../aws/dynamodb/client.ts';
import { type Attempt, once } from '../../aws/dynamodb/idempotency.ts';
import { ChangedMeanwhile } from '../../aws/dynamodb/retry.ts';
import { Failure } from '../../values/failure.ts';
import { requireEnoughCopies } from '../rules.ts';
import type { Book } from '../schema.ts';
import { type BookItem, bookKey, type IndexItem, indexItems, isbnKey, newBookItem, TABLE } from './items.ts';

const changed = () => new ChangedMeanwhile();

/** GetItem. */
export const readBook = (id: string) => getItem<BookItem>(TABLE, bookKey(id));

/** GetItem of the ISBN, then of its book. */
export async function readBookByIsbn(isbn: string): Promise<BookItem | undefined> {
  const owner = await getItem<{ livre_id: string }>(TABLE, isbnKey(isbn));
  return owner && readBook(owner.livre_id);
}

const claimIsbn = (isbn: string | null, id: string): Step[] =>
  isbn === null
    ? []
    : [
        {
          write: {
            Put: {
              TableName: TABLE,
              Item: { ...isbnKey(isbn), livre_id: id },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          refused: () => new Failure('isbn_deja_utilise'),
        },
      ];

/** Unconditional: the book's own step of the same transaction tells that nothing has moved. */
const put = (item: IndexItem): Step => ({ write: { Put: { TableName: TABLE, Item: item } }, refused: changed });
const remove = ({ pk, sk }: Key): Step => ({
  write: { Delete: { TableName: TABLE, Key: { pk, sk } } },
  refused: changed,
});
const releaseIsbn = (isbn: string | null): Step[] => (isbn === null ? [] : [remove(isbnKey(isbn))]);

/** TransactWrite of the book, its ISBN and all that finds it. @throws Failure `isbn_deja_utilise` */
export const insertBook = (book: Book, attempt: Attempt | undefined): Promise<Book> =>
  once(TABLE, attempt, async (remember) => {
    await transact([
      ...remember(book),
      ...claimIsbn(book.isbn, book.id),
      { write: { Put: { TableName: TABLE, Item: newBookItem(book) } }, refused: changed },
      ...indexItems(book).map(put),
    ]);
    return book;
  });

/** A book's own change: refused when it is no longer the one read, or when too few copies would be left. */
const updateBook = (seen: BookItem, book: Book, leftOver: Key[]): Step => ({
  write: {
    Update: {
      TableName: TABLE,
      Key: bookKey(seen.id),
      UpdateExpression:
        'SET titre = :titre, auteur = :auteur, isbn = :isbn, annee = :annee, exemplaires = :exemplaires, ' +
        `version = version + :one ${leftOver.length > 0 ? ', a_retirer = :left' : 'REMOVE a_retirer'}`,
      ConditionExpression: 'version = :seen AND size(emprunts) <= :exemplaires',
      ExpressionAttributeValues: {
        ':titre': book.titre,
        ':auteur': book.auteur,
        ':isbn': book.isbn,
        ':annee': book.annee,
        ':exemplaires': book.exemplaires,
        ':one': 1,
        ':seen': seen.version,
        ...(leftOver.length > 0 && { ':left': leftOver }),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refused: (present) => {
    const now = present as BookItem | undefined;
    if (now?.version === seen.version) requireEnoughCopies(now, book.exemplaires);
    return changed();
  },
});

const same = (one: IndexItem, other: IndexItem | undefined): boolean =>
  one.mots_titre === other?.mots_titre && one.mots_auteur === other.mots_auteur;

/**
 * One transaction writes the book, its ISBN and the words that find it, and deletes the words that
 * do not any more. Where two very long titles are too much for one, the old words go in a second:
 * until then the book's item lists them, and a search, which looks at the book, passes them over.
 * @throws ChangedMeanwhile, Failure `isbn_deja_utilise`, `exemplaires_insuffisants`
 */
export async function replaceBook(seen: BookItem, book: Book): Promise<void> {
  const keyOf = ({ pk, sk }: Key) => `${pk}\t${sk}`;
  const before = new Map(indexItems(seen).map((item) => [keyOf({ ...item }), item]));
  const after = new Map(indexItems(book).map((item) => [keyOf({ ...item }), item]));
  const written = [...after].filter(([key, item]) => !same(item, before.get(key))).map(([, item]) => item);
  const old: Key[] = [...before.values(), ...(seen.a_retirer ?? [])]
    .map(({ pk, sk }) => ({ pk: pk as string, sk: sk as string }))
    .filter((key) => !after.has(keyOf(key)));
  const isbn = book.isbn === seen.isbn ? [] : [...claimIsbn(book.isbn, book.id), ...releaseIsbn(seen.isbn)];

  const fits = 1 + isbn.length + written.length + old.length <= TRANSACTION_ITEMS;
  await transact([
    updateBook(seen, book, fits ? [] : old),
    ...isbn,
    ...written.map(put),
    ...(fits ? old.map(remove) : []),
  ]);
  if (fits) return;
  try {
    await removeLeftOver({ ...seen, version: seen.version + 1, a_retirer: old });
  } catch (error) {
    // The change itself is made. The old words are the next change's, or were taken over by one already.
    if (!(error instanceof Failure)) throw error;
  }
}

/**
 * Deletes the words of a former title that a change has left.
 * @throws ChangedMeanwhile when the book is no longer the one read
 */
export async function removeLeftOver({ id, version, a_retirer = [] }: BookItem): Promise<void> {
  const chunk = TRANSACTION_ITEMS - 1;
  for (let start = 0; start < a_retirer.length; start += chunk) {
    const rest = a_retirer.slice(start + chunk);
    await transact([
      {
        write: {
          Update: {
            TableName: TABLE,
            Key: bookKey(id),
            UpdateExpression: rest.length > 0 ? 'SET a_retirer = :rest' : 'REMOVE a_retirer',
            ConditionExpression: 'version = :seen',
            ExpressionAttributeValues: { ':seen': version, ...(rest.length > 0 && { ':rest': rest }) },
          },
        },
        refused: changed,
      },
      ...a_retirer.slice(start, start + chunk).map(remove),
    ]);
  }
}

/** TransactWrite: the book, its ISBN and all that finds it. @throws ChangedMeanwhile */
export async function deleteBook(seen: BookItem): Promise<void> {
  await removeLeftOver(seen);
  await transact([
    {
      write: {
        Delete: {
          TableName: TABLE,
          Key: bookKey(seen.id),
          ConditionExpression: 'version = :seen AND size(emprunts) = :none AND attribute_not_exists(a_retirer)',
          ExpressionAttributeValues: { ':seen': seen.version, ':none': 0 },
        },
      },
      refused: changed,
    },
    ...releaseIsbn(seen.isbn),
    ...indexItems(seen).map(({ pk, sk }) => remove({ pk, sk })),
  ]);
}
