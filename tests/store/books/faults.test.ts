import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import type { Answer } from '../../support/api.ts';
import {
  availability,
  deleteBook,
  found,
  getBook,
  type Livre,
  newBook,
  patchBook,
  postBook,
  searchPage,
  uniqueWord,
} from '../../support/books.ts';
import { violations } from '../../support/books-invariants.ts';
import { newTaking, returnCopy, takeCopy } from '../../support/copies.ts';
import { cancelled, conflict, countRequests, type Fault, failNext, mend, throttled } from '../../support/faults.ts';
import { newIsbn } from '../../support/isbn.ts';
import { expectProblem } from '../../support/problems.ts';
import { keyed } from '../../support/users.ts';

const counter = countRequests(client);

const before = uniqueWord();
const after = uniqueWord();
let book: Livre;
let loan: string;
let isbn: string;

beforeEach(async () => {
  isbn = newIsbn().thirteen;
  book = await newBook({ titre: before, isbn: newIsbn().ten, exemplaires: 2 });
  loan = await newTaking(book.id, '2030-01-01');
});

afterEach(async () => {
  mend(client);
  for (const holder of [loan, book.id]) await returnCopy(book.id, holder);
  await deleteBook(book.id);
  for (const id of await found({ titre: after })) await deleteBook(id);
  expect(await violations()).toEqual([]);
});

interface Write {
  command: 'TransactWriteItems' | 'UpdateItem';
  act: () => Promise<Answer | { resultat: string }>;
  /** Whether it is done, told by what the service answers. */
  isDone: () => Promise<boolean>;
}

const key = randomUUID();
const sent = () => ({ titre: after, auteur: 'x', isbn });
const isThere = async () => (await found({ titre: after })).length === 1 && (await found({ isbn })).length === 1;

const WRITES: Record<string, Write> = {
  'a new book': { command: 'TransactWriteItems', act: () => postBook(sent()), isDone: isThere },
  'a new book under a key': {
    command: 'TransactWriteItems',
    act: () => postBook(sent(), keyed(key + book.id)),
    isDone: isThere,
  },
  'a change of title and ISBN': {
    command: 'TransactWriteItems',
    act: () => patchBook(book.id, { titre: after, isbn }),
    isDone: async () => (await isThere()) && (await found({ titre: before })).length === 0,
  },
  'a delete': {
    command: 'TransactWriteItems',
    act: async () => {
      await returnCopy(book.id, loan);
      return deleteBook(book.id);
    },
    isDone: async () => (await getBook(book.id)).status === 404 && (await found({ titre: before })).length === 0,
  },
  'a taking': {
    command: 'UpdateItem',
    act: () => takeCopy(book.id, { emprunt_id: book.id }),
    isDone: async () => (await availability(book.id)).disponibles === 0,
  },
  'a renewal': {
    command: 'UpdateItem',
    act: () => takeCopy(book.id, { emprunt_id: loan, nature: 'prolongation', date_echeance: '2031-01-01' }),
    isDone: async () => (await availability(book.id)).prochain_retour === '2031-01-01',
  },
  'a return': {
    command: 'UpdateItem',
    act: () => returnCopy(book.id, loan),
    isDone: async () => (await availability(book.id)).disponibles === 2,
  },
};

/** A refusal of either kind: the API answers 503, a private command fails as a whole. */
async function expectUnavailable(act: Write['act']) {
  try {
    const answer = (await act()) as Answer;
    expectProblem(answer, 503, 'service_indisponible');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    expect(error.code).toBe('service_indisponible');
  }
}

/** An answer that says that it was done. */
function expectDone(answer: Answer | { resultat: string }) {
  if ('resultat' in answer) expect(['pris', 'rendu']).toContain(answer.resultat);
  else expect([200, 201, 204]).toContain(answer.status);
}

