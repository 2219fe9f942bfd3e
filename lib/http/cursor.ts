import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { Failure } from '../failure.ts';

/** The two parameters that every list has. */
const pageParameters = {
  limite: z._default(
    z.pipe(
      z.string().check(z.regex(/^([1-9]\d?|100)$/, { error: 'doit être un nombre entier de 1 à 100' })),
      z.transform(Number),
    ),
    20,
  ),
  curseur: z.optional(z.string().check(z.minLength(1), z.maxLength(4096))),
};

/** The query of a list: its own filters, and which page. */
export const pageOf = <Shape extends z.core.$ZodShape, Config extends z.core.$ZodObjectConfig>(
  filters: z.ZodMiniObject<Shape, Config>,
) => z.extend(filters, pageParameters);

/** Binds a cursor to its list, so that a damaged one or another list's is noticed. */
const seal = (list: string, position: string): string =>
  createHash('sha256')
    .update(JSON.stringify([list, position]))
    .digest('base64url')
    .slice(0, 16);

/** @param list everything that tells one list from another: route, path, filters */
export const cursorOf = (list: string, position: string): string =>
  Buffer.from(seal(list, position) + position).toString('base64url');

/** @throws Failure `requete_invalide` */
export function positionOf(list: string, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  const position = text.slice(16);
  if (cursorOf(list, position) === cursor) return position;
  throw new Failure('requete_invalide', {
    erreurs: [{ chemin: 'curseur', message: "doit être le curseur_suivant d'une page de cette liste, tel quel" }],
  });
}
