/** What a request of the collection is, apart from Postman's own format (see render.ts). */

export interface Step {
  /** Said in French, as is everything that Postman shows. */
  name: string;
  about: string;
  /** Method and address: `GET /utilisateurs/{{zoe_id}}`. */
  route: string;
  /** Instead of the API's: a base address of another server. */
  server?: string;
  query?: Record<string, string>;
  /** Parameters that are shown but not sent. */
  unused?: { key: string; description: string }[];
  headers?: Record<string, string>;
  /** An object is sent as JSON, a text as it is. */
  body?: object | string;
  /** A librarian, or nobody where the operation is open to all, unless said otherwise. */
  as?: 'adherent' | 'personne';
  /** Without which the request is left out: a variable of the environment, or a late loan among the chapter's. */
  needs?: 'jeton_adherent' | 'inbox' | 'retard';
  /** Calls to the API before the request. */
  prepare?: readonly Call[];
  /** Lines of script before the request. */
  before?: string;
  /** An expression on `reponse` that the answer to a GET fulfils at last: on AWS an index lags behind its table. */
  until?: string;
  /** The answer that is expected, when not the operation's success; `faults` are where the mistakes of a 400 are. */
  refused?: { status: number; code: string; motifs?: readonly string[]; faults?: readonly string[] };
  /** What else is checked: lines of script on `reponse`, the answer's body, by what they check. */
  checks?: Record<string, string>;
  /** What the next requests need: expressions on `reponse`, by the collection variable that keeps each. */
  keep?: Record<string, string>;
  /** Calls to the API after the request, each of them a test. */
  then?: readonly Following[];
  /** Lines of script that end the request's. */
  after?: string;
  /** The telling fields of the answer, for the demonstration in a terminal. */
  shows?: readonly string[];
}

/** A librarian's call that makes what a request needs; scripts read it, so its words are French. */
export interface Call {
  demande: string;
  corps?: object | undefined;
  /** True for one under the request's own `Idempotency-Key`. */
  cle?: boolean;
  /** The collection variable that keeps a field of the answer: its `id`, unless said otherwise. */
  nom?: string;
  champ?: string;
}

/** A librarian's call that follows a request. */
export interface Following extends Pick<Call, 'demande' | 'corps'> {
  /** What it shows. */
  test: string;
  statut: number;
  /** Lines of script on `reponse`, the answer's body. */
  checks?: string;
}

export interface Folder {
  name: string;
  about: string;
  steps: readonly (Step | Folder)[];
  /** Lines of script before and after each request of the folder. */
  before?: string;
  after?: string;
}

/** The query as it stands in an address. */
export const searchOf = (query: Record<string, string>): string =>
  Object.entries(query)
    .map(([key, value], index) => `${index === 0 ? '?' : '&'}${key}=${value}`)
    .join('');

export const isFolder = (entry: Step | Folder): entry is Folder => 'steps' in entry;

export const stepsOf = (folder: Folder): Step[] =>
  folder.steps.flatMap((entry) => (isFolder(entry) ? stepsOf(entry) : [entry]));
