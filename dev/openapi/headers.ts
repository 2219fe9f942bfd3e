import type { Json } from './json.ts';
import { said, texts } from './texts.ts';

const header = (name: string, schema: Json, more: Json = {}): Json => ({
  description: said(texts.headers, name),
  ...more,
  schema,
});

const ALWAYS = { required: true };

/** Every header that an answer may have, by its name in the document. */
export const HEADERS: Json = {
  RequeteId: header('x-request-id', { type: 'string', minLength: 1 }, ALWAYS),
  Cache: header('cache-control', { type: 'string', const: 'no-store' }, ALWAYS),
  ETag: header('ETag', { type: 'string', pattern: '^"[A-Za-z0-9_-]{22}"$' }, ALWAYS),
  Location: header('Location', { type: 'string', pattern: '^/[a-z]+/[0-9a-f-]{36}(/[a-z]+/[0-9a-f-]{36})?$' }, ALWAYS),
  Rejouee: header('Idempotent-Replayed', { type: 'string', const: 'true' }),
  Reessayer: header('Retry-After', { type: 'string', pattern: '^[0-9]+$' }, ALWAYS),
  Schema: header('WWW-Authenticate', { type: 'string', const: 'Bearer' }, ALWAYS),
};

const NAMES: Record<string, string> = {
  'x-request-id': 'RequeteId',
  'cache-control': 'Cache',
  ETag: 'ETag',
  Location: 'Location',
  'Idempotent-Replayed': 'Rejouee',
  'Retry-After': 'Reessayer',
  'WWW-Authenticate': 'Schema',
};

/** The headers of an answer: those that all have, and these. */
export const headersOf = (...more: string[]): Json =>
  Object.fromEntries(
    ['x-request-id', 'cache-control', ...more].map((name) => [name, { $ref: `#/components/headers/${NAMES[name]}` }]),
  );
