import * as z from 'zod/mini';
import { Failure, type Fault } from '../values/failure.ts';
import './messages.ts';

const NOTHING = z.strictObject({});

/** A path in the input as programs read it: `montant`, `livres.0.titre`; `racine` names the input itself. */
const pathOf = (path: PropertyKey[], root: string) => (path.length > 0 ? path.map(String).join('.') : root);

/** An unknown field is a fault of its own, at its own place. */
const faultsOf = (error: z.core.$ZodError, root: string): Fault[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ chemin: pathOf([...issue.path, key], root), message: issue.message }))
      : [{ chemin: pathOf(issue.path, root), message: issue.message }],
  );

/** A part of a request with the schema that it must satisfy; no schema means that nothing may be there. */
export interface Part {
  schema: z.ZodMiniType | undefined;
  value: unknown;
  /** Names the part itself in a fault: `corps`, `requete`, `chemin`. */
  root: string;
}

/** Parses every part, so that one answer names all faults. @throws Failure `requete_invalide` */
export function parseAll(parts: readonly Part[], more: readonly Fault[] = []): unknown[] {
  const results = parts.map(({ schema, value, root }) => {
    const result = z.safeParse(schema ?? NOTHING, value);
    return result.success
      ? { data: result.data, faults: [] }
      : { data: undefined, faults: faultsOf(result.error, root) };
  });
  const erreurs = [...results.flatMap(({ faults }) => faults), ...more];
  if (erreurs.length > 0) throw new Failure('requete_invalide', { erreurs });
  return results.map(({ data }) => data);
}