describe.each(Object.keys(WRITES))('%s', (name) => {
  const { command, act, isDone } = WRITES[name] as Write;
  /** The delete gives a copy back first, which is no write of its own to spoil. */
  const spoil = (fault: Omit<Fault, 'command'>) => failNext(client, { ...fault, command });
  const isTransaction = command === 'TransactWriteItems';

  const passing: [what: string, fault: Omit<Fault, 'command'>][] = [
    ['is lost on its way once', { error: 'not-sent' }],
    ['is throttled', { error: isTransaction ? cancelled('ThrottlingError', 'None') : throttled }],
    ['loses its answer', { error: 'lost-answer' }],
    ['loses its answer twice', { error: 'lost-answer', times: 2 }],
    [
      'meets a transaction twice',
      { error: isTransaction ? cancelled('None', 'TransactionConflict') : conflict, times: 2 },
    ],
  ];

  it.each(passing)('that %s is done, once, and says so', async (_, fault) => {
    spoil(fault);
    expectDone(await act());
    expect(mend(client)).toBe(0);
    expect(await isDone()).toBe(true);
  });

  it('that reaches nobody is not done, says so, and can be done afterwards', async () => {
    spoil({ error: 'not-sent', times: Number.POSITIVE_INFINITY });
    await expectUnavailable(act);
    mend(client);
    expect(await isDone()).toBe(false);
    expect(await violations()).toEqual([]);
    expectDone(await act());
    expect(await isDone()).toBe(true);
  });

  it('that never hears an answer is done, as a whole', async () => {
    spoil({ error: 'lost-answer', times: Number.POSITIVE_INFINITY });
    // The first answer kept under the key tells what became of it.
    if (name.endsWith('under a key')) expectDone(await act());
    else await expectUnavailable(act);
    mend(client);
    expect(await isDone()).toBe(true);
    expect(await violations()).toEqual([]);
  });
});

describe('a store that throttles without end', () => {
  it.each(['a change of title and ISBN', 'a taking'])('refuses %s, which is not done', async (name) => {
    const { command, act, isDone } = WRITES[name] as Write;
    failNext(client, { command, error: throttled, times: Number.POSITIVE_INFINITY });
    await expectUnavailable(act);
    mend(client);
    expect(await isDone()).toBe(false);
    expect(await violations()).toEqual([]);
  });
});

describe('a refusal', () => {
  it('of an ISBN is no less one when its answer was lost', async () => {
    const owner = await newBook({ isbn });
    failNext(client, { command: 'TransactWriteItems', error: 'lost-answer' });
    expectProblem(await postBook(sent()), 409, 'isbn_deja_utilise');
    failNext(client, { command: 'TransactWriteItems', error: 'lost-answer' });
    expectProblem(await patchBook(book.id, { isbn }), 409, 'isbn_deja_utilise');
    await deleteBook(owner.id);
  });

  it('of a taking is believed only when its loan has no copy, and no attempt of it can be on its way', async () => {
    const other = await newTaking(book.id);
    expect(await takeCopy(book.id)).toMatchObject({ resultat: 'refuse' });
    failNext(client, { command: 'UpdateItem', error: 'lost-answer' });
    await expectUnavailable(() => takeCopy(book.id));
    expect(await takeCopy(randomUUID())).toEqual({ resultat: 'livre_introuvable' });
    failNext(client, { command: 'UpdateItem', error: 'lost-answer' });
    expect(await takeCopy(book.id, { emprunt_id: loan })).toMatchObject({ resultat: 'pris' });
    await returnCopy(book.id, other);
  });
});

describe('a read', () => {
  it.each<[string, string, () => Promise<Answer>]>([
    ['a book', 'GetItem', () => getBook(book.id)],
    ['a search’s words', 'Query', () => searchPage({ titre: before })],
    ['a search’s books', 'BatchGetItem', () => searchPage({ titre: before })],
    ['an ISBN', 'GetItem', () => searchPage({ isbn: book.isbn as string })],
  ])('of %s is asked again when throttled, and says when nobody answers', async (_, command, act) => {
    failNext(client, { command, error: throttled });
    expect((await act()).status).toBe(200);
    failNext(client, { command, error: 'not-sent', times: Number.POSITIVE_INFINITY });
    await expectUnavailable(act);
  });

  it('gives up after a bounded number of attempts', async () => {
    failNext(client, { error: 'not-sent', times: Number.POSITIVE_INFINITY });
    counter.take();
    await expectUnavailable(() => getBook(book.id));
    expect(counter.requests().length).toBeLessThanOrEqual(5);
  });
});
