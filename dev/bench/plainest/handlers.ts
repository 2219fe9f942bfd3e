import { randomUUID } from 'node:crypto';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 as Event } from 'aws-lambda';
import { AwsClient } from 'aws4fetch';
import { createLocalJWKSet, jwtVerify } from 'jose';

/**
 * The plainest handlers that do the same work as the system: the token is checked, and DynamoDB and Lambda are asked
 * the same. They check no input, know no rules, refuse nothing and log nothing.
 */
const { DYNAMODB_ENDPOINT: endpoint = '', LAMBDA_PORT, JWKS = '', JWT_ISSUER = '', JWT_AUDIENCE = '' } = process.env;

const db = DynamoDBDocument.from(new DynamoDB({ endpoint }), { marshallOptions: { removeUndefinedValues: true } });
const keys = createLocalJWKSet(JSON.parse(JWKS));

// biome-ignore lint/suspicious/noExplicitAny: these handlers know what they stored
type Item = Record<string, any>;

/** @param kind `UTILISATEUR`, `LIVRE` or `EMPRUNT` */
const tableOf = (kind: string) => `bibliotheque-local-${kind.toLowerCase()}s`;
const keyOf = (kind: string, id: string | undefined) => ({ pk: `${kind}#${id}`, sk: kind });

async function read(kind: string, id: string | undefined): Promise<Item> {
  const { Item = {} } = await db.get({ TableName: tableOf(kind), Key: keyOf(kind, id), ConsistentRead: true });
  return Item;
}

async function readAll(kind: string, ids: string[]): Promise<Item[]> {
  const asked = { Keys: ids.map((id) => keyOf(kind, id)), ConsistentRead: true };
  const { Responses } = await db.batchGet({ RequestItems: { [tableOf(kind)]: asked } });
  return Responses?.[tableOf(kind)] ?? [];
}

/** PutItem of the item's next state, if the item is still as it was seen. */
async function put(kind: string, seen: Item): Promise<Item> {
  const Item: Item = { ...seen, ...keyOf(kind, seen.id), version: seen.version + 1 };
  await db.put({
    TableName: tableOf(kind),
    Item,
    ConditionExpression: 'attribute_not_exists(pk) OR version = :seen',
    ExpressionAttributeValues: { ':seen': seen.version },
  });
  return Item;
}

const withToken =
  (work: (event: Event) => Promise<Item>, statusCode = 200) =>
  async (event: Event) => {
    const token = event.headers.authorization?.slice('Bearer '.length) ?? '';
    await jwtVerify(token, keys, { issuer: JWT_ISSUER, audience: JWT_AUDIENCE });
    return { statusCode, body: JSON.stringify(await work(event)) };
  };

// ── accounts and books ──────────────────────────────────────────────────────────────────────────

export const get = withToken(({ pathParameters }) => read('UTILISATEUR', pathParameters?.id));

/** An account, its e-mail, its card and the items by which its names are found, in one transaction. */
export const create = withToken(async ({ body = '' }) => {
  const id = randomUUID();
  const account = { ...JSON.parse(body), id, numero_carte: id, date_creation: new Date().toISOString() };
  const names = [account.nom, account.prenom].map((name) => name.toLowerCase());
  const beginnings = ['', ...names.flatMap((name) => [name.slice(0, 1), name.slice(0, 3)])];
  const items = [
    { pk: `EMAIL#${account.email}`, sk: 'EMAIL', utilisateur_id: id },
    { pk: `CARTE#${account.numero_carte}`, sk: 'CARTE', utilisateur_id: id },
    { ...keyOf('UTILISATEUR', id), ...account, version: 1, impaye: 0, emprunts: {} },
    ...beginnings.map((beginning) => ({
      pk: `PLAINEST#${beginning}`,
      sk: `${names.join('\t')}\t${id}`,
      mots: names.join(' '),
    })),
  ];
  const isNew = { TableName: tableOf('UTILISATEUR'), ConditionExpression: 'attribute_not_exists(pk)' };
  await db.transactWrite({ TransactItems: items.map((Item) => ({ Put: { ...isNew, Item } })) });
  return account;
}, 201);

