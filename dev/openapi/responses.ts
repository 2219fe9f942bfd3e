import type * as z from 'zod/mini';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject, ZodOpenApiSchemaObject } from 'zod-openapi';
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
function shapeOf(kind: Kind): ZodOpenApiSchemaObject {
  const motifs = motifsOf(kind);
  const hasMotifs = motifs.length > 0;
  return {
    type: 'object',
    properties: {
      code: { type: 'string', const: kind.code },
      status: { type: 'integer', const: kind.status },
      ...(hasMotifs && { motifs: { type: 'array', uniqueItems: true, items: { type: 'string', enum: motifs } } }),
    },
    required: ['code', ...(hasMotifs ? ['motifs'] : []), ...(kind.code === 'requete_invalide' ? ['erreurs'] : [])],
  };
}

/** An answer besides success: one shape, and the kinds that its status can have. */
function problem(kinds: readonly Kind[], path = '/utilisateurs') {
  const answers = kinds.map((kind) => ({ code: kind.code, ...answerOf(kind, path) }));
  const shapes = kinds.map(shapeOf);
  const examples = answers.map(({ code, body }) => [code, { summary: body.title, value: body }]);
  return {
    description: kinds.map(({ code, title }) => `\`${code}\` : ${title}`).join('\n\n'),
    headers: headersOf(...answers.flatMap(({ headers }) => headers)),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Probleme' }, ...(shapes.length === 1 ? shapes : [{ oneOf: shapes }])],
        },
        examples: Object.fromEntries(examples),
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

/** The answers that are the same of every operation, components of the document named by their code. */
const COMMON = new Map(
  (Object.keys(DERIVED) as Code[]).map((code) => [code, { id: code, ...problem([kindOf(code)]) }]),
);

/** @param path as the examples of its parameters fill it in */
export function responsesOf(described: Described, text: OperationText, path: string): ZodOpenApiResponsesObject {
  const { replies, refuses } = described.operation;
  const derived = [...COMMON.keys()].filter((code) => DERIVED[code]?.(described)).map(kindOf);
  const byStatus = Map.groupBy([...derived, ...refuses], ({ status }) => status);
  return Object.fromEntries([
    ...Object.entries(replies).map(([status, schema]) => [status, success(described, text, status, schema)]),
    ...[...byStatus].map(([status, kinds]) => [
      status,
      (kinds.length === 1 && COMMON.get(kinds[0]?.code as Code)) || problem(kinds, path),
    ]),
  ]);
}
