import { randomBytes } from 'node:crypto';
import { DeleteCommand, PutCommand, type PutCommandInput, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { allItems, db, getItem, refusingItem, type Step, transact } from '../aws/dynamodb/client.ts';
import { ChangedMeanwhile } from '../aws/dynamodb/retry.ts';
import { cut, type Page, type Slice } from '../values/page.ts';
import type { LoanRecord } from './rules.ts';
import type { LoanFilter } from './schema.ts';

/**
 * The loans table:
 *
 *   EMPRUNT#<id>      EMPRUNT        the record of a loan
 *   IDEMPOTENCE#<…>   IDEMPOTENCE    a first answer, see lib/aws/dynamodb/idempotency.ts
 *
 * and its two indexes: `emprunts_par_utilisateur`, a person's loans, those out and those returned;
 * `emprunts_a_suivre`, the loans that need somebody, those in the middle of something and those out
 * by due date. A loan that is returned and settled leaves the latter: its size is what is out.
 */
export interface LoanItem extends LoanRecord {
  pk: string;
  sk: string;
  /** Names the write that left the item so: who finds it has read the latest, who finds their own has written. */
  ecriture: string;
  /** The writes before it, latest first: who finds their own here has written, and somebody else since. */
  precedentes?: string[];
  /** What the caller who lent under an `Idempotency-Key` asked and was answered. */
  demande?: string | undefined;
  reponse?: string | undefined;
  /** Index keys. */
  liste?: string;
  liste_tri?: string;
  suivi?: string;
  suivi_tri?: string;
}

export const TABLE = process.env.EMPRUNTS_TABLE as string;

/** Partitions of the index of loans to follow: their writes are spread, their reads are merged. */
const SHARDS = ['0', '1', '2', '3'];
const shardOf = (id: string): string => String(Number.parseInt(id.slice(0, 2), 16) % SHARDS.length);

const loanKey = (id: string) => ({ pk: `EMPRUNT#${id}`, sk: 'EMPRUNT' });

/** Where the indexes show a loan, as it now is. */
function indexKeys({ id, utilisateur_id, statut, date_echeance, date_retour, transit }: LoanRecord) {
  const list =
    statut === 'en_attente'
      ? {}
      : { liste: `${utilisateur_id}#${statut}`, liste_tri: `${date_retour ?? date_echeance}#${id}` };
  if (transit) return { ...list, suivi: `TRANSIT#${shardOf(id)}`, suivi_tri: `${transit.depuis}#${id}` };
  if (statut === 'en_cours') return { ...list, suivi: `DEHORS#${shardOf(id)}`, suivi_tri: `${date_echeance}#${id}` };
  return list;
}

/** As many writes as can come in between a write whose answer is lost and the client's sending it again. */
const WRITES_KEPT = 4;

/** Short, for an item under a kilobyte costs half of one above. */
const newWrite = () => randomBytes(9).toString('base64url');

export const itemOf = (
  loan: LoanRecord,
  kept: Pick<LoanItem, 'demande' | 'reponse' | 'precedentes'> = {},
): LoanItem => ({
  ...loanKey(loan.id),
  id: loan.id,
  utilisateur_id: loan.utilisateur_id,
  livre_id: loan.livre_id,
  titre: loan.titre,
  date_emprunt: loan.date_emprunt,
  date_echeance: loan.date_echeance,
  date_retour: loan.date_retour,
  statut: loan.statut,
  prolongations: loan.prolongations,
  penalite: loan.penalite,
  notices: loan.notices,
  transit: loan.transit,
  ...indexKeys(loan),
  ...kept,
  ecriture: newWrite(),
});

/** GetItem. */
export const readLoan = (id: string) => getItem<LoanItem>(TABLE, loanKey(id));

/** One write of an item. Our own, found again after a lost answer, is no refusal, though others have written since. */
async function put(
  item: LoanItem,
  condition: Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>,
): Promise<{ done: true } | { done: false; present: LoanItem | undefined }> {
  try {
    await db.send(
      new PutCommand({
        TableName: TABLE,
        Item: item,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        ...condition,
      }),
    );
    return { done: true };
  } catch (error) {
    const present = refusingItem(error) as LoanItem | undefined;
    const writes = present ? [present.ecriture, ...(present.precedentes ?? [])] : [];
    return writes.includes(item.ecriture) ? { done: true } : { done: false, present };
  }
}

/** PutItem. @returns the item written, and the one that had this id before, if any, which then still stands */
export async function insertLoan(loan: LoanRecord, demande: string | undefined) {
  const item = itemOf(loan, { demande });
  const outcome = await put(item, { ConditionExpression: 'attribute_not_exists(pk)' });
  return { item, present: outcome.done ? undefined : outcome.present };
}

const unchanged = (seen: LoanItem) => ({
  ConditionExpression: 'ecriture = :seen',
  ExpressionAttributeValues: { ':seen': seen.ecriture },
});

/**
 * PutItem of the loan's next state, or TransactWrite when there is more to write with it.
 * @throws ChangedMeanwhile when the loan is no longer the one read
 */
export async function replaceLoan(
  seen: LoanItem,
  loan: LoanRecord,
  { reponse, together = [] }: { reponse?: string; together?: Step[] } = {},
): Promise<LoanItem> {
  const precedentes = [seen.ecriture, ...(seen.precedentes ?? [])].slice(0, WRITES_KEPT);
  const item = itemOf(loan, { demande: seen.demande, reponse: reponse ?? seen.reponse, precedentes });
  if (together.length > 0) {
    const write = { Put: { TableName: TABLE, Item: item, ...unchanged(seen) } };
    await transact([...together, { write, refused: () => new ChangedMeanwhile() }]);
  } else if (!(await put(item, unchanged(seen))).done) {
    throw new ChangedMeanwhile();
  }
  return item;
}

/** DeleteItem; a loan that is gone already is gone. @throws ChangedMeanwhile */
export async function removeLoan(seen: LoanItem): Promise<void> {
  try {
    await db.send(
      new DeleteCommand({
        TableName: TABLE,
        Key: loanKey(seen.id),
        ConditionExpression: 'attribute_not_exists(pk) OR ecriture = :seen',
        ExpressionAttributeValues: { ':seen': seen.ecriture },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
  } catch (error) {
    refusingItem(error);
    throw new ChangedMeanwhile();
  }
}

/** Query of a person's loans: those out by due date, those returned by the latest return. */
export async function queryLoansOf(userId: string, { statut }: LoanFilter, slice: Slice): Promise<Page<LoanItem>> {
  const liste = `${userId}#${statut}`;
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: TABLE,
      IndexName: 'emprunts_par_utilisateur',
      KeyConditionExpression: 'liste = :list',
      ExpressionAttributeValues: { ':list': liste },
      ScanIndexForward: statut === 'en_cours',
      Limit: slice.limit + 1,
      ...(slice.after && {
        ExclusiveStartKey: { ...keyAfter(slice.after), liste, liste_tri: slice.after },
      }),
    }),
  );
  return cut(Items as LoanItem[], slice, ({ liste_tri }) => liste_tri as string);
}

/** A position in an index is `<date>#<loan id>`. */
const keyAfter = (position: string) => loanKey(position.slice(position.indexOf('#') + 1));

/** The loans that are out and were due before that day, the longest first: one Query a shard, merged. */
export async function queryOverdue(day: string, slice: Slice): Promise<Page<LoanItem>> {
  // DynamoDB takes no range that ends before it begins.
  if (slice.after !== undefined && slice.after >= day) return { elements: [], next: undefined };
  const shards = await Promise.all(
    SHARDS.map(async (shard) => {
      const suivi = `DEHORS#${shard}`;
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: TABLE,
          IndexName: 'emprunts_a_suivre',
          KeyConditionExpression: slice.after
            ? 'suivi = :shard AND suivi_tri BETWEEN :after AND :day'
            : 'suivi = :shard AND suivi_tri < :day',
          ExpressionAttributeValues: {
            ':shard': suivi,
            ':day': day,
            ...(slice.after && { ':after': `${slice.after}#` }),
          },
          Limit: slice.limit + 1,
        }),
      );
      return Items as LoanItem[];
    }),
  );
  const merged = shards.flat().sort((a, b) => ((a.suivi_tri as string) < (b.suivi_tri as string) ? -1 : 1));
  return cut(merged, slice, ({ suivi_tri }) => suivi_tri as string);
}

/** All loans that are out and due by that day, included. */
export const loansDueBy = (day: string) => following('DEHORS', `${day}$`);

/** All loans in the middle of something since before that instant. */
export const loansInTransitSince = (instant: string) => following('TRANSIT', instant);

async function* following(kind: 'DEHORS' | 'TRANSIT', before: string): AsyncGenerator<LoanItem> {
  for (const shard of SHARDS) {
    yield* allItems<LoanItem>({
      TableName: TABLE,
      IndexName: 'emprunts_a_suivre',
      KeyConditionExpression: 'suivi = :shard AND suivi_tri < :before',
      ExpressionAttributeValues: { ':shard': `${kind}#${shard}`, ':before': before },
    });
  }
}
