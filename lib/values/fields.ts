import * as z from 'zod/mini';
import { isWholeCents } from './money.ts';

/** The kinds of field that the services share. Each has a message that says how to mend a fault. */

/** A decoder puts this character in place of bytes that are not UTF-8. Text with it has lost what was written. */
const UNREADABLE = '\uFFFD';

/** Spaces, format characters, the fillers of some alphabets and the empty braille cell show nothing. */
const isVisible = (value: string): boolean => /[^\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(value);

/** Control characters, and halves of a character. To look the classes up by name takes a cold start longer. */
const CONTROL = '\\0-\\x1f\\x7f-\\x9f\\ud800-\\udfff';

/**
 * Trimmed text of 1 to `max` characters (code points), at least one of them visible, without control characters.
 * @param ignored characters that are taken out first
 */
export const text = (max: number, ignored?: RegExp) =>
  z.string().check(
    ...(ignored ? [z.overwrite<string>((value) => value.replace(ignored, ''))] : []),
    z.trim(),
    z.regex(new RegExp(`^[^${CONTROL}]{1,${max}}$`, 'u'), {
      error: `doit compter de 1 à ${max} caractères, sans caractère de contrôle`,
      // What is too long is looked at no further: to fold it, and to look for its words, may take seconds.
      abort: true,
    }),
    z.refine(isVisible, { error: 'doit contenir un caractère visible' }),
    z.refine((value) => !value.includes(UNREADABLE), { error: "doit être en UTF-8 : un caractère n'a pas pu être lu" }),
  );

/** The number that a card or a copy's label bears: letters, digits and hyphens, kept in upper case. */
export const printedNumber = z
  .string()
  .check(
    z.trim(),
    z.regex(/^[A-Za-z0-9-]{4,20}$/, { error: 'doit compter de 4 à 20 lettres, chiffres ou tirets' }),
    z.toUpperCase(),
  );

/** What a field must be, told to who gave something else; one that is missing is told as such. */
const mustBe = (what: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? undefined : `doit être ${what}`),
});

/** Any UUID, whatever its version: one that nothing bears is unknown, not malformed. */
export const id = z.guid(mustBe('un UUID')).check(z.toLowerCase());

/** Euros: a JSON number with at most two decimals. */
export const euros = (min: number, max: number) =>
  z
    .number()
    .check(
      z.minimum(min),
      z.maximum(max),
      z.refine(isWholeCents, { error: 'doit avoir au plus deux décimales', abort: true }),
    );

export const dateTime = z.iso.datetime();
export const date = z.iso.date(mustBe('une date, comme 2026-11-22'));

/**
 * Takes the fields of a shape out of what has more, and puts them into the order of the shape, within lists and
 * parts as well: DynamoDB gives the fields of a part back in an order of its own.
 */
export const only = <S extends z.ZodMiniObject>(shape: S, whole: z.output<S>): z.output<S> =>
  shaped(shape, whole) as z.output<S>;

type Definition = Partial<{ shape: z.core.$ZodShape; element: z.core.$ZodType; innerType: z.core.$ZodType }>;

function shaped(schema: z.core.$ZodType, value: unknown): unknown {
  const { shape, element, innerType } = schema._zod.def as Definition;
  if (value === null || value === undefined) return value;
  if (innerType) return shaped(innerType, value);
  if (element) return (value as unknown[]).map((one) => shaped(element, one));
  if (!shape) return value;
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, shaped(field, (value as Record<string, unknown>)[name])]),
  );
}

/** Says that a check of several fields is made beside other faults too, so that one answer names them all. */
export const isObject = ({ value }: { value: unknown }): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As `isObject`, for a check that reads these fields: none of them has a fault of its own, as its length. */
export const areSound =
  (...fields: string[]) =>
  ({ value, issues }: Pick<z.core.ParsePayload, 'value' | 'issues'>): boolean =>
    isObject({ value }) && !issues.some(({ path = [] }) => fields.includes(path[0] as string));
