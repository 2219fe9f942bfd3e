import * as z from 'zod/mini';
import { isWholeCents } from '../../lib/values/money.ts';
import { isObject, type Json, merged } from './json.ts';
import { type SchemaText, said, texts } from './texts.ts';

/** zod's schemas as the JSON Schema of the document. */

type Schema = z.ZodMiniType;

/** The formats that say all; zod's own patterns for them only make the document longer. */
const TELLING_FORMATS = ['uuid', 'date', 'date-time'];

/**
 * What `text(max)` of lib/fields.ts looks like, and the same for readers without Unicode's classes, which
 * many programs that read the document are: no control characters, and the length apart.
 */
const TEXT_PATTERN = /^\^\[\^\\p\{Cc\}\\p\{Cs\}\]\{1,(\d+)\}\$$/;
const PLAIN_TEXT_PATTERN = '^[^\\x00-\\x1f\\x7f-\\x9f]*$';

const asksForWholeCents = (schema: z.core.$ZodType): boolean =>
  (schema._zod.def.checks ?? []).some((check) => (check._zod.def as { fn?: unknown }).fn === isWholeCents);

function tidy(json: z.core.JSONSchema.BaseSchema, schema: z.core.$ZodType): void {
  unfoldNullable(json);
  if (TELLING_FORMATS.includes(json.format ?? '')) delete json.pattern;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  const longest = TEXT_PATTERN.exec(json.pattern ?? '')?.[1];
  if (longest) Object.assign(json, { minLength: 1, maxLength: Number(longest), pattern: PLAIN_TEXT_PATTERN });
  if (asksForWholeCents(schema)) json.multipleOf = 0.01;
}

/** `anyOf: [X, null]` as one schema of both types, which readers and generators take in more easily. */
function unfoldNullable(json: z.core.JSONSchema.BaseSchema): void {
  const [some, none, ...more] = (json.anyOf ?? []) as z.core.JSONSchema.BaseSchema[];
  if (more.length > 0 || none?.type !== 'null' || typeof some?.type !== 'string' || some.enum) return;
  delete json.anyOf;
  Object.assign(json, some, { type: [some.type, 'null'] });
}

/** @param io which side of the schema: what may be sent, or what is answered */
export function jsonSchemaOf(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema, zodSchema }) => tidy(jsonSchema, zodSchema),
  });
  return json as Json;
}

/** Gives every property its meaning, those inside others by their path. */
function describe(json: Json, fields: Record<string, string>, path: string[] = []): void {
  const properties = json.properties ?? (isObject(json.items) ? json.items.properties : undefined);
  if (!isObject(properties)) return;
  for (const [name, property] of Object.entries(properties)) {
    if (!isObject(property)) continue;
    const place = [...path, name];
    property.description = fields[place.join('.')] ?? said(texts.fields, place.join('.'));
    describe(property, fields, place);
  }
}

interface Named {
  name: string;
  text: SchemaText;
  schema: Schema;
}

const modules: Record<string, Record<string, Schema>> = {
  users: await import('../../lib/users/schema.ts'),
  books: await import('../../lib/books/schema.ts'),
  loans: await import('../../lib/loans/schema.ts'),
} as never;

const named: Named[] = Object.entries(texts.schemas).map(([name, text]) => {
  const [service = '', exported = ''] = text.schema.split('.');
  const schema = modules[service]?.[exported];
  if (!schema) throw new Error(`texts.yml names ${text.schema}, which is not there`);
  return { name, text, schema };
});

/** The schema's name in the document, and its example. */
export function namedSchema(schema: Schema): { $ref: string; example: Json } {
  const found = named.find((candidate) => candidate.schema === schema);
  if (!found) throw new Error('a body or a reply is of a schema that texts.yml does not name');
  return { $ref: `#/components/schemas/${found.name}`, example: found.text.example };
}

/** Every named schema as it goes over the wire: the bodies as they are sent, the others as they are answered. */
export function componentSchemas(bodies: readonly (Schema | undefined)[]): Json {
  const entries = named.map(({ name, text, schema }) => {
    const json = merged(jsonSchemaOf(schema, bodies.includes(schema) ? 'input' : 'output'), text.add ?? {});
    describe(json, text.fields ?? {});
    return [name, { description: text.description, ...json }];
  });
  return Object.fromEntries(entries);
}
