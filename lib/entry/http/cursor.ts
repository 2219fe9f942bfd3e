import * as z from 'zod/mini';
import { digest } from '../../values/digest.ts';

/** The query of a list: its own filters, and which page. */
export const pageOf = <Shape extends z.core.$ZodShape, Config extends z.core.$ZodObjectConfig>(
  filters: z.ZodMiniObject<Shape, Config>,
) =>
  z.extend(filters, {
    limite: z._default(
      z.pipe(
        z.string().check(z.regex(/^([1-9]\d?|100)$/, { error: 'doit être un nombre entier de 1 à 100' })),
        z.transform(Number),
      ),
      20,
    ),
    curseur: z.optional(z.string().check(z.minLength(1), z.maxLength(4096))),
  });

const SEAL_LENGTH = 16;

/** Binds a cursor to its list, so that a damaged one or another list's is noticed. */
const seal = (list: string, position: string): string => digest([list, position], SEAL_LENGTH);

/** @param list everything that tells one list from another: route, path, filters */
export const cursorOf = (list: string, position: string): string =>
  Buffer.from(seal(list, position) + position).toString('base64url');

/** The position that a cursor of this list holds; `undefined` when it is damaged or another list's. */
export function positionOf(list: string, cursor: string): string | undefined {
  const position = Buffer.from(cursor, 'base64url').toString().slice(SEAL_LENGTH);
  return cursorOf(list, position) === cursor ? position : undefined;
}
