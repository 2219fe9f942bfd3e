import type { Kind } from './failure.ts';

/** What the rules of a service refuse. The motifs are the rules that refuse, each as a stable code. */
export interface Refusal<Code extends string = string, Motif extends string = string> extends Kind {
  readonly code: Code;
  /** What each motif means to a person. */
  readonly words: Readonly<Record<Motif, string>>;
  readonly motifs?: readonly Motif[];
}

/** Declares a refusal. One that has motifs is told with those that are true: `{ ...deletionRefused, motifs }`. */
export const refusal = <const Code extends string, const Motif extends string = never>(
  status: 404 | 409,
  code: Code,
  title: string,
  words = {} as Readonly<Record<Motif, string>>,
): Refusal<Code, Motif> => ({ code, status, title, words });

/** Lists the motifs that are true. */
export const motifsWhere = <Motif extends string>(rules: Readonly<Record<Motif, boolean>>): Motif[] =>
  (Object.keys(rules) as Motif[]).filter((motif) => rules[motif]);

/**
 * Ends a call with a refusal. A handler is given it for the refusals that its operation declares, and hands
 * it on: a use case that refuses anything else does not compile there.
 * @example const account = (await readAccount(id)) ?? refuse(userNotFound);
 */
export type Refuse<R extends Refusal> = (refusal: R) => never;
