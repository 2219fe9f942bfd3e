import { Moved } from '../../aws/dynamodb/retry.ts';
import type { Step } from '../../aws/dynamodb/write.ts';
import type { HoldInTransit, HoldRecord } from '../holds/record.ts';
import { type HoldItem, holdItemOf, holdKey, TABLE } from './items.ts';
import { records } from './records.ts';

/** The records of holds. */
export const holdRecords = records<HoldRecord, HoldItem>(holdKey, holdItemOf);

export const { read: readHold, readMany: readHolds, write: writeHold, put: putHold } = holdRecords;

/** The record of a hold in the middle of something, at its version. */
export type HoldTransitItem = HoldItem & HoldInTransit;

/** The step that is refused once the hold is closed: until then its person has a slot, and so an account. */
export const whileOpen = (id: string): Step => ({
  write: {
    ConditionCheck: {
      TableName: TABLE,
      Key: holdKey(id),
      ConditionExpression: 'statut = :open',
      ExpressionAttributeValues: { ':open': 'ouverte' satisfies HoldRecord['statut'] },
    },
  },
  refused: () => new Moved(),
});
