import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { expect, it, jest } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { handler as standing } from '../../functions/users/standing.ts';
import { NAMES, newThings, noThings, requestOf, send, type Things } from '../api/common/operations.ts';
import { type Answer, call, member, newUser, type Options } from '../support/api.ts';
import { forward } from '../support/clock.ts';
import { closeLoan, openLoan } from '../support/commands.ts';
import { everyTest } from '../support/every-test.ts';
import { drawn, oneOfEach } from '../support/extent.ts';
import { ALWAYS, answerLost, fail, failing, mend, refusedAs, toDynamoDB, unreachable } from '../support/faults.ts';
import { journalLines } from '../support/journal.ts';
import { run } from '../support/lambda.ts';
import { type Emprunt, giveBack, keyed, lend, newBook, newLoan, notify, renew } from '../support/loans.ts';
import { runNotices } from '../support/notices.ts';
import { reconcile, sweep } from '../support/reconciler.ts';
import { userPath } from '../support/users.ts';
import { asFunction, type Handler } from '../support/wire.ts';

everyTest({ calm: true });

/** What the log says of that work alone. */
async function linesOf(work: () => Promise<unknown>) {
  journalLines.length = 0;
  await work();
  return journalLines.splice(0).map((line) => JSON.parse(line));
}

const account = (id: string, options: Options = {}) => call('GET', userPath(id), options);
/** Requests about an account, and what the line of each has besides its id and its time. */
const REQUESTS: [request: (id: string) => Promise<Answer>, line: object][] = [
  [account, { route: 'GET /utilisateurs/{id}', level: 'INFO', status: 200, role: 'bibliothecaire' }],
  [async (id) => account(id, { token: await member(id) }), { status: 200, role: 'adherent' }],
  [() => account('abc'), { level: 'INFO', status: 400, code: 'requete_invalide' }],
  [(id) => account(id, { token: null }), { level: 'INFO', status: 401, code: 'non_authentifie' }],
  [() => call('GET', '/ailleurs'), { route: '$default', status: 404, code: 'route_introuvable' }],
  [
    (id) => {
      fail({ how: failing(() => new Error(`mistake about ${id}`)) });
      return account(id);
    },
    { level: 'ERROR', status: 503, error: { name: 'Error', stack: expect.any(Array) } },
  ],
];

it.each(REQUESTS)(
  'the log has one line of a request, which is found by the id of its answer (%#)',
  async (request, line) => {
    const { id } = await newUser();
    let answer: Answer | undefined;
    const lines = await linesOf(async () => {
      answer = await request(id);
    });
    const requestId = answer?.headers['x-request-id'];
    expect(lines).toEqual([expect.objectContaining({ ...line, requestId, ms: expect.any(Number) })]);
    expect(JSON.stringify(lines)).not.toContain(id);
  },
);

const COMMANDS = ['books-standing', 'books-take-copy', 'users-open-loan', 'users-standing'];
/** Requests about a loan that is late, and the routes and remarks of the lines that they cause. */
const CAUSES: Record<string, [work: (loan: Emprunt, bookId: string) => Promise<Answer>, lines: string[]]> = {
  'a loan': [async (loan, bookId) => lend(loan.utilisateur_id, bookId), ['POST /emprunts', ...COMMANDS]],
  'a renewal': [({ id }) => renew(id), ['POST /emprunts/{id}/prolongation', ...COMMANDS]],
  'a return that cannot be finished': [
    ({ id }) => {
      // The loan's own read and write come first, and the slot cannot be freed.
      fail({ match: 'GetItem', after: 1, times: ALWAYS, how: unreachable });
      return giveBack(id);
    },
    [
      'POST /emprunts/{id}/retour',
      'books-return-copy',
      'the end of a process is left to the reconciler',
      'users-close-loan',
    ],
  ],
  'a run of notices': [
    () => {
      forward({ days: 19 });
      fail({ match: 'SendEmail', how: unreachable });
      return notify();
    },
    [
      'POST /emprunts/retards/notifications',
      'a notice was refused',
      'a run of notices has left some to the next',
      'books-holds',
      'books-settle-titles',
      'users-standing',
    ],
  ],
};

it.each(Object.entries(CAUSES))('one id is in every line that %s causes, in whichever service', async (_, row) => {
  const [work, names] = row;
  const [loan, book] = [await newLoan(), await newBook()];
  let requestId: string | undefined;
  const lines = await linesOf(async () => {
    requestId = (await work(loan, book.id)).headers['x-request-id'];
  });
  expect(lines.map(({ route, message }) => route ?? message).sort()).toEqual(names);
  expect(new Set(lines.map((line) => line.requestId))).toEqual(new Set([requestId]));
});

const OWN = 'its-own';
it.each([
  [undefined, 200, OWN],
  ...['UZ3kkjC1iGYEJtg=', randomUUID()].map((id) => [id, 200, id] as const),
  ...['', 'a b', 'a\nb', 'x'.repeat(129), 1, null].map((id) => [id, 500, OWN] as const),
])('a command for the request %j is logged in one line, with the status %d', async (requete_id, status, requestId) => {
  const { id } = await newUser();
  const context = { awsRequestId: OWN, functionName: 'users-standing' } as Context;
  const sent = { utilisateur_ids: [id], ...(requete_id !== undefined && { requete_id }) };
  const lines = await linesOf(() => asFunction('users-standing', () => standing(sent, context)).catch(() => undefined));
  expect(lines).toEqual([expect.objectContaining({ route: 'users-standing', status, requestId })]);
});

