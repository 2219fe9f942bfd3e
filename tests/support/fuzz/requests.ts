import fc, { type Arbitrary } from 'fast-check';
import type { Parameter, Place } from '../shared/openapi.ts';
import { anything, type Known, knownOr, mostly, nearlyRight, right, type Schema } from './values.ts';

/** Requests for an operation, made from what the document says of it and from what is known to exist. */

export interface Request {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** Who sends it; the owner is the member whom it is about. */
  who: 'librarian' | 'owner' | 'nobody';
}

const who = fc.oneof(
  { weight: 12, arbitrary: fc.constant('librarian' as const) },
  { weight: 3, arbitrary: fc.constantFrom('owner' as const, 'nobody' as const) },
);

/** As much as an address may hold; the rest is the network's to refuse. */
const inAddress = (value: unknown): string => encodeURIComponent(String(value).toWellFormed().slice(0, 500));

/** What an `{id}` in the path identifies: `livre_id` after `/livres`. */
const idOf = (template: string): string => `${/(\w+)s\/\{id\}/.exec(template)?.[1]}_id`;

function pathOf({ template, parameters }: Place, known: Known, owners: Map<string, string>): Arbitrary<string> {
  const part = ({ name, schema }: Parameter) =>
    mostly(
      right(schema, name === 'id' ? idOf(template) : name, known),
      // A part that is empty, or goes up, makes another path.
      anything.filter((value) => /[^./]/.test(inAddress(value))),
    );
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const parts = Object.fromEntries(inPath.map((parameter) => [parameter.name, part(parameter)]));
  return fc.record(parts).map((values) => {
    // A movement is found under its own penalty, a penalty under its own user, and a copy under its own book.
    const penalite_id = owners.get(String(values.mouvement_id)) ?? values.penalite_id;
    const owned = { ...values, penalite_id, id: owners.get(String(penalite_id ?? values.exemplaire_id)) ?? values.id };
    return template.replaceAll(/\{(\w+)\}/g, (_, name) => inAddress(owned[name as keyof typeof owned]));
  });
}

/** Up to two parameters, now and then the same one twice, or one that the operation does not know. */
function queryOf({ parameters }: Place, known: Known): Arbitrary<string> {
  const own = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) =>
      mostly(right(schema, name, known), anything, 6).map((value) => `${name}=${inAddress(value)}`),
    );
  const unknown = fc.constantFrom('inconnu=1', '__proto__=1', 'NOM=x', '=');
  const none = fc.constant('');
  const two = fc.tuple(fc.oneof(none, ...own), fc.oneof(none, ...own), mostly(none, unknown, 30));
  return two.map((pairs) => pairs.filter((pair) => pair !== '').join('&'));
}

const TYPES = ['text/plain', 'application/json; charset=utf-8', 'application/merge-patch+json', 'application/xml'];

/** What a header can hold at all is what the network lets through. */
const headersOf = ({ parameters }: Place, known: Known): Arbitrary<Record<string, string>> => {
  const values: Record<string, Arbitrary<string>> = {
    'Idempotency-Key': fc.oneof(fc.uuid(), fc.constantFrom('cle-1', 'cle-2', 'é', 'x'.repeat(256), 'a b', '"')),
    'If-Match': mostly(
      fc.constant('*'),
      knownOr(known, 'etag', fc.constantFrom('"x"', 'x', ',', '*, "x"', 'W/"x"')),
      2,
    ),
  };
  const taken = parameters.flatMap(({ name }) => (values[name] ? [[name, values[name]]] : []));
  const type = mostly(fc.constant('application/json'), fc.constantFrom(...TYPES), 20);
  return fc.record({ 'content-type': type, ...Object.fromEntries(taken) }, { requiredKeys: ['content-type'] });
};

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

function bodyOf({ method, requestBody }: Place, known: Known): Arbitrary<string | undefined> {
  const nothing = fc.constant(undefined);
  if (!['POST', 'PATCH', 'PUT'].includes(method)) return nothing;
  const schema = requestBody?.content['application/json'].schema as Schema | undefined;
  const json = (value: unknown) => JSON.stringify(value);
  const wrong = fc.oneof(fc.constantFrom(...RAW), anything.map(json), nothing);
  if (!schema) return mostly<string | undefined>(nothing, wrong);
  const meant = mostly<unknown>(right(schema, '', known), nearlyRight(schema, known), 3).map(json);
  return mostly<string | undefined>(meant, wrong, 6);
}

/** @param owners the member of each penalty and each loan, the penalty of each movement, and the book of each copy */
export const requests = (operation: Place, known: Known, owners: Map<string, string>): Arbitrary<Request> =>
  fc
    .record({
      who,
      path: pathOf(operation, known, owners),
      query: queryOf(operation, known),
      headers: headersOf(operation, known),
      body: bodyOf(operation, known),
    })
    .map(({ path, query, headers: { 'content-type': type, ...headers }, body, ...rest }) => ({
      ...rest,
      method: operation.method,
      path: query ? `${path}?${query}` : path,
      headers: body === undefined ? headers : { ...headers, 'content-type': type as string },
      ...(body !== undefined && { body }),
    }));
