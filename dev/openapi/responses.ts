import type * as z from 'zod/mini';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { problemOf, Refused } from '../../lib/entry/http/problem.ts';
import { type Code, Failure, type Kind } from '../../lib/values/failure.ts';
import type { Refusal } from '../../lib/values/refusal.ts';
import { type Described, isConditional } from './operations.ts';
import { exampleOf, kindOf, pageOf } from './schemas.ts';
import { type OperationText, texts } from './texts.ts';

/** Which statuses an operation can answer, and what they look like. */

const headersOf = (...more: string[]) =>
  Object.fromEntries(
    ['x-request-id', 'cache-control', ...more].map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );

const isList = ({ operation }: Described): boolean =>
  operation.query !== undefined && 'curseur' in operation.query.shape;

const SUCCESS: Record<string, string> = { 200: 'Fait', 201: 'Créé', 204: 'Supprimé' };

function success(
  described: Described,
  text: OperationText,
  status: string,
  schema: z.ZodMiniType | null,
): ZodOpenApiResponseObject {
  const description = SUCCESS[status] as string;
  if (!schema) return { description, headers: headersOf() };
  const example = exampleOf(schema);
  if (isList(described)) {
    const page = { elements: [example], curseur_suivant: 'WDc2bTNhUWpfM0xhVmRPd2IwMTlh' };
    const content = { 'application/json': { schema: pageOf(schema), example: page } };
    return { description: 'Une page', headers: headersOf(), content };
  }
  const headers = headersOf(
    'ETag',
    ...(status === '201' ? ['Location'] : []),
    ...(described.method === 'post' ? ['Idempotent-Replayed'] : []),
  );
  return { description, headers, content: { 'application/json': { schema, example: text.reply ?? example } } };
}

/** Any request's id, as API Gateway makes them. */
const REQUEST_ID = 'UZ3kkjC1iGYEJtg=';

const isRefusal = (kind: Kind): kind is Refusal => 'words' in kind;

const motifsOf = (kind: Kind): string[] => (isRefusal(kind) ? Object.keys(kind.words) : []);

/** The answer itself, as the code that answers would write it. */
function answerOf(kind: Kind, path: string) {
  const motifs = motifsOf(kind);
  const problem = isRefusal(kind)
    ? new Refused({ ...kind, ...(motifs.length > 0 && { motifs }) })
    : new Failure(kind.code as Code, texts.problems[kind.code]);
  const {
    headers: { 'content-type': _, ...headers },
    body,
  } = problemOf(problem, path, REQUEST_ID);
  return { headers: Object.keys(headers), body: JSON.parse(body) };
}

/** What a kind adds to the common shape: which members it has, and what they may say. */
function shapeOf(kind: Kind) {
  const motifs = motifsOf(kind);
  const hasMotifs = motifs.length > 0;
  return {
    type: 'object' as const,
    properties: {
      code: { type: 'string' as const, const: kind.code },
      status: { type: 'integer' as const, const: kind.status },
      ...(hasMotifs && {
        motifs: { type: 'array' as const, uniqueItems: true, items: { type: 'string' as const, enum: motifs } },
      }),
    },
    required: ['code', ...(hasMotifs ? ['motifs'] : []), ...(kind.code === 'requete_invalide' ? ['erreurs'] : [])],
  };
}

type Example = { $ref: string } | { summary: string; value: object };

/** The example of each kind that has no motifs, by its code: a component of the document, as its first operation says it. */
export const EXAMPLES: Record<string, Exclude<Example, { $ref: string }>> = {};

function exampleFor(kind: Kind, path: string): Example {
  const example = { summary: kind.title, value: answerOf(kind, path).body };
  if (motifsOf(kind).length > 0) return example;
  EXAMPLES[kind.code] ??= example;
  return { $ref: `#/components/examples/${kind.code}` };
}

/** An answer besides success: one shape, and the kinds that its status can have. */
function problem(kinds: readonly Kind[], path: string): ZodOpenApiResponseObject {
  const shapes = kinds.map(shapeOf);
  return {
    description: kinds.map(({ code, title }) => `\`${code}\` : ${title}`).join('\n\n'),
    headers: headersOf(...kinds.flatMap((kind) => answerOf(kind, path).headers)),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Probleme' }, ...(shapes.length === 1 ? shapes : [{ oneOf: shapes }])],
        },
        examples: Object.fromEntries(kinds.map((kind) => [kind.code, exampleFor(kind, path)])),
      },
    },
  };
}

/** The codes that come with what an operation is: who may call it, and what it reads. */
const DERIVED: Partial<Record<Code, (described: Described) => boolean>> = {
  // Every operation refuses a parameter that it does not know, and a token that proves nothing.
  requete_invalide: () => true,
  non_authentifie: () => true,
  acces_refuse: ({ operation }) => operation.access !== 'public',
  version_perimee: isConditional,
  // An operation that takes no body still looks at the type of one that it is sent.
  type_de_contenu_refuse: ({ method }) => ['post', 'patch', 'put'].includes(method),
  // A key can only be found to have served another request where two requests can differ.
  cle_idempotence_reutilisee: ({ method, operation }) =>
    method === 'post' && (operation.params !== undefined || operation.body !== undefined),
  erreur_interne: () => true,
  service_indisponible: () => true,
};

/** The answers that are the same wherever they are given, components of the document named by their code. */
const SHARED = new Map<string, ZodOpenApiResponseObject>();

/** The reference page shows these once, and not with each operation. */
const isDerived = ({ code }: Kind) => code in DERIVED;

function answerWith(kinds: readonly Kind[], path: string): ZodOpenApiResponseObject {
  const [kind, ...others] = kinds as [Kind, ...Kind[]];
  if (others.length > 0 || motifsOf(kind).length > 0) return problem(kinds, path);
  const shared = SHARED.get(kind.code) ?? {
    id: kind.code,
    ...problem(kinds, path),
    ...(isDerived(kind) && { 'x-commune': true }),
  };
  SHARED.set(kind.code, shared);
  return shared;
}

/** @param path as the examples of its parameters fill it in */
export function responsesOf(described: Described, text: OperationText, path: string): ZodOpenApiResponsesObject {
  const { replies, refuses } = described.operation;
  const derived = (Object.keys(DERIVED) as Code[]).filter((code) => DERIVED[code]?.(described)).map(kindOf);
  const byStatus = Map.groupBy([...derived, ...refuses], ({ status }) => status);
  return Object.fromEntries([
    ...Object.entries(replies).map(([status, schema]) => [status, success(described, text, status, schema)]),
    ...[...byStatus].map(([status, kinds]) => [status, answerWith(kinds, path)]),
  ]);
}
