import { PROBLEMS, problemOf } from '../../lib/entry/http/problem.ts';
import { type Code, Failure } from '../../lib/values/failure.ts';
import { headersOf } from './headers.ts';
import type { Json } from './json.ts';
import { said, texts } from './texts.ts';

/** The answers that refuse: one shape, and for each status the codes that it can have. */

const CODES = Object.keys(PROBLEMS) as Code[];

const described = (name: string, schema: Json): Json => ({
  ...schema,
  description: said(texts.problem.properties, name),
});

const text: Json = { type: 'string', minLength: 1 };

export const PROBLEM_SCHEMA: Json = {
  description: texts.problem.description,
  type: 'object',
  properties: {
    type: described('type', { type: 'string', pattern: '^urn:bibliotheque:probleme:[a-z_]+$' }),
    title: described('title', text),
    status: described('status', { type: 'integer', enum: [...new Set(CODES.map((code) => PROBLEMS[code].status))] }),
    detail: described('detail', text),
    instance: described('instance', text),
    code: described('code', { type: 'string', enum: CODES }),
    requete_id: described('requete_id', text),
    erreurs: described('erreurs', {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        // A field of the request may have no name at all.
        properties: { chemin: described('chemin', { type: 'string' }), message: described('message', text) },
        required: ['chemin', 'message'],
        additionalProperties: false,
      },
    }),
    motifs: described('motifs', { type: 'array', minItems: 1, items: { type: 'string' } }),
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requete_id'],
  additionalProperties: false,
};

const EXTRA_HEADERS: Partial<Record<Code, string>> = {
  non_authentifie: 'WWW-Authenticate',
  service_indisponible: 'Retry-After',
};

/** Any request's id, as API Gateway makes them. */
const REQUEST_ID = 'UZ3kkjC1iGYEJtg=';

/** The problem itself, as the code that answers would write it. */
function exampleOf(code: Code, motifs: readonly string[] | undefined, path: string): Json {
  const failure = new Failure(code, { ...(motifs && { motifs }), ...texts.problem.examples[code] });
  return JSON.parse(problemOf(failure, path, REQUEST_ID).body);
}

/** What a code adds to the common shape: which members it has, and what they may say. */
function shapeOf(code: Code, motifs: readonly string[] | undefined): Json {
  const more = motifs ? ['motifs'] : code === 'requete_invalide' ? ['erreurs'] : [];
  return {
    type: 'object',
    properties: {
      code: { type: 'string', const: code },
      status: { type: 'integer', const: PROBLEMS[code].status },
      ...(motifs && { motifs: { type: 'array', uniqueItems: true, items: { type: 'string', enum: [...motifs] } } }),
    },
    required: ['code', ...more],
  };
}

/**
 * An answer of one status that refuses.
 * @param codes the codes that it can have
 * @param motifs for each code that has some, those that it can have
 * @param path of the request, for the examples
 */
export function problemResponse(codes: readonly Code[], motifs: Partial<Record<Code, string[]>>, path: string): Json {
  const shapes = codes.map((code) => shapeOf(code, motifs[code]));
  const [shape] = shapes;
  const examples = codes.map((code) => [
    code,
    { summary: PROBLEMS[code].title, value: exampleOf(code, motifs[code], path) },
  ]);
  return {
    description: codes.map((code) => `\`${code}\` : ${PROBLEMS[code].title}`).join('\n\n'),
    headers: headersOf(...codes.flatMap((code) => EXTRA_HEADERS[code] ?? [])),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Probleme' }, shapes.length === 1 ? (shape as Json) : { oneOf: shapes }],
        },
        examples: Object.fromEntries(examples),
      },
    },
  };
}
