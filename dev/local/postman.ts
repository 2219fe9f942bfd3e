import { readFile, writeFile } from 'node:fs/promises';
import { signToken } from './keys.ts';
import { addresses, isMoved } from './stage.ts';

/** The environment with which Postman and the demonstration reach the system that was started last. */

export const FILE = new URL('../../postman/local.postman_environment.json', import.meta.url);

/** Where the system's parts answer. */
export type Addresses = Pick<typeof addresses, 'api' | 'inbox'>;

/** Of the seeded members, one who has books out and owes nothing. */
const MEMBER = 'zoe.oeuvrard@example.org';

/** Somebody to see the library with; whoever comes first when the seeded member is gone. */
async function memberId(api: string, token: string): Promise<string> {
  for (const query of [`email=${MEMBER}`, 'limite=1']) {
    const response = await fetch(`${api}/utilisateurs?${query}`, { headers: { authorization: `Bearer ${token}` } });
    const { elements = [] } = (await response.json()) as { elements?: { id: string }[] };
    if (elements[0]) return elements[0].id;
  }
  return '';
}

const plain = (key: string, value: string) => ({ key, value, type: 'default', enabled: true });
const secret = (key: string, value: string) => ({ key, value, type: 'secret', enabled: true });

export async function localEnvironment({ api, inbox }: Addresses) {
  const librarian = await signToken('bibliothecaire');
  const member = await memberId(api, librarian);
  return {
    id: 'f3c3ce2c-3a4a-4a0e-8f0b-6b0f5a1c2d11',
    name: 'Bibliothèque (locale)',
    values: [
      plain('base_url', api),
      plain('inbox', inbox),
      secret('jeton_bibliothecaire', librarian),
      plain('adherent_id', member),
      secret('jeton_adherent', member && (await signToken('adherent', member))),
    ],
    _postman_variable_scope: 'environment',
  };
}

export type LocalEnvironment = Awaited<ReturnType<typeof localEnvironment>>;

/**
 * The environment of the system that the shell's variables point to; without any, of the one that was started last.
 * @throws when there is none
 */
export const readEnvironment = async (file?: URL | string): Promise<LocalEnvironment> =>
  isMoved && !file ? localEnvironment(addresses) : JSON.parse(await readFile(file ?? FILE, 'utf8'));

export const variable = ({ values }: Pick<LocalEnvironment, 'values'>, name: string): string =>
  values.find(({ key }) => key === name)?.value ?? '';

/** Whether a library answers at that address: another program may have taken it since. */
export async function answers(api: string): Promise<boolean> {
  try {
    const response = await fetch(`${api}/livres?limite=1`, { signal: AbortSignal.timeout(3_000) });
    const { elements } = (await response.json()) as { elements?: unknown };
    return response.status === 200 && Array.isArray(elements);
  } catch {
    return false;
  }
}

/**
 * Writes the environment, unless it is that of another system which still runs, as while tests start their own.
 * @returns the address of that other system, when the file was left to it
 */
export async function writeEnvironment(addresses: Addresses, file: URL | string = FILE): Promise<string | undefined> {
  const present: LocalEnvironment | undefined = await readEnvironment(file).catch(() => undefined);
  const owner = present && variable(present, 'base_url');
  if (owner && owner !== addresses.api && (await answers(owner))) return owner;
  await writeFile(file, `${JSON.stringify(await localEnvironment(addresses), null, 2)}\n`, { mode: 0o600 });
  return undefined;
}
