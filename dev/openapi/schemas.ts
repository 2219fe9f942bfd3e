import * as z from 'zod/mini';
import type { createDocument, ZodOpenApiOverride } from 'zod-openapi';
import { codes as books } from '../../lib/books/codes.ts';
import { codes as loans } from '../../lib/loans/codes.ts';
import { codes as users } from '../../lib/users/codes.ts';
import { type Code, KINDS, type Kind } from '../../lib/values/failure.ts';
import { isWholeCents } from '../../lib/values/money.ts';
import type { Refusal } from '../../lib/values/refusal.ts';
import { said, texts } from './texts.ts';

/** The shapes that the document names, and what JSON Schema says of them beyond what zod says by itself. */

type Schema = z.ZodMiniType;
type JsonSchema = z.core.JSONSchema.BaseSchema;
type OpenApi = ReturnType<typeof createDocument>;

/** What any operation can answer besides success. */
export const kindOf = (code: Code): Kind => ({ code, ...KINDS[code] });

/** What the rules of all services refuse. */
export const refusals: Refusal[] = [users, books, loans].flatMap((codes) => Object.values(codes));
const kinds = [...(Object.keys(KINDS) as Code[]).map(kindOf), ...refusals];
const codes = [...new Set(kinds.map(({ code }) => code))];

const text = z.string().check(z.minLength(1));
const statuses = [...new Set(kinds.map(({ status }) => status))].sort();

const Problem = z.strictObject({
  type: z.string().check(z.regex(/^urn:bibliotheque:probleme:[a-z_]+$/)),
  title: text,
  status: z.int().register(z.globalRegistry, { enum: statuses }),
  detail: text,
  instance: text,
  code: z.enum(codes),
  requete_id: text,
  // A field of the request may have no name at all.
  erreurs: z.optional(z.array(z.strictObject({ chemin: z.string(), message: text })).check(z.minLength(1))),
  motifs: z.optional(z.array(z.string()).check(z.minLength(1))),
});

const modules: Record<string, Record<string, Schema>> = {
  users: {
    ...(await import('../../lib/users/schema.ts')),
    ...(await import('../../lib/users/schema-requests.ts')),
    ...(await import('../../lib/users/schema-penalty-requests.ts')),
  },
  books: {
    ...(await import('../../lib/books/schema.ts')),
    ...(await import('../../lib/books/schema-copies.ts')),
    ...(await import('../../lib/books/schema-requests.ts')),
  },
  loans: { ...(await import('../../lib/loans/schema.ts')), ...(await import('../../lib/loans/schema-requests.ts')) },
  holds: await import('../../lib/loans/holds/schema.ts'),
  problems: { Problem },
} as never;

function schemaNamed(path: string): Schema {
  const [module = '', exported = ''] = path.split('.');
  const schema = modules[module]?.[exported];
  if (!schema) throw new Error(`texts.yml names ${path}, which is not there`);
  return schema;
}

/** Every named shape, by its name in the document. */
export const SCHEMAS: Record<string, Schema> = Object.fromEntries(
  Object.entries(texts.schemas).map(([name, { schema }]) => [name, schemaNamed(schema)]),
);

/** The example of a named shape. */
export function exampleOf(schema: Schema): unknown {
  const [name] = Object.entries(SCHEMAS).find(([, candidate]) => candidate === schema) ?? [];
  if (!name) throw new Error('a body or a reply is of a schema that texts.yml does not name');
  return texts.schemas[name]?.example;
}

/** A page of a list of such elements. */
export const pageOf = (element: Schema) =>
  z.strictObject({
    elements: z
      .array(element)
      .check(z.maxLength(100))
      .register(z.globalRegistry, { description: said(texts.page, 'elements') }),
    curseur_suivant: z.optional(text).register(z.globalRegistry, { description: said(texts.page, 'curseur_suivant') }),
  });

/** The formats that say all; zod's own patterns for them only make the document longer. */
const TELLING_FORMATS = ['uuid', 'date', 'date-time'];

/**
 * What `text(max)` of lib/values/fields.ts looks like, and the same for the many programs that read the document and
 * know no characters beyond 16 bits: no control characters, and the length apart.
 */
const TEXT_PATTERN = /^\^\[\^\\0-\\x1f\\x7f-\\x9f\\ud800-\\udfff\]\{1,(\d+)\}\$$/;
const PLAIN_TEXT_PATTERN = '^[^\\x00-\\x1f\\x7f-\\x9f]*$';

const asksForWholeCents = (schema: z.core.$ZodType): boolean =>
  (schema._zod.def.checks ?? []).some((check) => (check._zod.def as { fn?: unknown }).fn === isWholeCents);

/** Makes zod's JSON Schema readable, and says in it what zod cannot translate. */
export const tidy: ZodOpenApiOverride = ({ jsonSchema, zodSchema }) => {
  const json = jsonSchema as JsonSchema;
  unfoldNullable(json);
  if (TELLING_FORMATS.includes(json.format ?? '')) delete json.pattern;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  const longest = TEXT_PATTERN.exec(json.pattern ?? '')?.[1];
  if (longest) Object.assign(json, { minLength: 1, maxLength: Number(longest), pattern: PLAIN_TEXT_PATTERN });
  if (asksForWholeCents(zodSchema)) json.multipleOf = 0.01;
};

/** `anyOf: [X, null]` as one schema of both types, which readers and generators take in more easily. */
function unfoldNullable(json: JsonSchema): void {
  const [some, none, ...more] = (json.anyOf ?? []) as JsonSchema[];
  if (more.length > 0 || none?.type !== 'null' || typeof some?.type !== 'string' || some.enum) return;
  delete json.anyOf;
  Object.assign(json, some, { type: [some.type, 'null'] });
}

/** Says of every named shape, and of each of its properties, what texts.yml says. */
export function describe({ components }: OpenApi): void {
  for (const [name, { description, fields, add = {} }] of Object.entries(texts.schemas)) {
    const json = components?.schemas?.[name] as JsonSchema;
    const { properties = {}, ...more } = add;
    for (const [property, over] of Object.entries(properties)) Object.assign(json.properties?.[property] ?? {}, over);
    describeProperties(json, { ...texts.fields, ...fields });
    Object.assign(json, { description, ...more });
  }
}

/** @param above the names of the properties that these are inside of */
function describeProperties(json: JsonSchema, fields: Record<string, string>, above = ''): void {
  // What may be of several kinds has the properties of any of them.
  for (const kind of (json.anyOf ?? []) as JsonSchema[]) describeProperties(kind, fields, above);
  const { properties = {} } = json.properties ? json : ((json.items ?? {}) as JsonSchema);
  for (const [name, property] of Object.entries(properties) as [string, JsonSchema][]) {
    property.description = said(fields, above + name);
    describeProperties(property, fields, `${above}${name}.`);
  }
}
