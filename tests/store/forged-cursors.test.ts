import { randomUUID } from 'node:crypto';
import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cursorOf } from '../../lib/entry/http/cursor.ts';
import { call, newUser } from '../support/api.ts';
import { newBook } from '../support/books.ts';
import { often } from '../support/extent.ts';
import { fail, failing } from '../support/faults.ts';
import { newLoan } from '../support/loans.ts';
import { expectFaults } from '../support/problems.ts';
import { emptyTables } from '../support/read.ts';
import { addPenalty } from '../support/users.ts';

/** A cursor's seal has no secret: who reads the source can make up a position, and must get nothing by it. */

let userId: string;
beforeAll(async () => {
  ({ id: userId } = await newUser({ nom: 'Dupont' }));
  await newBook({ titre: 'Le Grand Meaulnes' });
  await newLoan(userId);
  await addPenalty(userId, 1);
});
afterAll(emptyTables);

type List = readonly [route: string, filters: Readonly<Record<string, string>>];

const LISTS: List[] = [
  ['GET /utilisateurs', {}],
  ['GET /utilisateurs', { nom: 'du' }],
  ['GET /utilisateurs', { q: 'dup' }],
  ['GET /utilisateurs/{id}/penalites', {}],
  ['GET /utilisateurs/{id}/penalites', { statut: 'impayee' }],
  ['GET /penalites', {}],
  ['GET /penalites', { statut: 'impayee' }],
  ['GET /livres', {}],
  ['GET /livres', { titre: 'grand' }],
  ['GET /utilisateurs/{id}/emprunts', {}],
  ['GET /emprunts/retards', {}],
];

function ask([route, filters]: List, position: string) {
  const parameters = route.includes('{id}') ? { id: userId } : {};
  const curseur = cursorOf(JSON.stringify([route, parameters, Object.entries(filters)]), position);
  const [method = '', template = ''] = route.split(' ');
  return call(method, `${template.replace('{id}', userId)}?${new URLSearchParams({ ...filters, curseur })}`);
}

const position = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  fc.constantFrom(
    '#',
    '\t',
    `9999-12-31#${randomUUID()}`,
    `dupont\t\t${randomUUID()}`,
    `${randomUUID()}\t${randomUUID()}`,
    'dupont\t\t#',
  ),
);

it.each(LISTS)('a made-up position in %s %j is refused or leads somewhere in that list', async (...list) => {
  await fc.assert(
    fc.asyncProperty(position, async (made) => expect([200, 400]).toContain((await ask(list, made)).status)),
    { numRuns: often({ everyday: 10, thorough: 30 }), examples: [['0'.repeat(1_100)], ['x'.repeat(2_000)]] },
  );
});

it.each(['0'.repeat(1_100), '0', '2020-01-01#x'])('a position that no late loan can have is refused', async (made) => {
  expect((await ask(['GET /emprunts/retards', {}], made)).status).toBe(400);
});

it('a position is refused when DynamoDB says that it cannot be a key', async () => {
  // DynamoDB Local would accept any position.
  const told = { name: 'ValidationException', $fault: 'client', $metadata: { httpStatusCode: 400 } } as const;
  fail({ match: 'Query', how: failing(() => new DynamoDBServiceException(told)) });
  expectFaults(await ask(['GET /utilisateurs', {}], 'x'.repeat(2_000)), 'curseur');
});
