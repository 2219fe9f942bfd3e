import * as z from 'zod/mini';
import { Failure, type Fault } from '../values/failure.ts';
import './messages.ts';

const NOTHING = z.strictObject({});

/** The most unknown fields of a part that an answer names. Of the others it says only how many they are. */
const MOST_UNKNOWN = 20;

/** The most characters of an unknown name that an answer tells: it may be as long as the request. */
const MOST_CHARACTERS = 100;

const short = (name: string): string =>
  name.length > MOST_CHARACTERS ? `${name.slice(0, MOST_CHARACTERS).toWellFormed()}…` : name;

/** A path in the input as programs read it: `montant`, `livres.0.titre`; `root` names the input itself. */
const pathOf = (path: PropertyKey[], root: string) => (path.length > 0 ? path.map(String).join('.') : root);

type Issue = z.core.$ZodIssue;

/**
 * What may be of several kinds is wrong in the way of the one of which it is, as a list of which an element is
 * faulty; what is of no kind is told by the field's own message.
 */
function opened(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const ofKind = issue.errors.find(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  return ofKind ? ofKind.flatMap((one) => opened({ ...one, path: [...issue.path, ...one.path] })) : [issue];
}

/** Every fault of a part; each unknown field is one of its own, at its own place. */
function faultsOf(error: z.core.$ZodError, root: string): Fault[] {
  const issues = error.issues.flatMap(opened);
  const known = issues.filter(({ code }) => code !== 'unrecognized_keys');
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ chemin: pathOf([...issue.path, short(key)], root), message: issue.message }))
      : [],
  );
  const rest = unknown.length - MOST_UNKNOWN;
  return [
    ...known.map(({ path, message }) => ({ chemin: pathOf(path, root), message })),
    ...unknown.slice(0, MOST_UNKNOWN),
    ...(rest > 0
      ? [{ chemin: root, message: `contient encore ${rest} champ${rest > 1 ? 's inconnus' : ' inconnu'}` }]
      : []),
  ];
}

/** Tells whether a value satisfies a schema; without a schema it has to be empty. */
export const isValid = (schema: z.ZodMiniType | undefined, value: object): boolean =>
  z.safeParse(schema ?? NOTHING, value).success;

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
