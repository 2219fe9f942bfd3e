import { randomUUID } from 'node:crypto';
import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from '@jest/globals';
import { call, member, newUser, type Options, overHttp } from '../support/api.ts';
import { newBook } from '../support/books.ts';
import { copyOf } from '../support/copies.ts';
import { ALWAYS, fail, failing, type Match, mend, toDynamoDB } from '../support/faults.ts';
import { newLoan } from '../support/loans.ts';
import { expectProblem } from '../support/problems.ts';
import { operations, type Place } from '../support/shared/openapi.ts';
import { WITHOUT_TABLE } from '../support/whole-run.ts';

/** Every operation does what docs/openapi.yaml says of all alike; tests/api/common tests the idempotency keys. */

const stranger = await member(randomUUID());
const somewhere = (operation: Place) =>
  operation.template.replace('{code_barres}', 'NULLE-PART').replaceAll(/\{\w+\}/g, () => randomUUID());
const bodyOf = ({ requestBody }: Place) => requestBody?.content['application/json'].example;

const ask = (operation: Place, options: Options = {}, query = '') =>
  call(operation.method, somewhere(operation) + query, { body: bodyOf(operation), ...options });

const FORM = 'application/x-www-form-urlencoded';

const answering = (status: string) =>
  operations
    .filter(({ responses }) => responses[status])
    .map((operation) => [operation.operationId, operation] as const);

describe.each<[status: number, code: string, what: string, options: Options, query?: string]>([
  [400, 'requete_invalide', 'a parameter that it does not know', {}, '?inconnu=1'],
  [401, 'non_authentifie', 'a token that proves nothing', { token: 'faux' }],
  [403, 'acces_refuse', 'a member whom it does not concern', { token: stranger }],
  [415, 'type_de_contenu_refuse', 'what is no JSON', { body: 'nom=Zoé', headers: { 'content-type': FORM } }],
])('%i %s', (...[status, code, what, options, query]) => {
  it.each(answering(String(status)))(`%s refuses ${what}`, async (_, operation) => {
    expectProblem(await ask(operation, options, query), status, code);
  });
});

it.each(answering('404'))('%s answers 404 where nothing is', async (_, operation) => {
  expect((await ask(operation)).status).toBe(404);
});

it('an operation needs no token when the reference opens it to all, and only then', async () => {
  const refused: string[] = [];
  for (const operation of operations) {
    const { status } = await ask(operation, { token: null });
    if (status === 401) refused.push(operation.operationId);
  }
  expect(refused).toEqual(operations.filter(({ security }) => security.length > 0).map((op) => op.operationId));
});

const newEntity = (path: string) => (path.startsWith('/livres') ? newBook() : newUser());

it.each(answering('412'))('%s changes no other version than the one that was seen', async (_, operation) => {
  const { id } = await newEntity(operation.template);
  const copy = operation.template.includes('{exemplaire_id}') ? (await copyOf(id)).id : '';
  const options = { body: bodyOf(operation), headers: { 'if-match': '"autre"' } };
  const answer = await call(
    operation.method,
    operation.template.replace('{id}', id).replace('{exemplaire_id}', copy),
    options,
  );
  expectProblem(answer, 412, 'version_perimee');
});

const mistake = failing(
  () =>
    new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', $metadata: {}, message: 'injected' }),
);

// Faults are injected in this process.
const within = overHttp ? describe.skip : describe;

within('while the store fails', () => {
  afterEach(() => {
    mend();
  });

  /** They ask the books service before their own table, if they ask that at all. */
  const asksAnotherFirst = ([name]: readonly [string, Place]) =>
    ['loans-list-by-book', ...WITHOUT_TABLE].includes(name);

  it.each(answering('500').filter((row) => !asksAnotherFirst(row)))(
    '%s tells of a mistake of ours without its words',
    async (_, operation) => {
      fail({ match: toDynamoDB, times: ALWAYS, how: mistake });
      // Under a key each service asks its own table first; a mistake of another service is a 503.
      const headers = { 'idempotency-key': randomUUID() };
      expectProblem(await ask(operation, { headers }), 500, 'erreur_interne');
    },
  );

  it('loans-list-by-book tells of a mistake of ours without its words, once the books service has answered', async () => {
    const loan = await newLoan();
    const isOwn: Match = ({ tables }) => tables.some((table) => table.endsWith('emprunts'));
    fail({ match: isOwn, times: ALWAYS, how: mistake });
    expectProblem(await call('GET', `/livres/${loan.livre_id}/emprunts`), 500, 'erreur_interne');
  });

  it.each(answering('503'))('%s says when to come back', async (_, operation) => {
    fail({ match: toDynamoDB, times: ALWAYS, how: failing(() => new Error('injected')) });
    expectProblem(await ask(operation), 503, 'service_indisponible');
  });
});
