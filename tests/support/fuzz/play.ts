import fc from 'fast-check';
import { type Answer, librarian, member } from '../api.ts';
import { nonconformities } from '../conformance.ts';
import { operations } from '../shared/openapi.ts';
import { type Request, requests } from './requests.ts';
import type { Known } from './values.ts';

/** Sends requests that are right and wrong in every way, one after the other, and looks at every answer. */

export interface Outcome {
  /** By operation, how many of its answers had each status. */
  tally: Record<string, Record<number, number>>;
  faults: string[];
}

async function send(url: string, { method, path, headers, body }: Omit<Request, 'who'>): Promise<Answer> {
  // Bytes, so that no type of content is added to those sent without one.
  const response = await fetch(url + path, { method, headers, body: body === undefined ? null : Buffer.from(body) });
  const text = await response.text();
  const answered = Object.fromEntries(response.headers);
  return { status: response.status, headers: answered, body: text === '' ? undefined : JSON.parse(text) };
}

/** What an answer shows to exist, for later requests to be about. */
class World {
  readonly known: Known = {};
  /** The member of each penalty and of each loan, the penalty of each movement, and the book of each copy. */
  readonly owners = new Map<string, string>();

  learn({ path }: { path: string }, { status, headers, body }: Answer): void {
    if (status >= 300 || !body) return;
    const kind = path.match(/penalite|emprunt|exemplaire|livre|utilisateur/g)?.at(-1);
    this.#add('etag', headers.etag);
    this.#add('curseur', body.curseur_suivant);
    for (const { id, email, isbn, utilisateur_id, livre_id, mouvements = [], ...more } of body.elements ?? [body]) {
      this.#add(`${kind}_id`, id);
      this.#add('email', email);
      this.#add('isbn', isbn);
      this.#add('code_barres', more.code_barres);
      if (kind === 'exemplaire') this.owners.set(id, livre_id);
      if (id && utilisateur_id) this.owners.set(id, utilisateur_id);
      for (const movement of mouvements) {
        this.#add('mouvement_id', movement.id);
        this.owners.set(movement.id, id);
      }
    }
  }

  #add(name: string, value: unknown): void {
    if (typeof value !== 'string') return;
    this.known[name] ??= [];
    this.known[name].push(value);
  }

  /** The member whom a request is about: the first id in its path, or whose that is. */
  memberOf(path: string): string {
    const [id = ''] = /[0-9a-f-]{36}/.exec(path) ?? [];
    return this.owners.get(id) ?? (id || 'personne');
  }
}

const shortened = (text = '') => (text.length > 300 ? `${text.slice(0, 300)}… (${text.length})` : text);

/** What is wrong with an answer, with the request that shows it. */
function complaintOf({ method, path, headers, body, who }: Request, answer: Answer): string[] {
  const faults = nonconformities(method, path, answer);
  if (answer.status >= 500) faults.push(`has status ${answer.status}`);
  if (faults.length === 0) return [];
  const asked = `${method} ${shortened(path)} ${JSON.stringify(headers)} ${shortened(body)} (${who})`;
  return [[asked, ...faults, `${answer.status} ${shortened(JSON.stringify(answer.body))}`].join('\n  ')];
}

/** What there is before the first request. */
const FIRST_LOOKS = ['/utilisateurs?limite=100', '/livres?limite=100', '/emprunts/retards?limite=100'];

/** What creates comes more often than what deletes: a request needs something to be about. */
const operationAtRandom = fc.oneof(
  ...operations.map((operation) => ({
    weight: operation.method === 'DELETE' ? 2 : operation.responses['201'] ? 6 : 3,
    arbitrary: fc.constant(operation),
  })),
);

/** @param seed the same requests in the same order each time, as far as the answers are the same */
export async function play(url: string, count: number, seed: number): Promise<Outcome> {
  const world = new World();
  const tally: Outcome['tally'] = Object.fromEntries(operations.map(({ operationId }) => [operationId, {}]));
  const faults: string[] = [];
  for (const path of FIRST_LOOKS) {
    const first = { method: 'GET', path, headers: { authorization: `Bearer ${librarian}` } };
    world.learn(first, await send(url, first));
  }
  for (const [n, operation] of fc.sample(operationAtRandom, { numRuns: count, seed }).entries()) {
    const made = requests(operation, world.known, world.owners);
    const [request] = fc.sample(made, { numRuns: 1, seed: seed + n }) as [Request];
    const token = { librarian, owner: await member(world.memberOf(request.path)), nobody: undefined }[request.who];
    const headers = { ...request.headers, ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await send(url, { ...request, headers });
    const statuses = tally[operation.operationId] as Record<number, number>;
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    faults.push(...complaintOf(request, answer).map((complaint) => `request ${n}: ${complaint}`));
    world.learn({ path: request.path.split('?')[0] as string }, answer);
  }
  return { tally, faults };
}
