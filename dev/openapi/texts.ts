import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Code } from '../../lib/values/failure.ts';
import type { Json } from './json.ts';

/** What texts.yml says. */
interface Texts {
  info: Json;
  servers: Json[];
  tags: { name: string; description: string }[];
  access: Record<'public' | 'bibliothecaire' | 'connecte' | 'titulaire', string>;
  path: Record<string, { description: string; example: string }>;
  parameters: Record<string, string>;
  headers: Record<string, string>;
  page: Record<'elements' | 'curseur_suivant', string>;
  problem: { description: string; properties: Record<string, string>; examples: Record<string, object> };
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
  add?: Json;
  example: Json;
}

export interface OperationText {
  tag: string;
  description: string;
  query?: Record<string, { description: string; example?: string }>;
  /** Path parameters whose example is another than usual. */
  path?: Record<string, string>;
  motifs?: Partial<Record<Code, string[]>>;
  /** The example of its answer, when another than its schema's own. */
  reply?: Json;
}

export const texts: Texts = parse(readFileSync(new URL('texts.yml', import.meta.url), 'utf8'), { merge: true });

/** A text that has to be there. */
export function said<T>(where: Record<string, T>, name: string): T {
  const text = where[name];
  if (text === undefined) throw new Error(`texts.yml says nothing about ${name}`);
  return text;
}
