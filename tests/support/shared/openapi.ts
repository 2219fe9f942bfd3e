import { readYamlOnce } from './yaml.ts';

/** docs/openapi.yaml as the tests read it: every reference followed, every operation with its path. */

export type Schema = boolean | { [keyword: string]: unknown };

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: { [keyword: string]: unknown };
  example?: unknown;
}

export interface MediaType {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

export interface Response {
  headers: Record<string, { required?: boolean; schema: Schema }>;
  content?: Record<string, MediaType>;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  security: { jeton: string[] }[];
  parameters: Parameter[];
  requestBody?: { content: Record<'application/json', MediaType> };
  responses: Record<string, Response>;
}

/** An operation with where it is. */
export interface Place extends Operation {
  method: string;
  /** `/utilisateurs/{id}`. */
  template: string;
  path: RegExp;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
  [member: string]: unknown;
}

const raw = readYamlOnce<Document>(new URL('../../../docs/openapi.yaml', import.meta.url));

const at = (reference: string): unknown =>
  reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], raw);

const known = new Map<string, unknown>();

/** What a reference names is the same object wherever it stands, so that it is followed, and its schema compiled, once. */
function target(reference: string): unknown {
  if (!known.has(reference)) known.set(reference, followed(at(reference)));
  return known.get(reference);
}

function followed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(followed);
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node as { $ref?: string };
  if ($ref !== undefined) return target($ref);
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, followed(value)]));
}

export const openapi = followed(raw) as Document;

export const operations: Place[] = Object.entries(openapi.paths)
  .flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      template,
      path: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    })),
  )
  // OpenAPI has a fixed path come before one with a parameter in the same place.
  .sort((a, b) => a.template.split('{').length - b.template.split('{').length);

/** The operation that a request is for, if there is one. */
export const operationAt = (method: string, pathname: string): Place | undefined =>
  operations.find((operation) => operation.method === method && operation.path.test(pathname));
