import { pMapIterable } from 'p-map';
import type { Book } from '../../lib/books/schema.ts';
import type { Copy } from '../../lib/books/schema-copies.ts';
import type { Client } from '../import/client.ts';
import { EXPORTED } from '../import/csv/columns.ts';
import { csvHeader, csvLine } from '../import/csv/write.ts';
import { writeIso2709 } from '../import/marc/write-iso2709.ts';
import { marcXmlEnd, marcXmlRecord, marcXmlStart } from '../import/marc/write-xml.ts';
import { type BookFields, type CopyFields, present } from '../import/record.ts';
import { Refusal } from '../import/refusal.ts';

/** The catalogue, title by title, each with its copies. */

/** The copies of so many titles are read side by side. */
const AT_ONCE = 8;

interface TitleWithCopies {
  book: Book;
  copies: Copy[];
}

const titlesWithCopies = (client: Client): AsyncIterable<TitleWithCopies> =>
  pMapIterable(
    client.all<Book>('/livres'),
    async (book) => {
      const copies: Copy[] = [];
      for await (const copy of client.all<Copy>(`/livres/${book.id}/exemplaires`)) copies.push(copy);
      return { book, copies };
    },
    { concurrency: AT_ONCE },
  );

/** A copy has a row; a title without copies has one as well. */
export async function* booksAsCsv(client: Client): AsyncGenerator<string> {
  yield csvHeader(EXPORTED.livres);
  for await (const { book, copies } of titlesWithCopies(client)) {
    const { id, ...title } = book;
    const rows = copies.length > 0 ? copies : [{ exemplaires: 0 }];
    for (const copy of rows)
      yield csvLine(cellsOf(EXPORTED.livres, { ...title, livre_id: id, exemplaires: '', ...copy }));
  }
}

/** @param named what the columns have; what is `null` is an empty cell */
export const cellsOf = (columns: readonly string[], named: object): string[] =>
  columns.map((column) => String((named as Record<string, unknown>)[column] ?? ''));

export async function* booksAsIso2709(client: Client): AsyncGenerator<Uint8Array> {
  for await (const each of titlesWithCopies(client)) yield isoOf(each);
}

function isoOf(each: TitleWithCopies): Uint8Array {
  try {
    return writeIso2709(fieldsOf(each));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`« ${each.book.titre} » : ${error.message} Exportez livres.xml, qui n’a pas cette limite.`);
  }
}

export async function* booksAsXml(client: Client): AsyncGenerator<string> {
  yield marcXmlStart;
  for await (const each of titlesWithCopies(client)) yield marcXmlRecord(fieldsOf(each));
  yield marcXmlEnd;
}

/** MARC has no word for what a copy is in the middle of: those that have left the library stay out. */
function fieldsOf({ book, copies }: TitleWithCopies): BookFields {
  const { id, titre, auteur, isbn, tome, editeur, annee, type } = book;
  return present<BookFields>({
    ...{ livre_id: id, titre, type, auteur, isbn, tome, editeur, annee: annee === null ? null : String(annee) },
    exemplaires: copies
      .filter(({ etat }) => etat !== 'retire')
      .map(({ code_barres, cote, note }) => present<CopyFields>({ code_barres, cote, note })),
  });
}
