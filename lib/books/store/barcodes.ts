import { getItem, type ItemKey } from '../../aws/dynamodb/read.ts';
import { Moved } from '../../aws/dynamodb/retry.ts';
import { putNew, removeAnyway, type Step, TRANSACTION_ITEMS, transact, writeOne } from '../../aws/dynamodb/write.ts';
import { remark } from '../../runtime/log.ts';
import { Failure } from '../../values/failure.ts';
import { seriesIn } from '../barcode.ts';
import { codes, type Refuses } from '../codes.ts';
import { type Changed, copyIds, type KeptCopy, type Sheet, type Title } from '../title.ts';
import { type BookItem, bookKey, type SheetItem, seriesKey, sheetKey, TABLE } from './items.ts';

/**
 * The items that keep a barcode to one copy. They are written in the transaction of their title. A title with more
 * copies than a transaction holds may leave some behind when it loses them: one that its title does not name any more
 * counts for nothing, and the next copy that is given its barcode is written over it.
 */

/** A barcode has an item, which may have been left behind. */
class Occupied extends Error {
  readonly sheet: SheetItem;

  constructor(sheet: SheetItem) {
    super('a barcode is taken');
    this.sheet = sheet;
  }
}

/** Tells whether the title names the copy under this barcode. */
const isNamed = (book: Title | undefined, { pk, exemplaire_id }: SheetItem): boolean => {
  const copy = book?.exemplaires[exemplaire_id];
  return copy !== undefined && sheetKey(copy.code_barres).pk === pk;
};

/**
 * Lets `write` claim barcodes: those whose items were left behind are written over.
 * @param write is given the copies of which such items were
 */
export async function claiming<T>(
  refuse: Refuses<'barcodeTaken'>,
  write: (leftOver: readonly string[]) => Promise<T>,
): Promise<T> {
  const leftOver: string[] = [];
  for (;;) {
    try {
      return await write(leftOver);
    } catch (error) {
      if (!(error instanceof Occupied)) throw error;
      const { sheet } = error;
      const book = await getItem<BookItem>(TABLE, bookKey(sheet.livre_id));
      if (isNamed(book, sheet)) return refuse(codes.barcodeTaken);
      leftOver.push(sheet.exemplaire_id);
    }
  }
}

/** The step that keeps the copy's barcode to it, with what is said of the copy. */
const putSheet = (title: Title, id: string, sheet: Sheet, leftOver: readonly string[]): Step => {
  const owners = Object.fromEntries([id, ...leftOver].map((owner, n) => [`:o${n}`, owner]));
  const key = sheetKey(title.exemplaires[id]?.code_barres as string);
  return {
    write: {
      Put: {
        TableName: TABLE,
        Item: { ...key, livre_id: title.id, exemplaire_id: id, cote: sheet.cote, note: sheet.note },
        ConditionExpression: `attribute_not_exists(pk) OR exemplaire_id IN (${Object.keys(owners).join(', ')})`,
        ExpressionAttributeValues: owners,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refused: (present) => new Occupied(present as unknown as SheetItem),
  };
};

/** A series that a barcode given by hand would be of is kept from all titles, so that the library never makes it again. */
const reserve = (numero: string, refuse: Refuses<'barcodeTaken'>): Step => ({
  write: {
    Update: {
      TableName: TABLE,
      Key: seriesKey(numero),
      UpdateExpression: 'SET reservee = :yes',
      ConditionExpression: 'attribute_not_exists(livre_id)',
      ExpressionAttributeValues: { ':yes': true },
    },
  },
  refused: () => refuse(codes.barcodeTaken),
});

/** Keeps to a title its series. As the library draws it, it may be another title's, or reserved: then it draws again. */
export const claimSeries = (before: Title | undefined, { serie, id }: Title): Step[] =>
  serie && !before?.serie ? [putNew(TABLE, { ...seriesKey(serie.numero), livre_id: id }, () => new Moved())] : [];

/**
 * The steps that keep to copies the barcodes with which they come.
 * @param sheets what is said of the copies that are new or changed, by their ids
 */
export function claimBarcodes(
  before: Title | undefined,
  { next, sheets }: Changed,
  refuse: Refuses<'barcodeTaken'>,
  leftOver: readonly string[],
): Step[] {
  const barcode = (title: Title | undefined, id: string) => title?.exemplaires[id]?.code_barres;
  const given = [...sheets.keys()].filter((id) => barcode(before, id) !== barcode(next, id));
  const series = new Set(given.map((id) => seriesIn(barcode(next, id) as string)));
  return [
    ...[...series].flatMap((numero) => (numero && numero !== next.serie?.numero ? [reserve(numero, refuse)] : [])),
    ...[...sheets].map(([id, sheet]) => putSheet(next, id, sheet, leftOver)),
  ];
}

/**
 * Writes the steps in one transaction, and deletes with them what kept barcodes to copies that are gone or have
 * another by now. What the transaction has no room for is deleted after it.
 * @param next absent when the title goes
 */
export async function releasing(seen: BookItem, next: Title | undefined, steps: readonly Step[]): Promise<void> {
  const gone = copyIds(seen).flatMap((id) => {
    const { code_barres, fiche } = seen.exemplaires[id] as KeptCopy;
    return fiche && next?.exemplaires[id]?.code_barres !== code_barres ? [{ id, key: sheetKey(code_barres) }] : [];
  });
  const series = !next && seen.serie ? [removeAnyway(TABLE, seriesKey(seen.serie.numero))] : [];
  const room = TRANSACTION_ITEMS - steps.length - series.length;
  await transact([...steps, ...series, ...gone.slice(0, room).map(({ key }) => removeAnyway(TABLE, key))]);
  await Promise.all(gone.slice(room).map(removeLeftOver)).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    remark('barcodes of copies that are gone were left behind', { book: seen.id, code: error.code });
  });
}

const removeLeftOver = ({ id, key }: { id: string; key: ItemKey }): Promise<void> =>
  writeOne({
    write: {
      Delete: {
        TableName: TABLE,
        Key: key,
        ConditionExpression: 'exemplaire_id = :id',
        ExpressionAttributeValues: { ':id': id },
      },
    },
    refused: () => undefined,
  });
