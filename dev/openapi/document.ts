import type { Access } from '../../lib/entry/http/access.ts';
import { HEADERS } from './headers.ts';
import type { Json } from './json.ts';
import { type Described, readOperations } from './operations.ts';
import { COMMON_PARAMETERS, parametersOf } from './parameters.ts';
import { PROBLEM_SCHEMA } from './problems.ts';
import { COMMON_RESPONSES, responsesOf } from './responses.ts';
import { componentSchemas, namedSchema } from './schemas.ts';
import { said, texts } from './texts.ts';

/** Since OpenAPI 3.1 the requirement of a bearer token may name the roles that it must have. */
function securityOf(access: Access): Json[] {
  if (access === 'public') return [];
  const librarian = { jeton: ['bibliothecaire'] };
  return access === 'bibliothecaire' ? [librarian] : [librarian, { jeton: ['adherent'] }];
}

const accessText = (access: Access): string => texts.access[typeof access === 'string' ? access : 'titulaire'];

function bodyOf({ operation }: Described): Json {
  if (!operation.body) return {};
  const { $ref, example } = namedSchema(operation.body);
  return { requestBody: { required: true, content: { 'application/json': { schema: { $ref }, example } } } };
}

function describe(described: Described): Json {
  const text = said(texts.operations, described.name);
  return {
    operationId: described.name,
    tags: [text.tag],
    summary: described.summary,
    description: `${text.description.trim()}\n\n${accessText(described.operation.access)}`,
    security: securityOf(described.operation.access),
    parameters: parametersOf(described, text),
    ...bodyOf(described),
    responses: responsesOf(described, text),
  };
}

/** The whole document, from the operations as they stand. */
export async function buildDocument(): Promise<Json> {
  const operations = await readOperations();
  const unknown = Object.keys(texts.operations).filter(
    (name) => !operations.some((operation) => operation.name === name),
  );
  if (unknown.length > 0) throw new Error(`texts.yml speaks of operations that are not there: ${unknown.join(', ')}`);

  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.1',
    info: texts.info,
    servers: texts.servers,
    tags: texts.tags,
    paths,
    components: {
      schemas: {
        ...componentSchemas(operations.map(({ operation }) => operation.body)),
        Probleme: PROBLEM_SCHEMA,
      },
      responses: COMMON_RESPONSES,
      parameters: COMMON_PARAMETERS,
      headers: HEADERS,
      securitySchemes: { jeton: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
