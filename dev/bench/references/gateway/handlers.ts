import { randomUUID } from 'node:crypto';
import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEventV2 as Event } from 'aws-lambda';
import { AwsClient } from 'aws4fetch';

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

/** The very requests by which the system finds books by a word. */
export async function searchAlike(event: Event) {
  const TableName = 'bibliotheque-local-livres';
  const word = event.queryStringParameters?.titre as string;
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :word)',
      ExpressionAttributeValues: { ':pk': { S: `TITRE#${word[0]}` }, ':word': { S: word } },
      Limit: 21,
      ConsistentRead: true,
    }),
  );
  const Keys = Items.slice(0, 20).map(({ livre_id }) => ({
    pk: { S: `LIVRE#${livre_id?.S}` },
    sk: { S: 'LIVRE' },
  }));
  const { Responses } = await client.send(
    new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
  );
  return { statusCode: 200, body: JSON.stringify(Responses?.[TableName]) };
}

const newLoan = (event: Event) => {
  const { utilisateur_id, livre_id } = JSON.parse(event.body as string);
  return { id: randomUUID(), utilisateur_id, livre_id };
};
type Loan = ReturnType<typeof newLoan>;

type Condition = Pick<PutItemCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>;

/** The record of a loan, with as much to it and in as many indexes as the system's, under the same conditions. */
const putLoan = (loan: Loan, statut: string, keys: Record<string, string>, condition: Condition) => {
  const { id, utilisateur_id, livre_id } = loan;
  return client.send(
    new PutItemCommand({
      ...condition,
      TableName: 'bibliotheque-local-emprunts',
      Item: {
        pk: { S: `EMPRUNT#${id}` },
        sk: { S: 'EMPRUNT' },
        id: { S: id },
        utilisateur_id: { S: utilisateur_id },
        livre_id: { S: livre_id },
        titre: { S: 'Le xylophone du jardin et la maison' },
        date_emprunt: { S: '2000-01-01' },
        date_echeance: { S: '2000-01-22' },
        statut: { S: statut },
        prolongations: { N: '0' },
        notices: { L: [] },
        ecriture: { S: `${id}-${statut}` },
        ...Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, { S: value }])),
      },
    }),
  );
};

const beginLoan = (loan: Loan) =>
  putLoan(
    loan,
    'en_attente',
    { suivi: 'REFERENCE#0', suivi_tri: `2000-01-01T00:00:00.000Z#${loan.id}` },
    { ConditionExpression: 'attribute_not_exists(pk)' },
  );

async function endLoan(loan: Loan) {
  const due = `2000-01-22#${loan.id}`;
  await putLoan(
    loan,
    'en_cours',
    { suivi: 'REFERENCE#1', suivi_tri: due, liste: `${loan.utilisateur_id}#reference`, liste_tri: due },
    {
      ConditionExpression: 'ecriture = :seen',
      ExpressionAttributeValues: { ':seen': { S: `${loan.id}-en_attente` } },
    },
  );
  return { statusCode: 201, body: JSON.stringify(loan) };
}

export async function open({ id, utilisateur_id }: Loan) {
  await client.send(
    new UpdateItemCommand({
      TableName: 'bibliotheque-local-utilisateurs',
      Key: { pk: { S: `UTILISATEUR#${utilisateur_id}` }, sk: { S: 'UTILISATEUR' } },
      UpdateExpression: 'SET emprunts.#emprunt = :jour, premiere_echeance = if_not_exists(premiere_echeance, :jour)',
      ConditionExpression: 'impaye = :zero AND size(emprunts) < :max AND attribute_not_exists(emprunts.#emprunt)',
      ExpressionAttributeNames: { '#emprunt': id },
      ExpressionAttributeValues: { ':jour': { S: '2000-01-22' }, ':zero': { N: '0' }, ':max': { N: '1000' } },
    }),
  );
  return { resultat: 'ouvert' };
}

export async function take({ id, livre_id }: Loan) {
  const { Attributes } = await client.send(
    new UpdateItemCommand({
      TableName: 'bibliotheque-local-livres',
      Key: { pk: { S: `LIVRE#${livre_id}` }, sk: { S: 'LIVRE' } },
      UpdateExpression: 'SET emprunts.#emprunt = :jour',
      ConditionExpression: 'attribute_not_exists(emprunts.#emprunt) AND size(emprunts) < :max',
      ExpressionAttributeNames: { '#emprunt': id },
      ExpressionAttributeValues: { ':jour': { S: '2000-01-22' }, ':max': { N: '1000' } },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return { resultat: 'pris', titre: Attributes?.titre?.S };
}

/** The four writes of a loan in one function, which three services could not have. */
export async function lend(event: Event) {
  const loan = newLoan(event);
  await beginLoan(loan);
  await open(loan);
  await take(loan);
  return endLoan(loan);
}

const lambda = new AwsClient({
  accessKeyId: 'local',
  secretAccessKey: 'local',
  service: 'lambda',
  region: 'eu-west-3',
});

const invoke = async (name: string, loan: Loan) => {
  const url = `http://localhost:${process.env.LAMBDA_PORT}/2015-03-31/functions/reference-dev-${name}/invocations`;
  const answer = await lambda.fetch(url, { method: 'POST', body: JSON.stringify(loan) });
  return answer.json();
};

/** The same four writes by three services: two of them are asked for by Lambda. */
export async function lendByServices(event: Event) {
  const loan = newLoan(event);
  await beginLoan(loan);
  await invoke('open', loan);
  await invoke('take', loan);
  return endLoan(loan);
}
