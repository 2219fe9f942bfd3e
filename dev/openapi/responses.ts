import { PROBLEMS } from '../../lib/entry/http/problem.ts';
import type { Code } from '../../lib/values/failure.ts';
import { headersOf } from './headers.ts';
import type { Json } from './json.ts';
import type { Described } from './operations.ts';
import { exampleOfPath, isConditional } from './parameters.ts';
import { problemResponse } from './problems.ts';
import { namedSchema } from './schemas.ts';
import { type OperationText, said, texts } from './texts.ts';

/** Which statuses an operation can answer, and what they look like. */

/** The refusals that say the same whichever operation answers them. */
const COMMON: Partial<Record<Code, string>> = {
  requete_invalide: 'RequeteInvalide',
  non_authentifie: 'NonAuthentifie',
  acces_refuse: 'AccesRefuse',
  version_perimee: 'VersionPerimee',
  type_de_contenu_refuse: 'TypeDeContenuRefuse',
  cle_idempotence_reutilisee: 'CleIdempotenceReutilisee',
  erreur_interne: 'ErreurInterne',
  service_indisponible: 'ServiceIndisponible',
};

export const COMMON_RESPONSES: Json = Object.fromEntries(
  Object.entries(COMMON).map(([code, name]) => [name, problemResponse([code as Code], {}, '/utilisateurs')]),
);

/** A key can only be found to have served another request where two requests can differ. */
const canReuseKey = ({ method, operation }: Described): boolean =>
  method === 'post' && (operation.params !== undefined || operation.body !== undefined);

/** The codes that come with what the operation is: who may call it, and what it reads. */
const derivedCodes = (described: Described): Code[] => [
  // Every operation refuses a parameter that it does not know, and a token that proves nothing.
  'requete_invalide',
  'non_authentifie',
  ...(described.operation.access === 'public' ? [] : (['acces_refuse'] as const)),
  ...(isConditional(described) ? (['version_perimee'] as const) : []),
  // One that takes no body still looks at the type of one that it is sent.
  ...(['post', 'patch'].includes(described.method) ? (['type_de_contenu_refuse'] as const) : []),
  ...(canReuseKey(described) ? (['cle_idempotence_reutilisee'] as const) : []),
  'erreur_interne',
  'service_indisponible',
];

const isList = ({ operation }: Described): boolean =>
  operation.query !== undefined && 'curseur' in operation.query.shape;

const CURSOR: Json = { type: 'string', minLength: 1, description: said(texts.page, 'curseur_suivant') };

const page = ($ref: string, example: Json): { schema: Json; example: Json } => ({
  schema: {
    type: 'object',
    properties: {
      elements: { type: 'array', items: { $ref }, maxItems: 100, description: said(texts.page, 'elements') },
      curseur_suivant: CURSOR,
    },
    required: ['elements'],
    additionalProperties: false,
  },
  example: { elements: [example], curseur_suivant: 'WDc2bTNhUWpfM0xhVmRPd2IwMTlh' },
});

const SUCCESS: Record<string, string> = { 200: 'Fait', 201: 'Créé', 204: 'Supprimé' };

function successes(described: Described, text: OperationText): [string, Json][] {
  return Object.entries(described.operation.replies).map(([status, schema]) => {
    const description = SUCCESS[status] as string;
    if (!schema) return [status, { description, headers: headersOf() }];
    const { $ref, example } = namedSchema(schema);
    if (isList(described)) {
      return [
        status,
        { description: 'Une page', headers: headersOf(), content: { 'application/json': page($ref, example) } },
      ];
    }
    const headers = headersOf(
      'ETag',
      ...(status === '201' ? ['Location'] : []),
      ...(described.method === 'post' ? ['Idempotent-Replayed'] : []),
    );
    return [
      status,
      { description, headers, content: { 'application/json': { schema: { $ref }, example: text.reply ?? example } } },
    ];
  });
}

function refusals(described: Described, text: OperationText): [string, Json][] {
  const codes = [...derivedCodes(described), ...described.operation.refuses];
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return [...byStatus].map(([status, group]) => {
    const common = group.length === 1 ? COMMON[group[0] as Code] : undefined;
    const response = common
      ? { $ref: `#/components/responses/${common}` }
      : problemResponse(group, text.motifs ?? {}, exampleOfPath(described, text));
    return [String(status), response];
  });
}

export const responsesOf = (described: Described, text: OperationText): Json =>
  Object.fromEntries([...successes(described, text), ...refusals(described, text)]);
