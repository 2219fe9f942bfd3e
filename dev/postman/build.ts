import { readFile, writeFile } from 'node:fs/promises';
import { readEnvironment } from '../local/postman.ts';
import { collectionWith, FILE } from './collection.ts';
import { type Entry, type Example, type Header, pathOf } from './render.ts';
import type { Response } from './run.ts';

/**
 * Writes the collection from its sources. The saved examples are kept from the present file; `--record`
 * takes new ones from the running system, `--check` writes nothing and fails when the file is stale.
 */

/** The examples of a collection, by the path of their request. */
function examplesIn(entries: readonly Entry[], above: readonly string[] = []): [string, Example][] {
  return entries.flatMap(({ name, item, response = [] }) =>
    item
      ? examplesIn(item, [...above, name])
      : response.map((example): [string, Example] => [pathOf(above, name), example]),
  );
}

/** Headers that tell something about the API. */
const TOLD = ['content-type', 'etag', 'idempotent-replayed', 'location', 'www-authenticate', 'x-request-id'];

const exampleOf = (name: string, response: Response): Example => {
  const text = response.text() ?? '';
  const headers = response.headers.all() as unknown as Header[];
  return {
    name,
    originalRequest: {},
    status: response.status,
    code: response.code,
    _postman_previewlanguage: text === '' ? 'text' : 'json',
    header: headers.filter(({ key }) => TOLD.includes(key.toLowerCase())).map(({ key, value }) => ({ key, value })),
    cookie: [],
    body: text === '' ? '' : JSON.stringify(JSON.parse(text), null, 2),
  };
};

/** Of the second of two runs: the first also writes to everybody who was late in the seeded data. */
async function recorded(): Promise<[string, Example][]> {
  const { play } = await import('./run.ts');
  const environment = await readEnvironment();
  await play(environment);
  const played = await play(environment);
  const failures = played.flatMap(({ path, failures }) => failures.map((failure) => `${path} : ${failure}`));
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return played.flatMap(({ name, path, response }): [string, Example][] =>
    response ? [[path, exampleOf(name, response)]] : [],
  );
}

export async function build(examples?: [string, Example][]): Promise<string> {
  const kept = new Map(examples ?? examplesIn(JSON.parse(await readFile(FILE, 'utf8')).item));
  const collection = collectionWith((path) => kept.get(path));
  return `${JSON.stringify(collection, null, 2)}\n`;
}

if (import.meta.main) {
  const [mode] = process.argv.slice(2);
  if (mode === '--check') {
    if ((await build()) !== (await readFile(FILE, 'utf8'))) {
      console.error('La collection Postman ne correspond plus à ses sources : lancez « npm run postman ».');
      process.exitCode = 1;
    }
  } else {
    // Written first, so that what is recorded is the collection as its sources now make it.
    await writeFile(FILE, await build());
    if (mode === '--record') await writeFile(FILE, await build(await recorded()));
  }
}
