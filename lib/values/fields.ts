import * as z from 'zod/mini';
import { isWholeCents } from './money.ts';

/** The kinds of field that the services share. Each has a message that says how to mend a fault. */

/** A decoder puts this character in place of bytes that are not UTF-8. Text with it has lost what was written. */
const UNREADABLE = '\uFFFD';

/** Trimmed text of 1 to `max` characters (code points), without control characters. */
export const text = (max: number) =>
  z.string().check(
    z.trim(),
    z.regex(new RegExp(`^[^\\p{Cc}\\p{Cs}]{1,${max}}$`, 'u'), {
      error: `doit compter de 1 à ${max} caractères, sans caractère de contrôle`,
    }),
    z.refine((value) => !value.includes(UNREADABLE), { error: "doit être en UTF-8 : un caractère n'a pas pu être lu" }),
  );

export const id = z.uuid({ error: 'doit être un UUID' }).check(z.toLowerCase());

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
export const date = z.iso.date();

/** Takes the fields of a shape out of what has more. */
export const only = <S extends z.ZodMiniObject>({ shape }: S, whole: z.output<S>): z.output<S> =>
  Object.fromEntries(Object.keys(shape).map((name) => [name, (whole as Record<string, unknown>)[name]])) as z.output<S>;
