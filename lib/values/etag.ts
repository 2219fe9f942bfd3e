import { digest } from './digest.ts';
import { Failure } from './failure.ts';

/** Makes a strong entity tag (RFC 9110). It is a digest of the representation, so equal tags mean equal bytes. */
export const etagOf = (representation: object): string => `"${digest(representation, 22)}"`;

/**
 * Refuses the request when the caller has seen another version than the present one.
 * @param ifMatch the `If-Match` header: `*` or a list of tags; absent means no condition
 * @param representations each in which the present version may have been seen
 * @throws Failure `version_perimee`
 */
export function requireFresh(ifMatch: string | undefined, ...representations: object[]): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const seen = ifMatch.split(',').map((tag) => tag.trim());
  if (representations.some((entity) => seen.includes(etagOf(entity)))) return;
  throw new Failure('version_perimee', {
    detail: "If-Match n'est pas l'ETag présent : relisez, puis renvoyez le nouvel ETag tel quel, avec ses guillemets.",
  });
}
