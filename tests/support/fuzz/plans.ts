import fc, { type Arbitrary } from 'fast-check';
import { operations, type Parameter, type Place } from '../openapi.ts';
import { anything, known, nearlyRight, right, type Schema } from './values.ts';

/** A request before it is known what exists; `Known` values are filled in when it is sent. */
export interface Plan {
  operation: Place;
  /** `proprietaire` is the member whom the request is about, where there is one. */
  who: 'bibliothecaire' | 'proprietaire' | 'adherent' | 'personne' | 'faux';
  /** Which member. */
  nth: number;
  path: Record<string, unknown>;
  query: [string, unknown][];
  headers: Record<string, unknown>;
  body?: { value: unknown } | { text: string };
}

const who = fc.oneof(
  { weight: 12, arbitrary: fc.constant('bibliothecaire' as const) },
  { weight: 2, arbitrary: fc.constant('proprietaire' as const) },
  { weight: 1, arbitrary: fc.constantFrom('adherent' as const, 'personne' as const, 'faux' as const) },
);

/** Mostly right: a request wrong in every part never comes past the first check. */
const mostly = (rightOnes: Arbitrary<unknown>, wrongOnes: Arbitrary<unknown>, odds = 12): Arbitrary<unknown> =>
  fc.oneof({ weight: odds, arbitrary: rightOnes }, { weight: 1, arbitrary: wrongOnes });

/** Within what an address may hold; the rest is the network's to refuse. */
const inAddress = (value: unknown): string => String(value).toWellFormed().slice(0, 500);

/** A part of a path that is empty, or goes up, is another path. */
const PATH_PART = /[^./]/;

const pathOf = ({ parameters }: Place): Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name, schema }) => [
          name,
          mostly(
            right(schema, name),
            anything.map(inAddress).filter((text) => PATH_PART.test(text)),
          ),
        ]),
    ),
  );

const queryParameter = ({ name, schema }: Parameter): Arbitrary<[string, unknown][]> =>
  fc.array(fc.tuple(fc.constant(name), mostly(right(schema as Schema, name), anything, 6)), { maxLength: 1 });

function queryOf({ parameters }: Place): Arbitrary<[string, unknown][]> {
  const own = parameters.filter((parameter) => parameter.in === 'query').map(queryParameter);
  const repeated = own.length > 0 ? fc.oneof({ weight: 20, arbitrary: fc.constant([]) }, ...own) : fc.constant([]);
  const unknown = fc.oneof(
    { weight: 30, arbitrary: fc.constant<[string, unknown][]>([]) },
    fc.tuple(fc.constantFrom('inconnu', '__proto__', 'NOM', ''), anything).map((pair) => [pair]),
  );
  return fc.tuple(...own, repeated, unknown).map((parts) => parts.flat());
}

/** What a header can hold at all is what the network lets through. */
const HEADER: Record<string, Arbitrary<unknown>> = {
  'Idempotency-Key': fc.oneof(
    fc.nat(30).map((nth) => `cle-${nth}`),
    fc.uuid(),
    fc.constantFrom('é', 'x'.repeat(255), 'x'.repeat(256), 'a b', '"'),
  ),
  'If-Match': fc.oneof(known('etag'), fc.constantFrom('*', '"x"', 'x', ',', '*, "x"', 'W/"x"')),
};

const headersOf = ({ parameters }: Place): Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => [name, HEADER[name] as never]),
    ),
    { requiredKeys: [] },
  );

const CONTENT_TYPES = [
  'text/plain',
  'application/json; charset=utf-8',
  'application/merge-patch+json',
  'application/xml',
];

const RAW = [
  '{',
  '',
  'null',
  '[]',
  '"x"',
  '0',
  '{"nom":"a","nom":"b"}',
  '\ufeff{}',
  '{"__proto__":{"nom":"x"}}',
  '{}x',
];

function bodyOf({ method, requestBody }: Place): Arbitrary<Plan['body']> {
  const schema = requestBody?.content['application/json'].schema as Schema | undefined;
  const raw = fc.constantFrom(...RAW).map((text) => ({ text }));
  const wrong = anything.map((value) => ({ value }));
  const nothing = fc.constant(undefined);
  if (!['POST', 'PATCH'].includes(method)) return nothing;
  if (!schema) return fc.oneof({ weight: 12, arbitrary: nothing }, raw, wrong);
  return fc.oneof(
    { weight: 14, arbitrary: right(schema, '').map((value) => ({ value })) },
    { weight: 5, arbitrary: nearlyRight(schema).map((value) => ({ value })) },
    wrong,
    raw,
    nothing,
  );
}

const planOf = (operation: Place): Arbitrary<Plan> =>
  fc
    .record({
      operation: fc.constant(operation),
      who,
      nth: fc.nat(1_000_000),
      path: pathOf(operation),
      query: queryOf(operation),
      headers: headersOf(operation),
      body: bodyOf(operation),
      type: fc.oneof({ weight: 20, arbitrary: fc.constant('application/json') }, fc.constantFrom(...CONTENT_TYPES)),
    })
    .map(({ body, type, headers, ...plan }) => ({
      ...plan,
      headers: body ? { ...headers, 'content-type': type } : headers,
      ...(body && { body }),
    }));

/** What creates comes more often than what deletes: a request needs something to be about. */
const weightOf = ({ method, responses }: Place): number => (method === 'DELETE' ? 2 : responses['201'] ? 6 : 3);

/** Requests for every operation. */
export const plans: Arbitrary<Plan> = fc.oneof(
  ...operations.map((operation) => ({ weight: weightOf(operation), arbitrary: planOf(operation) })),
);