const WITHOUT_GATEWAY: [name: string, work: (id: string) => Promise<unknown>][] = [
  ['users-standing', (id) => run('users-standing', { utilisateur_ids: [id] })],
  ['users-sweep', sweep],
  ['loans-reconcile', reconcile],
];

it.each(WITHOUT_GATEWAY)(
  '%s is logged as a 503 when DynamoDB does not answer, and as a 500 when we err',
  async (route, work) => {
    const { id } = await newUser();
    fail({ match: toDynamoDB, times: ALWAYS, how: unreachable });
    const unanswered = await linesOf(() => work(id).catch(() => undefined));
    expect(unanswered).toEqual([
      expect.objectContaining({ route, level: 'ERROR', status: 503, code: 'service_indisponible' }),
    ]);
    mend();
    fail({ match: toDynamoDB, times: ALWAYS, how: refusedAs('ValidationException') });
    expect(await linesOf(() => work(id).catch(() => undefined))).toEqual([
      expect.objectContaining({ route, level: 'ERROR', status: 500 }),
    ]);
  },
);

/** The members of these tests have this in their names and e-mails. */
const SECRET = 'zenobie';

const refusedWithItem = () =>
  new ConditionalCheckFailedException({
    $metadata: {},
    message: 'The conditional request failed',
    Item: { nom: { S: SECRET }, email: { S: SECRET } },
  });

const secret = () => ({ nom: SECRET, prenom: SECRET, email: `${SECRET}-${randomUUID()}@exemple.fr` });

/** The last of them lets writes through. */
const STATES: Record<string, Handler> = {
  'is not there': unreachable,
  'refuses with what it has': failing(refusedWithItem),
  'loses its answers': answerLost,
  works: (_, send) => send(),
};

/** Each state, for one request or for all. An everyday run draws a state for each of the two, and every other way in. */
const TROUBLES = Object.entries(STATES).flatMap(([state, how]) => [1, ALWAYS].map((times) => ({ state, how, times })));

/** Everything that is written to the terminal or the log meanwhile, and the error with which the call failed. */
async function heard(work: () => Promise<unknown>): Promise<string> {
  journalLines.length = 0;
  const printed: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => Boolean(printed.push(String(text)))),
  );
  const failure = await work().then(
    () => undefined,
    (error: unknown) => inspect(error, { depth: null, showHidden: true }),
  );
  for (const spy of spies) spy.mockRestore();
  return [...printed, ...journalLines, failure].join('\n');
}

/** Every way in, about a member who has a loan and a debt. */
const WAYS: Record<string, (things: Things) => Promise<unknown>> = {
  ...Object.fromEntries(NAMES.map((name) => [name, (things: Things) => send(name, things)])),
  'a new account of theirs': () =>
    call('POST', '/utilisateurs', { body: secret(), ...keyed(`${SECRET}-${randomUUID()}`) }),
  'a body at fault': () => call('POST', '/utilisateurs', { body: { ...secret(), [SECRET]: SECRET } }),
  'a body that cannot be read': () => call('POST', '/utilisateurs', { body: `{"nom":"${SECRET}` }),
  'a move of their e-mail': ({ user }) => call('PATCH', userPath(user), { body: { email: secret().email } }),
  'their deletion': ({ user }) => call('DELETE', userPath(user)),
  'a search for them': () => call('GET', `/utilisateurs?nom=${SECRET}&email=${SECRET}@exemple.fr`),
  'a false token': ({ user }) => call('GET', userPath(user), { token: SECRET }),
  'a slot taken': ({ user }) => openLoan(user, randomUUID(), 1),
  'a slot freed': ({ user, loan }) => closeLoan(user, loan),
  'the daily notices': () => runNotices(),
  'the reconciler': () => reconcile(),
};

/** A member who has a loan and a debt, and the secret. */
async function secretThings(): Promise<Things> {
  const things = await newThings({ owing: true });
  await call('PATCH', userPath(things.user), { body: secret() });
  return things;
}

/** What is told of the member while they are looked at or something is done about them. */
async function toldBy(name: string, things: Things): Promise<string[]> {
  const told: string[] = [];
  for (const { how, times } of drawn(TROUBLES, ({ times }) => times, name)) {
    fail({ match: toDynamoDB, times, how });
    const said = await heard(() => WAYS[name]?.(things) as Promise<unknown>);
    told.push(...[SECRET, things.user, things.penalty, '@exemple', 'eyJ'].filter((part) => said.includes(part)));
    mend();
  }
  return told;
}

const isRead = (name: string): boolean => NAMES.includes(name) && requestOf(name, noThings())[0] === 'GET';
const [reads, others] = [true, false].map((wanted) => Object.keys(WAYS).filter((name) => isRead(name) === wanted));

it.each(oneOfEach(2, others as string[], 'ways in'))(
  'nothing of a person is printed, thrown or logged by %s, whatever DynamoDB does',
  async (name) => {
    expect(await toldBy(name, await secretThings())).toEqual([]);
  },
);

it('nothing of a person is printed, thrown or logged by any operation that reads, whatever DynamoDB does', async () => {
  // These change nothing, so that the same member does for all.
  const things = await secretThings();
  for (const name of reads as string[]) expect([name, await toldBy(name, things)]).toEqual([name, []]);
});
