import fc, { type Arbitrary } from 'fast-check';
import { isbn10, isbn13 } from '../isbn.ts';

/** Values made from the document's JSON Schemas: right ones, nearly right ones, and wrong ones of every kind. */

/** A value that stands for one that an earlier answer brought: the identifier of something that exists, perhaps. */
export class Known {
  readonly name: string;
  readonly nth: number;
  constructor(name: string, nth: number) {
    this.name = name;
    this.nth = nth;
  }
}

export type Schema = { [keyword: string]: unknown };

export const known = (name: string): Arbitrary<Known> => fc.nat(1_000_000).map((nth) => new Known(name, nth));

/** Strings that have broken programs before. */
const HOSTILE = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egnitirw',
  '\ufeff',
  '\r\nx-injecte: 1',
  '../../../../etc/passwd',
  "'; DROP TABLE utilisateurs; --",
  '<script>alert(1)</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template language would take in
  '${jndi:ldap://x}',
  '{{7*7}}',
  '%00%ff',
  '__proto__',
  'constructor',
  'toString',
  'UTILISATEUR#x',
  'null',
  'NaN',
  '-1',
  '1e400',
  '٣',
  '👩‍👩‍👧‍👦',
  'ﷺ'.repeat(90),
  'e\u0301'.repeat(60),
  'Ｌｉｖｒｅ',
  'İıſK',
  '각'.repeat(100),
  'z\u0335\u0321\u0348'.repeat(40),
];

const hostileString = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(255, 301, 1_000, 30_000, 70_000).map((length) => 'é'.repeat(length)) },
);

const hugeNumber = fc.constantFrom(
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  -Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER + 2,
  2 ** 31,
  -0,
  1e21,
  0.1 + 0.2,
  1e-7,
);

const deep = (depth: number): unknown => (depth === 0 ? 'fond' : { nom: [deep(depth - 1)] });

/** Anything that JSON can say, whatever is asked for. */
export const anything: Arbitrary<unknown> = fc.oneof(
  hostileString,
  hugeNumber,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
  fc.constantFrom(5, 50, 500).map(deep),
  fc.array(fc.constantFrom(1, 'a', null), { maxLength: 3 }),
);

const readable = (schema: Schema): Arbitrary<string> => {
  const minLength = (schema.minLength as number | undefined) ?? 0;
  const maxLength = Math.min((schema.maxLength as number | undefined) ?? 60, 300);
  const allowed = new RegExp((schema.pattern as string | undefined) ?? '', 'u');
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom('Zoë', "N'Guyen", 'Œuvres', 'Le Petit Prince', 'Ñandú', 'Straße', '李') },
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 30) }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: maxLength, maxLength }) },
    )
    .filter((text) => allowed.test(text) && [...text].length >= minLength && [...text].length <= maxLength);
};

const isbn = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.nat(2)).map(([digits, form]) => {
  const nine = String(digits).padStart(9, '0');
  return [isbn10(nine), isbn13(`978${nine}`), isbn13(`9791${nine.slice(1)}`).replace(/^979/, '979-')][form] as string;
});

const email = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/), fc.constantFrom('exemple.fr', 'EXEMPLE.org', 'a.b.example'))
  .map((parts) => parts.join('@'));

const date = (schema: Schema): Arbitrary<string> =>
  fc
    .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((instant) => instant.toISOString().slice(0, schema.format === 'date' ? 10 : undefined));

function rightString(schema: Schema, name: string): Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.oneof({ weight: 9, arbitrary: known(name) }, fc.uuid());
  if (schema.format === 'email') return fc.oneof({ weight: 3, arbitrary: email }, fc.emailAddress(), known(name));
  if (schema.format === 'date' || schema.format === 'date-time') return date(schema);
  if (name === 'isbn') return fc.oneof(isbn, known(name));
  if (name === 'curseur') return fc.oneof({ weight: 3, arbitrary: known(name) }, readable(schema));
  return readable(schema);
}

function rightNumber({ minimum = -1e6, maximum = 1e6, multipleOf }: Schema): Arbitrary<number> {
  if (!multipleOf) return fc.double({ min: Number(minimum), max: Number(maximum), noNaN: true });
  const inCents = (euros: unknown) => Math.round(Number(euros) * 100);
  return fc.integer({ min: inCents(minimum), max: inCents(maximum) }).map((cents) => cents / 100);
}

function rightObject({ properties = {}, required = [] }: Schema): Arbitrary<unknown> {
  const members = Object.entries(properties as Record<string, Schema>).map(([name, schema]) => [
    name,
    right(schema, name),
  ]);
  return fc.record(Object.fromEntries(members), { requiredKeys: required as never[] });
}

/** A value that the schema takes. @param name of the property, which tells what an identifier identifies */
export function right(schema: Schema, name: string): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => right({ ...schema, type }, name)));
  switch (schema.type) {
    case 'string':
      return rightString(schema, name);
    case 'integer':
      return fc.integer({ min: Number(schema.minimum ?? -1e6), max: Number(schema.maximum ?? 1e6) });
    case 'number':
      return rightNumber(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'object':
      return rightObject(schema);
    default:
      throw new Error(`no values are made for ${JSON.stringify(schema)}`);
  }
}

/** A right object with one thing wrong in it: a member missing, unknown, or other than it should be. */
export const nearlyRight = (schema: Schema): Arbitrary<unknown> =>
  fc
    .tuple(rightObject(schema), fc.constantFrom(...Object.keys(schema.properties as object)), fc.nat(3), anything)
    .map(([value, member, fault, other]) => {
      const object = { ...(value as object) } as Record<string, unknown>;
      if (fault === 0) delete object[member];
      else if (fault === 1) object[`${member}_`] = other;
      else object[member] = other;
      return object;
    });
