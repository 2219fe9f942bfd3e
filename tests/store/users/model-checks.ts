import { expect } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, call, type Options } from '../../support/api.ts';
import { getUser, keyed, verification } from '../../support/users.ts';
import { type Expected, type Library, type Person, UNKNOWN } from './model.ts';

/** How the service is held against the model, command after command. */

type Command = fc.AsyncCommand<Library, undefined>;

export const command = (
  name: string,
  run: (library: Library) => Promise<void>,
  needs: (library: Library) => boolean,
): Command => ({
  check: needs,
  run: (library) => run(library),
  toString: () => name,
});

export const anybody = ({ people }: Library) => people.length > 0;
export const pick = <T>(list: readonly T[], index: number) => list[index % list.length] as T;

export function expectAnswer({ status, body }: Answer, expected: Expected): boolean {
  const { code, motifs } = body ?? {};
  expect({ status, ...(status >= 400 && { code, ...(motifs && { motifs }) }) }).toEqual(expected);
  return status < 400;
}

/** Sends a call that may have a key: done once, told again as it was told first, refused for another request. */
export async function once(
  library: Library,
  { operation, key, request }: { operation: string; key: number | undefined; request: unknown },
  send: (options: Options) => Promise<Answer>,
  expected: () => Expected,
  apply: (answer: Answer) => void,
): Promise<void> {
  const options = key === undefined ? {} : keyed(library.key(key));
  const place = `${operation} ${key}`;
  const asked = JSON.stringify(request);
  const first = key === undefined ? undefined : library.remembered.get(place);
  const answer = await send(options);
  expect(answer.headers['idempotent-replayed']).toBe(first?.request === asked ? 'true' : undefined);
  if (first?.request === asked) expect(answer.body).toEqual(first.body);
  else if (first) expectAnswer(answer, { status: 422, code: 'cle_idempotence_reutilisee' });
  else if (expectAnswer(answer, expected())) {
    if (key !== undefined) {
      library.remembered.set(place, { request: asked, body: answer.body, again: () => send(options) });
    }
    apply(answer);
  }
}

/** What must be seen of a person after whatever was done: the sum left to pay above all. */
export async function look(library: Library, person: Person): Promise<void> {
  const account = await getUser(person.id);
  if (person.gone) return void expectAnswer(account, UNKNOWN);
  expect(account.body).toMatchObject({ id: person.id, nom: person.nom, email: person.email });
  expect(await verification(person.id)).toEqual(library.verification(person));
}

/** An e-mail leads to its one account, or to none. */
export async function lookUp(library: Library, email: string): Promise<void> {
  const { body } = await call('GET', `/utilisateurs?email=${email}`);
  const owner = library.ownerOf(email);
  expect(body.elements.map(({ id }: Person) => id)).toEqual(owner ? [owner.id] : []);
}

export async function lookAtAll(library: Library): Promise<void> {
  for (const person of library.people) {
    await look(library, person);
    await lookUp(library, person.email);
  }
}

export const index = fc.nat(7);
export const emailIndex = fc.nat(3);
export const key = fc.option(fc.nat(2), { nil: undefined, freq: 2 });
export const cents = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constantFrom(1, 10, 20, 70, 110, 100_000));
export const nom = fc.constantFrom('Œuvre', 'Zoë', "N'Guyen", 'Le Goff', '李');
