import type * as z from 'zod/mini';
import { parseAll } from '../../lib/entry/validate.ts';
import { Failure } from '../../lib/values/failure.ts';
import type { Fault } from './record.ts';

/** The API's own shapes judge what a file has, so that a simulation refuses what the API would refuse, in its words. */

/** @returns what the API would make of it, or every fault, each at the name of its field */
export function judged<S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> | Fault[] {
  try {
    return parseAll([{ schema, value, root: 'enregistrement' }])[0] as z.output<S>;
  } catch (error) {
    return faultsIn(error);
  }
}

/** @returns what the API's rules beside the shape refuse */
export function faultsBy(check: () => void): Fault[] {
  try {
    check();
    return [];
  } catch (error) {
    return faultsIn(error);
  }
}

/** @throws the error, when it is no refusal of a shape */
function faultsIn(error: unknown): Fault[] {
  if (!(error instanceof Failure) || !error.erreurs) throw error;
  return error.erreurs.map(({ chemin, message }) => ({ champ: fieldAt(chemin), raison: message }));
}

/** `adhesion.date_fin` and `exemplaires.0.cote` are told as a file names them: `date_fin`, `cote`. */
export const fieldAt = (path: string): string => path.split('.').at(-1) as string;
