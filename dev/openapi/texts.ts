import type { ZodOpenApiComponentsObject, ZodOpenApiObject } from 'zod-openapi';
import { readYaml } from '../yaml.ts';

/** The content of texts.yml. What already has the form of the document is copied into it unchanged. */
interface Texts extends Required<Pick<ZodOpenApiObject, 'info' | 'servers' | 'tags'>> {
  /** The last chapter, but for the list of all codes. */
  errors: { name: string; description: string };
  /** Where a reader finds how to have a token. */
  jeton: string;
  access: Record<'public' | 'bibliothecaire' | 'connecte' | 'titulaire', string>;
  path: Record<string, { description: string; example: string }>;
  parameters: NonNullable<ZodOpenApiComponentsObject['parameters']>;
  headers: NonNullable<ZodOpenApiComponentsObject['headers']>;
  page: Record<'elements' | 'curseur_suivant', string>;
  problems: Record<string, object>;
  fields: Record<string, string>;
  schemas: Record<string, SchemaText>;
  operations: Record<string, OperationText>;
}

export interface SchemaText {
  /** Which schema it is: `users.User` is `User` of lib/users/schema.ts. */
  schema: string;
  description: string;
  /** What a property means here; `penalite.id` for one inside another. */
  fields?: Record<string, string>;
  /** JSON Schema that the code checks in a way that zod cannot translate. */
  add?: { properties?: Record<string, object>; minProperties?: number; oneOf?: object[] };
  example?: unknown;
}

export interface OperationText {
  tag: string;
  description: string;
  query?: Record<string, { description: string; example?: string }>;
  /** Path parameters whose example is another than usual. */
  path?: Record<string, string>;
  /** The example of its answer, when another than its schema's own. */
  reply?: unknown;
}

export const texts = readYaml<Texts>(new URL('texts.yml', import.meta.url));

/** A text that has to be there. */
export function said<T>(where: Record<string, T>, name: string): T {
  const text = where[name];
  if (text === undefined) throw new Error(`texts.yml says nothing about ${name}`);
  return text;
}
