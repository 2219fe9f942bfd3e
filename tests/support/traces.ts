import { randomUUID } from 'node:crypto';
import { call, made, type Options, someone } from './api.ts';
import { isMark, readTables } from './read.ts';

/** What the three tables still say of a person. */

export interface Person {
  id: string;
  nom: string;
  prenom: string;
  email: string;
  adhesion: { numero_carte: string };
}

/** Somebody whom no other item can name by chance. */
export const newPerson = async (options: Options = {}): Promise<Person> =>
  made(await call('POST', '/utilisateurs', { body: someone({ nom: randomUUID(), prenom: randomUUID() }), ...options }));

/** Everything by which a person could be found; names also as the directory writes them. */
export const traces = ({ id, nom, prenom, email, adhesion }: Person): string[] => [
  ...[id, nom, prenom, email, adhesion.numero_carte],
  ...[nom, prenom].map((name) => name.replaceAll('-', '')),
];

/**
 * Which of these the tables say anywhere: in a key, in an attribute, or within a first answer. The mark of a deletion
 * is left out: it says an id, which leads to nothing any more.
 */
export async function told(...secrets: string[]): Promise<string[]> {
  const { users, ...others } = await readTables();
  const everything = JSON.stringify([users.filter((item) => !isMark(item)), others]);
  return secrets.filter((secret) => everything.includes(secret));
}
