import type * as z from 'zod/mini';
import type { Json } from './json.ts';
import type { Described } from './operations.ts';
import { jsonSchemaOf } from './schemas.ts';
import { type OperationText, said, texts } from './texts.ts';

const ref = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });

/** The parameters that many operations have. */
export const COMMON_PARAMETERS: Json = {
  Limite: {
    name: 'limite',
    in: 'query',
    description: said(texts.parameters, 'limite'),
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
  },
  Curseur: {
    name: 'curseur',
    in: 'query',
    description: said(texts.parameters, 'curseur'),
    schema: { type: 'string', minLength: 1, maxLength: 4096 },
  },
  CleIdempotence: {
    name: 'Idempotency-Key',
    in: 'header',
    description: said(texts.parameters, 'Idempotency-Key'),
    schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
  },
  SiVersion: {
    name: 'If-Match',
    in: 'header',
    description: said(texts.parameters, 'If-Match'),
    schema: { type: 'string' },
  },
};

const propertiesOf = (schema: z.ZodMiniType | undefined): [string, Json][] =>
  schema ? (Object.entries(jsonSchemaOf(schema, 'input').properties as Json) as [string, Json][]) : [];

/** The segment before a path parameter names what it identifies. */
const precedingSegment = (path: string, name: string): string =>
  path.split('/').at(path.split('/').indexOf(`{${name}}`) - 1) ?? '';

const pathParameters = ({ path, operation }: Described, text: OperationText): Json[] =>
  propertiesOf(operation.params).map(([name, schema]) => {
    const { description, example } = said(texts.path, precedingSegment(path, name));
    return { name, in: 'path', required: true, description, schema, example: text.path?.[name] ?? example };
  });

const PAGE: Record<string, Json> = { limite: ref('Limite'), curseur: ref('Curseur') };

const queryParameters = ({ operation }: Described, text: OperationText): Json[] =>
  propertiesOf(operation.query).map(
    ([name, schema]) => PAGE[name] ?? { name, in: 'query', ...said(text.query ?? {}, name), schema },
  );

/** True when the operation heeds an `If-Match`. */
export const isConditional = ({ method }: Described): boolean => ['patch', 'delete'].includes(method);

export function parametersOf(described: Described, text: OperationText): Json[] {
  return [
    ...pathParameters(described, text),
    ...queryParameters(described, text),
    ...(described.method === 'post' ? [ref('CleIdempotence')] : []),
    ...(isConditional(described) ? [ref('SiVersion')] : []),
  ];
}

/** The path as its examples fill it in. */
export const exampleOfPath = (described: Described, text: OperationText): string =>
  pathParameters(described, text).reduce(
    (path, { name, example }) => path.replace(`{${String(name)}}`, String(example)),
    described.path,
  );
