import { getItem, getItems, type ItemKey } from '../../aws/dynamodb/read.ts';
import { Moved } from '../../aws/dynamodb/retry.ts';
import {
  putAnyway,
  putNew,
  removeAnyway,
  type Step,
  TRANSACTION_ITEMS,
  transact,
  writeOne,
} from '../../aws/dynamodb/write.ts';
import { remark } from '../../runtime/log.ts';
import { Failure } from '../../values/failure.ts';
import { ceding, type Series, seriesIn } from '../barcode.ts';
import { codes, type Refuses } from '../codes.ts';
import { barcodesOf, type Changed, copyIds, type KeptCopy, type Sheet, type Title } from '../title.ts';
import { type BookItem, bookKey, type SeriesItem, type SheetItem, seriesKey, sheetKey, TABLE } from './items.ts';
import { putBook, readBook } from './titles.ts';

/**
 * The items that keep a barcode to one copy. They are written in the transaction of their title. A title with more
 * copies than a transaction holds may leave some behind when it loses them: one that its title does not name any more
 * counts for nothing, and the next copy that is given its barcode is written over it.
 *
 * A barcode that the library made has no item until something is said of its copy: its series is the title's. Once no copy of that title bears it, a copy of
 * another may, and the title notes that it makes it no more.
 */

/** A barcode has an item, which may have been left behind. */
class Occupied extends Error {
  readonly sheet: SheetItem;

  constructor(sheet: SheetItem) {
    super('a barcode is taken');
    this.sheet = sheet;
  }
}

/** A barcode is of a series that is kept to another title. */
class OfSeries extends Error {
  readonly numero: string;
  readonly ownerId: string;

  constructor(numero: string, ownerId: string) {
    super('a barcode is of a series');
    this.numero = numero;
    this.ownerId = ownerId;
  }
}

/** What may be claimed although something was found there. */
interface Free {
  /** The copies of which items were left behind. */
  leftOver: string[];
  /** The titles whose series have some of the barcodes, by their ids. */
  owners: Map<string, BookItem>;
  /** The series that are reserved, and stay so: no write is needed, which everybody with such barcodes would wait for. */
  reserved: ReadonlySet<string>;
}

/** The barcodes that copies come with, by the series of which they would be; those of the title's own are no matter. */
function givenBySeries(before: Title | undefined, { next, sheets }: Changed): ReadonlyMap<string, string[]> {
  const barcode = (title: Title | undefined, id: string) => title?.exemplaires[id]?.code_barres;
  const given = [...sheets.keys()].filter((id) => barcode(before, id) !== barcode(next, id));
  const bySeries = Map.groupBy(
    given.map((id) => barcode(next, id) as string),
    (code_barres) => seriesIn(code_barres) ?? '',
  );
  for (const own of ['', next.serie?.numero ?? '']) bySeries.delete(own);
  return bySeries;
}

async function reservedAmong(series: readonly string[]): Promise<ReadonlySet<string>> {
  if (series.length === 0) return new Set();
  const items = await getItems<SeriesItem>(TABLE, series.map(seriesKey));
  return new Set(series.filter((_, n) => items[n]?.reservee));
}

/** Tells whether the title names the copy under this barcode. */
const isNamed = (book: Title | undefined, { pk, exemplaire_id }: SheetItem): boolean => {
  const copy = book?.exemplaires[exemplaire_id];
  return copy !== undefined && sheetKey(copy.code_barres).pk === pk;
};

/**
 * Lets `write` claim the barcodes of a change, again with what was found out each time that something stood in its way.
 * @param write is given the steps that claim them
 * @throws Moved when another title has changed meanwhile
 */
export async function claiming<T>(
  before: Title | undefined,
  changed: Changed,
  refuse: Refuses<'barcodeTaken'>,
  write: (claims: readonly Step[]) => Promise<T>,
): Promise<T> {
  const bySeries = givenBySeries(before, changed);
  const free: Free = { leftOver: [], owners: new Map(), reserved: await reservedAmong([...bySeries.keys()]) };
  for (;;) {
    try {
      return await write(claimBarcodes(changed, bySeries, refuse, free));
    } catch (error) {
      if (error instanceof Occupied) {
        const { sheet } = error;
        const book = await getItem<BookItem>(TABLE, bookKey(sheet.livre_id));
        if (isNamed(book, sheet)) return refuse(codes.barcodeTaken);
        free.leftOver.push(sheet.exemplaire_id);
      } else if (error instanceof OfSeries) {
        const owner = await readBook(error.ownerId);
        if (owner?.serie?.numero !== error.numero) throw new Moved();
        free.owners.set(owner.id, owner);
      } else throw error;
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
const reserve = (numero: string): Step => ({
  write: {
    Update: {
      TableName: TABLE,
      Key: seriesKey(numero),
      UpdateExpression: 'SET reservee = :yes',
      ConditionExpression: 'attribute_not_exists(livre_id)',
      ExpressionAttributeValues: { ':yes': true },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refused: (present) => new OfSeries(numero, (present as SeriesItem | undefined)?.livre_id as string),
});

/** Takes barcodes that no copy bears out of the series of their title, at the version that was read. */
function cede(owner: BookItem, barcodes: readonly string[], refuse: Refuses<'barcodeTaken'>): Step {
  const borne = barcodesOf(owner);
  const serie = owner.serie && ceding(owner.serie, barcodes);
  if (!serie || barcodes.some((code_barres) => borne.includes(code_barres))) return refuse(codes.barcodeTaken);
  return putBook(owner, { ...owner, serie }).step;
}

/** Keeps to a title its series. As the library draws it, it may be another title's, or reserved: then it draws again. */
export const claimSeries = (before: Title | undefined, { serie, id }: Title): Step[] =>
  serie && !before?.serie ? [putNew(TABLE, { ...seriesKey(serie.numero), livre_id: id }, () => new Moved())] : [];

/** The steps that keep to copies the barcodes with which they come. */
function claimBarcodes(
  { next, sheets }: Changed,
  bySeries: ReadonlyMap<string, string[]>,
  refuse: Refuses<'barcodeTaken'>,
  { leftOver, owners, reserved }: Free,
): Step[] {
  const ownerOf = (numero: string) => [...owners.values()].find(({ serie }) => serie?.numero === numero);
  return [
    ...[...bySeries].flatMap(([numero, barcodes]) => {
      if (reserved.has(numero)) return [];
      const owner = ownerOf(numero);
      return [owner ? cede(owner, barcodes, refuse) : reserve(numero)];
    }),
    ...[...sheets].map(([id, sheet]) => putSheet(next, id, sheet, leftOver)),
  ];
}

/** The step for the series of a title that goes. It may be drawn again, unless copies of other titles bear some of it. */
const giveUp = ({ numero, cedes }: Series): Step => {
  const key = seriesKey(numero);
  return cedes ? putAnyway(TABLE, { ...key, reservee: true }) : removeAnyway(TABLE, key);
};

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
  const series = !next && seen.serie ? [giveUp(seen.serie)] : [];
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
