import { randomUUID } from 'node:crypto';
import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEventV2 as Event } from 'aws-lambda';

/**
 * Handlers as a tutorial writes them: no token, no check of the input, no retries of their own, the
 * items as they are stored. What they answer is of no use but to be counted.
 */
const client = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string });

/** Reads the very item that the system reads. */
export async function get(event: Event) {
  const id = event.pathParameters?.id as string;
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: 'bibliotheque-local-utilisateurs',
      Key: { pk: { S: `UTILISATEUR#${id}` }, sk: { S: 'UTILISATEUR' } },
      ConsistentRead: true,
    }),
  );
  return { statusCode: Item ? 200 : 404, body: JSON.stringify(Item) };
}

export async function create(event: Event) {
  const { nom, prenom, email } = JSON.parse(event.body as string);
  const Item = {
    id: { S: randomUUID() },
    nom: { S: nom },
    prenom: { S: prenom },
    email: { S: email },
    date_creation: { S: new Date().toISOString() },
  };
  await client.send(new PutItemCommand({ TableName: 'reference-utilisateurs', Item }));
  return { statusCode: 201, body: JSON.stringify(Item) };
}

/** What an account with an e-mail of its own takes: the same two items in the same table as the system's, in one transaction. */
export async function createUnique(event: Event) {
  const { nom, prenom, email } = JSON.parse(event.body as string);
  const id = randomUUID();
  const Item = {
    pk: { S: `UTILISATEUR#${id}` },
    sk: { S: 'UTILISATEUR' },
    id: { S: id },
    nom: { S: nom },
    prenom: { S: prenom },
    email: { S: email },
    date_creation: { S: new Date().toISOString() },
    liste: { S: 'UTILISATEURS' },
    nom_tri: { S: `${nom}\t${prenom}\t${id}` },
    version: { N: '1' },
    impaye: { N: '0' },
    nb_penalites: { N: '0' },
    emprunts: { M: {} },
  };
  const claim = { pk: { S: `EMAIL#${email}` }, sk: { S: 'EMAIL' }, utilisateur_id: { S: id } };
  const TableName = 'bibliotheque-local-utilisateurs';
  await client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: claim, ConditionExpression: 'attribute_not_exists(pk)' } },
        { Put: { TableName, Item } },
      ],
    }),
  );
  return { statusCode: 201, body: JSON.stringify(Item) };
}

export async function search(event: Event) {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: 'reference-mots',
      KeyConditionExpression: 'mot = :mot',
      ExpressionAttributeValues: { ':mot': { S: event.queryStringParameters?.titre as string } },
      Limit: 20,
    }),
  );
  const Keys = Items.map(({ livre_id }) => ({ id: livre_id as { S: string } }));
  const { Responses } = await client.send(new BatchGetItemCommand({ RequestItems: { 'reference-livres': { Keys } } }));
  return { statusCode: 200, body: JSON.stringify(Responses?.['reference-livres']) };
}

/** The four writes of a loan, one after the other: the record, the person, the book, the record again. */
export async function lend(event: Event) {
  const { utilisateur_id, livre_id } = JSON.parse(event.body as string);
  const loan = { id: { S: randomUUID() }, utilisateur_id: { S: utilisateur_id }, livre_id: { S: livre_id } };
  await client.send(
    new PutItemCommand({ TableName: 'reference-emprunts', Item: { ...loan, statut: { S: 'en_attente' } } }),
  );
  for (const [TableName, id] of [
    ['reference-utilisateurs', utilisateur_id],
    ['reference-livres', livre_id],
  ]) {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: { id: { S: id } },
        UpdateExpression: 'SET emprunts.#emprunt = :jour',
        ExpressionAttributeNames: { '#emprunt': loan.id.S },
        ExpressionAttributeValues: { ':jour': { S: new Date().toISOString() } },
      }),
    );
  }
  const Item = { ...loan, statut: { S: 'en_cours' } };
  await client.send(new PutItemCommand({ TableName: 'reference-emprunts', Item }));
  return { statusCode: 201, body: JSON.stringify(Item) };
}
