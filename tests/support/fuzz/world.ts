import type { Answer } from '../api.ts';
import { Known } from './values.ts';

/** What the answers so far have shown to exist, for later requests to be about. */
export class World {
  readonly #seen: Record<string, string[]> = {};
  /** Each penalty's user, each loan's user. */
  readonly #owners = new Map<string, string>();

  #add(name: string, value: unknown): void {
    if (typeof value !== 'string') return;
    this.#seen[name] ??= [];
    this.#seen[name].push(value);
  }

  /** Remembers what an answer tells about. @param path the request's */
  learn(path: string, { status, headers, body }: Answer): void {
    if (status >= 300 || !body) return;
    this.#add('etag', headers.etag);
    this.#add('curseur', body.curseur_suivant);
    for (const entity of body.elements ?? [body]) this.#meet(path, entity);
  }

  #meet(path: string, entity: Record<string, string>): void {
    const { id, email, isbn, utilisateur_id } = entity;
    if (id === undefined) return;
    this.#add(kindOf(path), id);
    this.#add('email', email);
    this.#add('isbn', isbn);
    if (utilisateur_id) this.#owners.set(id, utilisateur_id);
  }

  /** A penalty, a loan: whose it is. A person is their own. */
  ownerOf(id: string): string {
    return this.#owners.get(id) ?? id;
  }

  /** The value that stands in a request, with what is known in the place of what was left open. */
  fill(value: unknown, kind: (name: string) => string): unknown {
    if (value instanceof Known) return this.#pick(kind(value.name), value.nth);
    if (Array.isArray(value)) return value.map((element) => this.fill(element, kind));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, this.fill(member, kind)]));
  }

  /** Rather something recent: the older may be gone. */
  #pick(name: string, nth: number): string {
    const seen = this.#seen[name] ?? [];
    return seen[seen.length - 1 - (nth % Math.min(seen.length, 40))] ?? 'inconnu';
  }

  /** Some person. */
  person(nth: number): string {
    return this.#pick('utilisateurs', nth);
  }
}

/** `penalites` for `/utilisateurs/1/penalites/2/paiements`: what the path is about. */
export const kindOf = (path: string): string => path.match(/(penalites|emprunts|livres|utilisateurs)/g)?.at(-1) ?? '';
