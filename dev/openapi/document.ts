import * as z from 'zod/mini';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Access } from '../../lib/entry/http/access.ts';
import { listOfErrors } from './errors.ts';
import { type Described, isConditional, readOperations } from './operations.ts';
import { EXAMPLES, responsesOf } from './responses.ts';
import { describe, exampleOf, SCHEMAS, tidy } from './schemas.ts';
import { type OperationText, said, texts } from './texts.ts';

/** Since OpenAPI 3.1 the requirement of a bearer token may name the roles that it must have. */
function securityOf(access: Access): Record<string, string[]>[] {
  if (access === 'public') return [];
  const roles = access === 'bibliothecaire' ? ['bibliothecaire'] : ['bibliothecaire', 'adherent'];
  return roles.map((role) => ({ jeton: [role] }));
}

const accessText = (access: Access): string => texts.access[typeof access === 'string' ? access : 'titulaire'];

const shapeOf = (schema: Described['operation']['params']) =>
  Object.entries((schema as z.ZodMiniObject | undefined)?.shape ?? {});

/** What a part of the path identifies, by the segment before it, and an example. */
function pathText({ path }: Described, text: OperationText, name: string) {
  const segments = path.split('/');
  const { description, example } = said(
    texts.path,
    name in texts.path ? name : (segments[segments.indexOf(`{${name}}`) - 1] ?? ''),
  );
  return { description, example: text.path?.[name] ?? example };
}

/** A field of a request as a parameter of its own, since one schema may be a field of many requests. */
function parameter(place: 'path' | 'query', name: string, schema: z.core.$ZodType, text: object) {
  const own = z.clone(schema);
  z.globalRegistry.add(own, { param: { name, in: place, ...text } });
  return own;
}

const common = (name: string) => ({ $ref: `#/components/parameters/${name}` });

const parametersOf = (described: Described, text: OperationText) => [
  ...shapeOf(described.operation.params).map(([name, schema]) =>
    parameter('path', name, schema, pathText(described, text, name)),
  ),
  ...shapeOf(described.operation.query).map(([name, schema]) =>
    name in texts.parameters ? common(name) : parameter('query', name, schema, said(text.query ?? {}, name)),
  ),
  ...(described.method === 'post' ? [common('Idempotency-Key')] : []),
  ...(isConditional(described) ? [common('If-Match')] : []),
];

function describeOperation(described: Described): ZodOpenApiOperationObject {
  const { name, summary, operation } = described;
  const { access, body } = operation;
  const text = said(texts.operations, name);
  const path = described.path.replaceAll(/\{(\w+)\}/g, (_, part) => pathText(described, text, part).example);
  const content = body && { 'application/json': { schema: body, example: exampleOf(body) } };
  return {
    operationId: name,
    tags: [text.tag],
    summary,
    description: `${text.description.trim()}\n\n${accessText(access)}`,
    security: securityOf(access),
    parameters: parametersOf(described, text),
    ...(content && { requestBody: { required: true, content } }),
    responses: responsesOf(described, text, path),
  };
}

/** The whole document, from the operations as they stand. */
export async function buildDocument() {
  const operations = await readOperations();
  const names = operations.map(({ name }) => name);
  const unknown = Object.keys(texts.operations).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`texts.yml speaks of operations that are not there: ${unknown.join(', ')}`);

  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  const { info, servers, parameters, headers } = texts;
  // The last of the chapters ends with what the code says itself.
  const tags = [...texts.tags, { ...texts.errors, description: texts.errors.description + listOfErrors }];
  const securitySchemes = {
    jeton: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: texts.jeton },
  } as const;
  const components = { schemas: SCHEMAS, parameters, headers, examples: EXAMPLES, securitySchemes };
  const document = createDocument({ openapi: '3.1.1', info, servers, tags, paths, components }, { override: tidy });
  describe(document);
  return document;
}
