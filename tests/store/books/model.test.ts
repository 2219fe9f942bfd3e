import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  availability,
  deleteBook,
  type Livre,
  patchBook,
  postBook,
  type Query,
  searchPath,
} from '../../support/books.ts';
import { byId, Catalogue, sortOf } from '../../support/catalogue.ts';
import { newTaking, returnCopy } from '../../support/commands.ts';
import { violations } from '../../support/invariants.ts';
import { isbn10, isbn13 } from '../../support/isbn.ts';
import { readTable } from '../../support/read.ts';
import { allPages } from '../../support/users.ts';

/** Any sequence of calls gives the same answers as a plain catalogue in memory. `MODEL_RUNS` makes it look longer. */
const RUNS = Number(process.env.MODEL_RUNS ?? 40);

const WORDS = [
  ...['le', 'la', "l'Étranger", 'étrange', 'Petit', 'petite', 'PRINCE', 'Œuvre', 'oeil', 'Saint-Exupéry', 'saint'],
  ...['d’Ormesson', '1984', '19', 'Война', 'и', 'мир', '字典', '字', 'Straße', '…'],
  ...['Qurʾān', 'biblio\u00adthèque', 'בֶּן־גּוּרְיוֹן', 'ガラス', 'カメラ'],
];
const word = fc.constantFrom(...WORDS);
const short = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' - ', ', ')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join('').trim());
/** With any author it stays below the most words that a book may have. */
const long = fc
  .tuple(fc.constantFrom('le', 'pe', 'sa'), fc.integer({ min: 25, max: 35 }))
  .map(([start, count]) => Array.from({ length: count }, (_, n) => start + n).join(' '));
const titre = fc.oneof({ weight: 3, arbitrary: short }, { weight: 1, arbitrary: long });

const nines = ['207036002', '207036822', '080442957'];
const isbn = fc.option(fc.constantFrom(...nines.flatMap((nine) => [isbn10(nine), isbn13(`978${nine}`)])), {
  nil: null,
});
const kept = (written: string | null) => (written?.length === 10 ? isbn13(`978${written.slice(0, 9)}`) : written);
const exemplaires = fc.integer({ min: 0, max: 3 });

const asked = fc
  .array(fc.tuple(word, fc.nat(4)), { minLength: 1, maxLength: 3 })
  .map((words) => words.map(([whole, cut]) => [...whole].slice(0, cut === 0 ? 99 : cut).join('')).join(' '))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

const number = fc.nat(99);
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ titre, auteur: short, isbn, exemplaires }).map((body) => ({ create: body })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(number, fc.record({ titre, auteur: short, isbn, exemplaires }, { requiredKeys: [] }))
      .filter(([, changes]) => Object.keys(changes).length > 0)
      .map(([book, changes]) => ({ change: { book, changes } })),
  },
  { weight: 2, arbitrary: number.map((book) => ({ delete: book })) },
  { weight: 3, arbitrary: fc.tuple(number, fc.constantFrom('2030-01-01', '2031-01-01')).map((take) => ({ take })) },
  { weight: 2, arbitrary: number.map((loan) => ({ giveBack: loan })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.record({ titre: asked, auteur: asked, isbn: isbn.filter((i) => i !== null) }, { requiredKeys: [] }),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([query, limit]) => ({ search: { query: query as Query, limit } })),
  },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

const pick = <T>(all: T[], n: number): T | undefined => all[n % all.length];

/** An answer's code when it refuses, and its body when it does not. */
const said = ({ status, body }: { status: number; body: { code?: string } | undefined }) =>
  status < 300 ? { status, body } : { status, code: body?.code };
const refusal = (code: string) => ({ status: 409, code });

async function create(model: Catalogue, body: { isbn: string | null } & object) {
  const answer = await postBook(body);
  const code = model.refusesNew(kept(body.isbn));
  if (code) return expect(said(answer)).toEqual(refusal(code));
  expect(answer).toMatchObject({ status: 201, body: { ...body, isbn: kept(body.isbn) } });
  model.add(answer.body);
}

async function change(model: Catalogue, id: string, body: Partial<Livre>) {
  const changes = body.isbn === undefined ? body : { ...body, isbn: kept(body.isbn) };
  const answer = await patchBook(id, body);
  const code = model.refusesChange(id, changes);
  if (code) return expect(said(answer)).toEqual(refusal(code));
  model.change(id, changes);
  expect(said(answer)).toEqual({ status: 200, body: model.book(id) });
}

async function remove(model: Catalogue, id: string) {
  const answer = await deleteBook(id);
  const code = model.refusesDelete(id);
  expect(said(answer)).toEqual(code ? refusal(code) : { status: 204, body: undefined });
  if (!code) model.delete(id);
}

async function search(model: Catalogue, query: Query, limit: number) {
  const { elements } = await allPages(searchPath(query), limit);
  const isbn = query.isbn === undefined ? {} : { isbn: kept(query.isbn) as string };
  expect(byId(elements)).toEqual(model.search({ ...query, ...isbn }));
}

async function run(model: Catalogue, step: Action) {
  if ('create' in step) return create(model, step.create);
  if ('search' in step) return search(model, step.search.query, step.search.limit);
  if ('giveBack' in step) {
    const loan = pick(model.loans, step.giveBack);
    if (!loan) return;
    await returnCopy(loan.bookId, loan.loanId);
    return model.giveBack(loan.bookId, loan.loanId);
  }
  const n = 'change' in step ? step.change.book : 'take' in step ? step.take[0] : step.delete;
  const id = pick(model.ids, n);
  if (!id) return;
  if ('change' in step) return change(model, id, step.change.changes as Partial<Livre>);
  if ('delete' in step) return remove(model, id);
  const due = step.take[1];
  const isLeft = model.availability(id).disponible;
  const loanId = await newTaking(id, due).catch(() => undefined);
  expect(loanId !== undefined).toBe(isLeft);
  if (loanId) model.take(id, loanId, due);
}

async function compare(model: Catalogue) {
  for (const id of model.ids) expect(await availability(id)).toEqual(model.availability(id));
  const { elements } = await allPages(searchPath({}), 3);
  expect(byId(elements)).toEqual(model.search({}));
  const order = elements.map((book: Livre) => Buffer.from(sortOf(book)));
  expect(order).toEqual(order.toSorted(Buffer.compare));
  expect(await violations({ only: 'books' })).toEqual([]);
}

async function empty(model: Catalogue) {
  for (const { bookId, loanId } of model.loans) await returnCopy(bookId, loanId);
  for (const { id } of (await readTable('books')).filter(({ sk }) => sk === 'LIVRE')) await deleteBook(id as string);
}

describe('any sequence of calls', () => {
  it('answers as a plain catalogue does, and leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 30, size: 'max' }), async (steps) => {
        const model = new Catalogue();
        try {
          for (const step of steps) await run(model, step);
          await compare(model);
        } finally {
          await empty(model);
        }
        expect(await readTable('books')).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: false },
    );
  }, 600_000);
});
