import ky, { HTTPError, type KyInstance, type Options as KyOptions } from 'ky';
import { jsonIn } from './json.ts';

/** The library's API, as any client calls it: with an address and a librarian's token. */

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

interface Page<T> {
  elements: T[];
  curseur_suivant?: string;
}

/** What a refusal says, as `application/problem+json`. */
export interface Problem {
  code: string;
  detail: string;
  motifs?: string[];
  erreurs?: { chemin: string; message: string }[];
}

export interface Request {
  body?: unknown;
  /** The same request under the same key is carried out once. */
  key?: string;
  /** The `ETag` of what is to be changed. */
  version?: string;
}

/** Nothing can go on, and nothing is lost: the same command can be given again. The message says what to do. */
export class Halted extends Error {}

const ATTEMPTS = 9;
const LONGEST_PAUSE_MS = 15_000;
/** A function of the library answers or fails within half a minute. */
const TIMEOUT_MS = 35_000;

const HERE = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address is on this machine, where « npm start » opens the library. */
export const isHere = (address: string): boolean => HERE.includes(new URL(address).hostname);

/** What passes by itself: every request may be sent again, by its key, by its version or because it only reads. */
const PASSING = [408, 429, 500, 502, 503, 504];

export class Client {
  /** Whose token it is, as far as it says so. */
  readonly account: string;
  readonly #ky: KyInstance;
  readonly #address: string;
  #hasAnswered = false;

  /**
   * @param address the API's, as `http://localhost:3000`
   * @param onPause is told the reason of a pause, before it
   */
  constructor(address: string, token: string, onPause: (reason: string) => void = () => {}) {
    this.account = accountIn(token);
    this.#address = address.replace(/\/+$/, '');
    this.#ky = ky.create({
      headers: { authorization: `Bearer ${token}` },
      timeout: TIMEOUT_MS,
      fetch: (...request) => this.#fetch(...request),
      retry: {
        limit: ATTEMPTS - 1,
        methods: ['get', 'post', 'put', 'patch', 'delete'],
        statusCodes: PASSING,
        afterStatusCodes: [429, 503],
        backoffLimit: LONGEST_PAUSE_MS,
        retryOnTimeout: true,
        // It is asked before the pause, and leaves the decision to the settings above.
        shouldRetry: ({ error }) => {
          if (error instanceof Halted) return false;
          if (!(error instanceof HTTPError) || PASSING.includes(error.response.status)) onPause(reasonOf(error));
          return undefined;
        },
      },
    });
  }

  /** @throws Halted when no library was opened here: one that has answered before, or is elsewhere, is waited for */
  async #fetch(...request: Parameters<typeof fetch>): Promise<Response> {
    try {
      const response = await fetch(...request);
      this.#hasAnswered = true;
      return response;
    } catch (error) {
      if (this.#hasAnswered || !isHere(this.#address) || !isRefusedConnection(error)) throw error;
      throw new Halted(nothingAt(this.#address), { cause: error });
    }
  }

  /**
   * @throws Halted when the token is refused, when the library does not answer in spite of all attempts, or at once when
   * nothing runs here
   */
  async send<T>(method: string, path: string, { body, key, version }: Request = {}): Promise<Answer<T>> {
    const request = {
      method,
      headers: { ...(key && { 'idempotency-key': key }), ...(version && { 'if-match': version }) },
      ...(body !== undefined && { json: body }),
    };
    const { status, headers, text } = await this.#answer(this.#address + path, request);
    if (status === 401) throw new Halted(TOKEN_ENDED);
    if (status === 403) throw new Halted(NOT_A_LIBRARIAN);
    return { status, body: readJson(text) as T, headers };
  }

  /** An answer that is cut off in its middle is asked for again as well. */
  async #answer(url: string, request: KyOptions): Promise<{ status: number; headers: Headers; text: string }> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#ky(url, request).catch((error: unknown) => refusalIn(error, this.#address));
      const { status, headers } = response;
      try {
        return { status, headers, text: await response.text() };
      } catch (error) {
        if (attempt === ATTEMPTS) refusalIn(error, this.#address);
      }
    }
  }

  /** Everything in a list, page by page. */
  async *all<T>(path: string): AsyncGenerator<T> {
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ limite: '100', ...(cursor && { curseur: cursor }) });
      const page = await this.send<Page<T>>('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`);
      // What the list is of was deleted meanwhile.
      if (page.status === 404 && /^(livre|utilisateur)_introuvable$/.test(codeOf(page.body))) return;
      if (page.status !== 200) throw new Halted(`La liste ${path} ne peut pas être lue : ${detailOf(page.body)}`);
      yield* page.body.elements;
      cursor = page.body.curseur_suivant;
    } while (cursor);
  }
}

/** The claim `sub` of a token, which nobody checks here: it only tells one account from another. */
function accountIn(token: string): string {
  const claims = jsonIn(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as
    | { sub?: unknown }
    | undefined;
  return typeof claims?.sub === 'string' ? claims.sub : '';
}

const AGAIN = 'un import reprend où il s’est arrêté, un export recommence.';
const TOKEN_ENDED = `Le jeton n’est pas accepté : il a peut-être expiré. Donnez-en un nouveau (JETON=…) et relancez la même commande : ${AGAIN}`;
const NOT_A_LIBRARIAN = 'Ce jeton n’est pas celui d’un bibliothécaire : il en faut un pour cette commande.';

const secondsIn = ({ headers }: Response): string =>
  /^\d+$/.test(headers.get('retry-after') ?? '') ? ` ${headers.get('retry-after')} s` : '';

const reasonOf = (error: unknown): string =>
  error instanceof HTTPError
    ? `la bibliothèque demande d’attendre${secondsIn(error.response)} (${error.response.status})`
    : 'la bibliothèque ne répond pas';

const nothingAt = (address: string): string =>
  `Rien ne répond à ${address} : « npm start », dans un autre terminal, y ouvre la bibliothèque. Puis relancez la même commande.`;

/** Nothing listens at the port. The refusal is the cause of what `fetch` throws. */
const isRefusedConnection = (error: unknown): boolean =>
  ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED';

/** @returns the refusal of a request that was answered */
function refusalIn(error: unknown, address: string): Response {
  if (error instanceof Halted) throw error;
  if (error instanceof HTTPError && !PASSING.includes(error.response.status)) return error.response;
  const cause = error instanceof HTTPError ? `erreur ${error.response.status}` : 'aucune réponse';
  throw new Halted(
    `La bibliothèque à ${address} ne répond pas (${cause}, ${ATTEMPTS} essais). Relancez la même commande quand elle répond : ${AGAIN}`,
    { cause: error },
  );
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new Halted('Ce qui répond à cette adresse n’est pas une bibliothèque : la réponse n’est pas du JSON.', {
      cause,
    });
  }
}

const codeOf = (body: unknown): string => (body as Problem | undefined)?.code ?? '';

/** What a refusal says to a librarian. */
export const detailOf = (body: unknown): string =>
  (body as Problem | undefined)?.detail ?? 'la réponse ne dit pas pourquoi';
