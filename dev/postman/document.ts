import { readYaml } from '../yaml.ts';

/** docs/openapi.yaml as the collection needs it: every reference followed, but those to schemas. */

export type Body = Record<string, unknown>;

interface Media {
  schema: Body;
  example?: Body;
  examples?: Record<string, { summary: string; value: Body }>;
}

export interface Operation {
  operationId: string;
  /** As in service.yml: `GET /utilisateurs/{id}`. */
  route: string;
  summary: string;
  description: string;
  security: { jeton: string[] }[];
  parameters: { name: string; in: string; description: string; example?: string }[];
  requestBody?: { content: { 'application/json': { schema: Body; example: Body } } };
  responses: Record<string, { headers: Record<string, { required?: boolean }>; content?: Record<string, Media> }>;
}

type Methods = Record<string, Omit<Operation, 'route'>>;

const raw = readYaml<{ paths: Record<string, Methods>; components: { schemas: object } }>(
  new URL('../../docs/openapi.yaml', import.meta.url),
);

/** The schemas, where the references to them find them. */
export const COMPONENTS = { components: { schemas: raw.components.schemas } };

const at = ($ref: string): unknown =>
  $ref
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => (node as Body)[key], raw);

/** @returns an empty one for no reference */
export const schemaAt = ($ref: unknown): Body => (typeof $ref === 'string' ? (at($ref) as Body) : {});

/** A node with each reference in it replaced by what it names. */
const followed = (node: object): object =>
  JSON.parse(JSON.stringify(node), (_, value) =>
    typeof value?.$ref === 'string' && !value.$ref.startsWith('#/components/schemas/')
      ? followed(at(value.$ref) as object)
      : value,
  );

export const OPERATIONS: readonly Operation[] = Object.entries(followed(raw.paths) as typeof raw.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, rest]) => ({ ...rest, route: `${method.toUpperCase()} ${path}` })),
);

/** The operation that a request is for, if it is for one; a fixed address comes before one with a parameter. */
export const operationAt = (route: string): Operation | undefined =>
  OPERATIONS.find((one) => one.route === route) ??
  OPERATIONS.find((one) => new RegExp(`^${one.route.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(route));