/** The books with a word in their title. Those whose title begins with it are looked for as well. */
export const search = withToken(async ({ queryStringParameters }) => {
  const word = queryStringParameters?.titre ?? '';
  const [found = []] = await Promise.all([begins(`MOT#${word[0]}`, word), begins('CATALOGUE', word)]);
  const ids = found.slice(0, 20).map(({ sk }) => sk.slice(sk.lastIndexOf('\t') + 1));
  return readAll('LIVRE', ids);
});

async function begins(partition: string, word: string): Promise<Item[]> {
  const { Items = [] } = await db.query({
    TableName: tableOf('LIVRE'),
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :word)',
    ExpressionAttributeValues: { ':pk': partition, ':word': word },
    Limit: 100,
    ConsistentRead: true,
  });
  return Items;
}

// ── private commands, alike for accounts and books ──────────────────────────────────────────────

export const standing = async ({ kind, id }: Item) => (await readAll(kind, [id]))[0];

/** @param version of the account or book, as it was seen */
export const hold = ({ kind, id, loanId, version }: Item) =>
  db.update({
    TableName: tableOf(kind),
    Key: keyOf(kind, id),
    UpdateExpression: 'SET emprunts.#id = :due, version = :next',
    ConditionExpression: 'version = :seen',
    ExpressionAttributeNames: { '#id': loanId },
    ExpressionAttributeValues: { ':due': '2000-01-22', ':seen': version, ':next': version + 1 },
  });

export async function release({ kind, id, loanId }: Item) {
  const { emprunts, ...item } = await read(kind, id);
  return put(kind, { ...item, emprunts: { ...emprunts, [loanId]: undefined } });
}

// ── loans ───────────────────────────────────────────────────────────────────────────────────────

const lambda = new AwsClient({
  accessKeyId: 'local',
  secretAccessKey: 'local',
  service: 'lambda',
  region: 'eu-west-3',
});

async function invoke(name: string, command: Item): Promise<Item> {
  const url = `http://localhost:${LAMBDA_PORT}/2015-03-31/functions/plainest-dev-${name}/invocations`;
  const response = await lambda.fetch(url, { method: 'POST', body: JSON.stringify(command) });
  return response.json() as Promise<Item>;
}

/** Sends a command to both other services at once. */
const both = (name: string, { id: loanId, utilisateur_id, livre_id }: Item, [user, book]: Item[] = []) =>
  Promise.all([
    invoke(`users-${name}`, { kind: 'UTILISATEUR', id: utilisateur_id, loanId, version: user?.version }),
    invoke(`books-${name}`, { kind: 'LIVRE', id: livre_id, loanId, version: book?.version }),
  ]);

/** Writes a record as large as the system's, in as many indexes. @param etape the process that the loan is in the middle of */
function record(loan: Item, statut: string, etape?: string): Promise<Item> {
  const order = `2000-01-22#${loan.id}`;
  const isListed = statut !== 'en_attente';
  const isFollowed = etape || statut === 'en_cours';
  return put('EMPRUNT', {
    ...loan,
    statut,
    transit: etape && { etape, depuis: new Date().toISOString() },
    liste: isListed ? `${loan.utilisateur_id}#${statut}` : undefined,
    liste_tri: isListed ? order : undefined,
    suivi: isFollowed ? `PLAINEST#${etape}` : undefined,
    suivi_tri: isFollowed ? order : undefined,
  });
}

export const lend = withToken(async ({ body = '' }) => {
  const asked = { ...JSON.parse(body), id: randomUUID(), date_emprunt: '2000-01-01', date_echeance: '2000-01-22' };
  const seen = await both('standing', asked);
  const empty = { date_retour: null, prolongations: 0, penalite: null, notices: [], version: 0 };
  const loan = await record({ ...asked, ...empty, titre: seen[1]?.titre }, 'en_attente', 'pret');
  await both('hold', loan, seen);
  return record(loan, 'en_cours');
}, 201);

export const renew = withToken(async ({ pathParameters }) => {
  const lent = await read('EMPRUNT', pathParameters?.id);
  const seen = await both('standing', lent);
  const loan = await record(lent, 'en_cours', 'prolongation');
  await both('hold', loan, seen);
  return record(loan, 'en_cours');
});

export const giveBack = withToken(async ({ pathParameters }) => {
  const loan = await record(await read('EMPRUNT', pathParameters?.id), 'rendu', 'retour');
  await both('release', loan);
  return record(loan, 'rendu');
});
