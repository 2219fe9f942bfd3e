import fc, { type Arbitrary } from 'fast-check';
import { isbn10, isbn13 } from '../isbn.ts';

/** Values made from the document's JSON Schemas, right and wrong. */

export type Schema = { [keyword: string]: unknown };

/** What answers have shown to exist by the name of the property that names it: `utilisateur_id`, `isbn`, `curseur`. */
export type Known = Record<string, string[]>;

/** Texts that have broken programs before, and that chance alone would not find. */
const HOSTILE = [
  ...['', ' ', '\u0000', '\ud800', '\ufeff', '\u202egnitirw', '\r\nx-injecte: 1', '../../../etc/passwd'],
  ...['__proto__', 'constructor', 'UTILISATEUR#x', '%00%ff', '-1', '1e400', '٣', 'İıſK'],
  ...['ﷺ'.repeat(90), 'e\u0301'.repeat(60), '각'.repeat(100), 'é'.repeat(301), 'é'.repeat(70_000)],
];

const nested = (depth: number): unknown => (depth === 0 ? 'fond' : { nom: [nested(depth - 1)] });

/** Anything that JSON can say, whatever is asked for. */
export const anything: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue(),
  fc.constantFrom(50, 500).map(nested),
);

/** Mostly the first: a request that is wrong in every part never comes past the first check. */
export const mostly = <T>(right: Arbitrary<T>, wrong: Arbitrary<T>, odds = 12): Arbitrary<T> =>
  fc.oneof({ weight: odds, arbitrary: right }, { weight: 1, arbitrary: wrong });

/** Rather something recent, because the older may be gone. */
export const knownOr = (known: Known, name: string, other: Arbitrary<string>): Arbitrary<string> =>
  known[name] ? mostly(fc.constantFrom(...known[name].slice(-40)), other) : other;

const words = fc.constantFrom('Zoë', "N'Guyen", 'Œuvres', 'Le Petit Prince', 'Ñandú', 'Straße', '李');

function text({ pattern = '', minLength = 0, maxLength = 60 }: Schema): Arbitrary<string> {
  const longest = Math.min(Number(maxLength), 30);
  return fc
    .oneof(words, fc.string({ unit: 'grapheme', minLength: Number(minLength), maxLength: longest }))
    .filter((value) => new RegExp(String(pattern), 'u').test(value));
}

const isbn = fc.nat(999_999_999).chain((number) => {
  const nine = String(number).padStart(9, '0');
  return fc.constantFrom(isbn10(nine), isbn13(`978${nine}`));
});

const instant = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const FORMATS: Record<string, Arbitrary<string>> = {
  uuid: fc.uuid(),
  email: fc.oneof(
    fc.uuid().map((id) => `${id}@exemple.fr`),
    fc.emailAddress(),
  ),
  date: instant.map((date) => date.slice(0, 10)),
  'date-time': instant,
};

/** The number that a card or a copy bears. */
const isNumber = ({ pattern }: Schema): boolean => String(pattern).startsWith('^[A-Za-z0-9-]');
const printed = fc.stringMatching(/^[A-Za-z0-9-]{4,20}$/);

/** A new account has an e-mail of its own and a new book an ISBN: these are known ones only now and then. */
const string = (schema: Schema, name: string, known: Known): Arbitrary<string> => {
  if (name === 'isbn') return mostly(isbn, knownOr(known, name, isbn), 3);
  const own = FORMATS[String(schema.format)] ?? (isNumber(schema) ? printed : text(schema));
  return schema.format === 'email' ? mostly(own, knownOr(known, name, own), 3) : knownOr(known, name, own);
};

function number({ minimum = -1e6, maximum = 1e6, multipleOf = 1 }: Schema): Arbitrary<number> {
  const parts = Math.round(1 / Number(multipleOf));
  return fc
    .integer({ min: Math.ceil(Number(minimum) * parts), max: Math.floor(Number(maximum) * parts) })
    .map((count) => count / parts);
}

const object = ({ properties, required = [] }: Schema, known: Known): Arbitrary<object> =>
  fc.record(
    Object.fromEntries(
      Object.entries(properties as Record<string, Schema>).map(([name, schema]) => [name, right(schema, name, known)]),
    ),
    { requiredKeys: required as never[] },
  );

/** A value that the schema takes. @param name of the property, which tells what is known of it */
export function right(schema: Schema, name: string, known: Known): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => right({ ...schema, type }, name, known)));
  }
  if (schema.anyOf) return fc.oneof(...(schema.anyOf as Schema[]).map((kind) => right(kind, name, known)));
  switch (schema.type) {
    case 'string':
      return string(schema, name, known);
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'object':
      return object(schema, known);
    case 'array':
      return fc.array(right(schema.items as Schema, name, known), { maxLength: 3 });
    default:
      throw new Error(`no values are made for ${JSON.stringify(schema)}`);
  }
}

/** A right object in which one member is missing, unknown, or other than it should be. */
export const nearlyRight = (schema: Schema, known: Known): Arbitrary<object> =>
  fc
    .tuple(
      object(schema, known),
      fc.constantFrom('inconnu', ...Object.keys(schema.properties as object)),
      fc.option(anything, { nil: undefined }),
    )
    .map(([value, member, other]) => ({ ...value, [member]: other }));
