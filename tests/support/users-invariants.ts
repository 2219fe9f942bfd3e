import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';

/** What holds in the users table at any time, whatever was done and whatever failed meanwhile. */

export interface Item {
  pk: string;
  sk: string;
  id?: string;
  email?: string;
  utilisateur_id?: string;
  impaye?: number;
  nb_penalites?: number;
  emprunts?: Record<string, string>;
  premiere_echeance?: string;
  montant?: number;
  reste?: number;
  statut?: string;
}

/** A client of its own: faults injected in the code's client do not reach it, nor is it counted. */
const db = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string }));

/** Every item of this test file's users table. */
export async function readTable(): Promise<Item[]> {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await db.send(
      new ScanCommand({ TableName: process.env.UTILISATEURS_TABLE, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

/** Everything in the table that speaks of a user, replays of first answers apart. */
export const itemsOf = async (userId: string): Promise<Item[]> =>
  (await readTable()).filter(
    (item) => !item.pk.startsWith('IDEMPOTENCE#') && (item.pk.includes(userId) || item.utilisateur_id === userId),
  );

const isAccount = ({ sk }: Item) => sk === 'UTILISATEUR';
const isGuard = ({ sk }: Item) => sk === 'EMAIL';
const isPenalty = ({ sk }: Item) => sk.startsWith('PENALITE#');
const isWholeAmount = (cents: unknown) => Number.isInteger(cents) && (cents as number) >= 0;

/** What is wrong in the table, in words; nothing is as it should be. */
export async function violations(): Promise<string[]> {
  const items = await readTable();
  const accounts = items.filter(isAccount);
  const penalties = items.filter(isPenalty);
  const guards = items.filter(isGuard);
  const deleting = new Set(items.filter(({ sk }) => sk === 'SUPPRESSION').map(({ pk }) => pk));
  return [
    ...accounts.flatMap((account) => wrongWithAccount(account, penalties, guards)),
    ...penalties.flatMap((penalty) => wrongWithPenalty(penalty, accounts, deleting)),
    ...guards.flatMap((guard) => wrongWithGuard(guard, accounts)),
  ];
}

function wrongWithAccount(account: Item, penalties: Item[], guards: Item[]): string[] {
  const own = penalties.filter(({ pk }) => pk === account.pk);
  const left = own.reduce((sum, { reste = Number.NaN }) => sum + reste, 0);
  const dueDates = Object.values(account.emprunts ?? {});
  const bound = account.premiere_echeance;
  const claims = guards.filter(({ utilisateur_id }) => utilisateur_id === account.id);
  return said(`account ${account.pk}`, {
    [`owes ${account.impaye} but ${left} is left over its penalties`]: account.impaye !== left,
    [`owes ${account.impaye}, no whole number of cents`]: !isWholeAmount(account.impaye),
    [`counts ${account.nb_penalites} penalties but has ${own.length}`]: account.nb_penalites !== own.length,
    [`has ${claims.length} e-mail guards`]: claims.length !== 1,
    [`has no guard for ${account.email}`]: !claims.some(({ pk }) => pk === `EMAIL#${account.email}`),
    [`has the bound ${bound} on due dates ${dueDates}`]: bound !== undefined && dueDates.some((due) => due < bound),
  });
}

function wrongWithPenalty(penalty: Item, accounts: Item[], deleting: Set<string>): string[] {
  const { reste = Number.NaN, montant = Number.NaN, statut } = penalty;
  return said(`penalty ${penalty.pk} ${penalty.sk}`, {
    'has no account': !deleting.has(penalty.pk) && !accounts.some(({ pk }) => pk === penalty.pk),
    [`is left with ${reste} of ${montant}`]: !isWholeAmount(reste) || !isWholeAmount(montant) || reste > montant,
    [`is ${statut} with ${reste} left`]: statut === 'impayee' ? reste === 0 : reste !== 0,
  });
}

const wrongWithGuard = (guard: Item, accounts: Item[]): string[] =>
  said(`guard ${guard.pk}`, {
    'has no account with its e-mail': !accounts.some(
      ({ id, email }) => id === guard.utilisateur_id && guard.pk === `EMAIL#${email}`,
    ),
  });

const said = (subject: string, complaints: Record<string, boolean>): string[] =>
  Object.entries(complaints)
    .filter(([, holds]) => holds)
    .map(([complaint]) => `${subject} ${complaint}`);
