import { Failure, Problem } from '../../values/failure.ts';
import type { Refusal } from '../../values/refusal.ts';

/** A refusal on its way to the caller. */
export class Refused extends Problem {
  declare readonly kind: Refusal;
}

/** Ends the call with a refusal. Only `endpoint` gives it out, typed with what the operation declares. */
export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}

/** Seconds after which a caller may try again. */
const RETRY_AFTER = 2;

const EXTRA_HEADERS: Record<string, Record<string, string>> = {
  non_authentifie: { 'www-authenticate': 'Bearer' },
  service_indisponible: { 'retry-after': String(RETRY_AFTER) },
};

/** The `application/problem+json` answer to a problem. */
export function problemOf(problem: Problem, instance: string, requestId: string) {
  const { code, status, title } = problem.kind;
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', ...EXTRA_HEADERS[code] },
    body: JSON.stringify({
      type: `urn:bibliotheque:probleme:${code}`,
      title,
      status,
      detail: detailOf(problem),
      instance,
      code,
      requete_id: requestId,
      erreurs: problem instanceof Failure ? problem.erreurs : undefined,
      motifs: problem instanceof Refused ? problem.kind.motifs : undefined,
    }),
  };
}

function detailOf(problem: Problem): string {
  const { title } = problem.kind;
  if (problem instanceof Failure) {
    const { detail, erreurs } = problem;
    return detail ?? erreurs?.map(({ chemin, message }) => `${chemin} : ${message}`).join(' ; ') ?? `${title}.`;
  }
  const { motifs, words } = (problem as Refused).kind;
  return motifs ? `${title} : ${motifs.map((motif) => words[motif]).join(', ')}.` : `${title}.`;
}
