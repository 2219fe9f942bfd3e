import type { Fault } from './record.ts';

/** What is to become of a record, and how it is carried out: the same for books and members. */

/**
 * One request. `{id}` in its path is the id of what the record makes or changes, `{dernier}` that of what the step
 * before has made.
 */
export interface Step {
  method: 'POST' | 'PUT' | 'PATCH';
  path: string;
  body: object;
  /** The `ETag` of what is to be changed. */
  version?: string;
}

export type Result = 'cree' | 'mis_a_jour';

/** What is done for a record, whole or not at all as far as its first step goes; the others are then only additions. */
export interface Plan {
  result: Result;
  /** Of what is there already; the first step makes it otherwise. */
  id?: string;
  steps: Step[];
  /**
   * What its keys have besides, when it goes on from a plan whose keys have lapsed: a first answer that the library may
   * have kept longer is none to it.
   */
  suite?: string;
}

export type Verdict =
  | { what: 'refuse'; faults: readonly Fault[] }
  | { what: 'ignore'; id: string }
  | { what: 'do'; plan: Plan };

export const refused = (...faults: Fault[]): Verdict => ({ what: 'refuse', faults });
