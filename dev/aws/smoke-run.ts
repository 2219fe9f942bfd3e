import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** The shortest proof that a library works, which leaves neither its member nor its book behind. */

/** A function of the library answers or fails within half a minute; what is slower than this is no proof. */
const ANSWER_MS = 30_000;
/** What can be done again is tried so often. */
export const TRIES = 3;
const PAUSE_MS = 1_000;

interface Thing {
  id: string;
}

interface Answer {
  status: number;
  body: Thing & { elements: Thing[]; peut_emprunter: boolean; statut: string; detail?: string };
}

/** An answer that says that nothing was done. */
class Refused extends Error {}

class Library {
  readonly #address: string;
  readonly #token: string;

  constructor(address: string, token: string) {
    this.#address = address;
    this.#token = token;
  }

  /**
   * @throws Error in words when there is no answer, or another status than is expected
   * @throws Refused when that status says that nothing was done
   */
  async ask(method: string, path: string, expected: number[], body?: object, key?: string): Promise<Answer['body']> {
    const { status, body: answer } = await this.#send(method, path, body, key);
    if (expected.includes(status)) return answer;
    const told = `${method} ${path.split('?')[0]} répond ${status} ${answer?.detail ?? ''}`.trim();
    throw status >= 400 && status < 500 ? new Refused(told) : new Error(told);
  }

  /** Does it again when there is no answer, or one that passes: under its key, it is done once. */
  async make(path: string, body: object, key: string): Promise<Thing> {
    return again(() => this.ask('POST', path, [201], body, key));
  }

  async #send(method: string, path: string, body?: object, key?: string): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${this.#token}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const request = { method, headers, signal, ...(body && { body: JSON.stringify(body) }) };
    try {
      const response = await fetch(this.#address + path, request);
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    } catch {
      throw new Error(`${method} ${path.split('?')[0]} ne reçoit pas de réponse`);
    }
  }
}

/** @throws Refused only when every try was refused: one that was answered otherwise may have been carried out */
async function again<T>(work: () => Promise<T>): Promise<T> {
  let isRefused = true;
  for (let n = 1; ; n += 1) {
    try {
      return await work();
    } catch (error) {
      isRefused &&= error instanceof Refused;
      if (n === TRIES) throw isRefused ? error : new Error((error as Error).message);
      await sleep(PAUSE_MS);
    }
  }
}

/** Something that was made, or may have been, with what makes it under the same key once more and tells its id. */
interface Made {
  what: string;
  make: () => Promise<Thing>;
  remove: (id: string) => Promise<unknown>;
}

/**
 * Reads the catalogue, lends a new book to a new member and takes it back, then deletes both.
 * @param say prints a line
 * @returns whether all of it was right, and nothing was left
 */
export async function smoke(address: string, token: string, say: (line: string) => void): Promise<boolean> {
  const library = new Library(address, token);
  const run = randomUUID();
  const made: Made[] = [];
  const begin = async (what: string, path: string, body: object, remove: Made['remove']): Promise<Thing> => {
    const make = () => library.make(path, body, `${run}${path}`);
    made.push({ what, make, remove });
    return make().catch((error: unknown) => {
      if (error instanceof Refused) made.pop();
      throw error;
    });
  };
  let isRight = true;
  try {
    await library.ask('GET', '/livres?limite=1', [200]);
    say('✓ le catalogue se lit');
    const title = { titre: `Essai de bon fonctionnement ${run}`, exemplaires: 1 };
    const book = await begin('le livre d’essai', '/livres', title, (id) =>
      library.ask('DELETE', `/livres/${id}`, [204, 404]),
    );
    const person = { nom: 'Essai', prenom: 'Bon fonctionnement', email: `essai-${run}@example.org` };
    const reader = await begin('le compte d’essai', '/utilisateurs', person, (id) => removeReader(library, id));
    say('✓ un livre et un compte d’essai sont créés');
    const loan = await library.make('/emprunts', { utilisateur_id: reader.id, livre_id: book.id }, `${run}/emprunts`);
    const { statut } = await library.ask('GET', `/emprunts/${loan.id}`, [200]);
    if (statut !== 'en_cours') throw new Error(`l’emprunt est ${statut}, et non en_cours`);
    say('✓ le livre est prêté');
    await again(() => library.ask('POST', `/emprunts/${loan.id}/retour`, [200, 409]));
    say('✓ le livre est rendu');
  } catch (error) {
    isRight = false;
    say(`✗ ${(error as Error).message}`);
  }
  // The member first: what they have still on loan is taken back, and then the book can go.
  for (const { what, make, remove } of made.reverse()) {
    try {
      const { id } = await make();
      await again(() => remove(id));
      say(`✓ ${what} est supprimé`);
    } catch (error) {
      isRight = false;
      say(`✗ ${what} reste peut-être (${run}) : ${(error as Error).message}`);
    }
  }
  say(
    isRight
      ? 'La bibliothèque fonctionne.'
      : 'La bibliothèque ne fonctionne pas comme il faut : voir docs/exploitation.md.',
  );
  return isRight;
}

/** A loan of which the answer was lost is found by its member. On AWS the list follows after a moment: it is asked again. */
async function removeReader(library: Library, id: string): Promise<void> {
  const open = await library.ask('GET', `/utilisateurs/${id}/emprunts?statut=en_cours`, [200, 404]);
  for (const loan of open.elements ?? []) await library.ask('POST', `/emprunts/${loan.id}/retour`, [200, 409]);
  await library.ask('DELETE', `/utilisateurs/${id}`, [204, 404]);
}
