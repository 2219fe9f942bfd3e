import { PROBLEMS } from '../../lib/entry/http/problem.ts';
import type { Code } from '../../lib/values/failure.ts';
import type { SchemaName } from './schemas.ts';

/** What a request of the collection is, apart from Postman's own format (see render.ts). */

/** What the answer must be; the test script is made from it. */
export interface Reply {
  status: number;
  /** Absent: an answer without a body. */
  schema?: SchemaName;
  code?: Code;
  motifs?: readonly string[];
  /** Where the faults of a 400 are, all of them. */
  faults?: readonly string[];
}

export interface Step {
  /** Said in French, as is everything that Postman shows. */
  name: string;
  about: string;
  /** As in service.yml: `GET /utilisateurs/{id}`. */
  route: string;
  /** Instead of the API's: a base address of another server. */
  server?: string;
  path?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a text as it is. */
  body?: object | string;
  /** A librarian, unless said otherwise. */
  as?: 'adherent' | 'personne' | 'base_de_donnees';
  /** The environment's variable without which the request is left out. */
  needs?: Need;
  /** Lines of script before the request. */
  before?: string;
  /**
   * What a list shows once it has caught up with what was just written: an expression on its `elements`.
   * On AWS an index follows its table a moment later, so the request waits for it, two seconds at most.
   */
  until?: string;
  reply: Reply;
  /** What else is checked: lines of script on `reponse`, the answer's body, by what they check. */
  checks?: Record<string, string>;
  /** What the next requests need: expressions on `reponse`, by the collection variable that keeps each. */
  keep?: Record<string, string>;
  /** The telling fields of the answer, for the demonstration in a terminal. */
  shows?: readonly string[];
}

export interface Folder {
  name: string;
  about: string;
  steps: readonly (Step | Folder)[];
}

/** Why a request is left out when its variable is empty. */
export const NEEDS = {
  jeton_adherent: 'l’environnement n’a pas de jeton d’adhérent',
  base_de_donnees: 'on ne fait passer le temps que dans une base locale',
  inbox: 'les courriels partiraient pour de vrai',
} as const;
export type Need = keyof typeof NEEDS;

export const isFolder = (entry: Step | Folder): entry is Folder => 'steps' in entry;

export const stepsOf = (folder: Folder): Step[] =>
  folder.steps.flatMap((entry) => (isFolder(entry) ? stepsOf(entry) : [entry]));

export const ok = (schema: SchemaName): Reply => ({ status: 200, schema });
export const created = (schema: SchemaName): Reply => ({ status: 201, schema });
export const gone: Reply = { status: 204 };

export const refused = (code: Code, ...motifs: string[]): Reply => ({
  status: PROBLEMS[code].status,
  schema: 'Probleme',
  code,
  motifs,
});

export const invalid = (...faults: string[]): Reply => ({ ...refused('requete_invalide'), faults });
