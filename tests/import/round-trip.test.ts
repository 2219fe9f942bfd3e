import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EXPORTS } from '../../dev/export/exports.ts';
import { STATES } from '../../lib/books/schema-copies.ts';
import type { NewBook } from '../../lib/books/schema-requests.ts';
import type { User } from '../../lib/users/schema.ts';
import { call } from '../support/api.ts';
import { often } from '../support/extent.ts';
import { emptyTables } from '../support/read.ts';
import { catalogue, useImportDesk } from './desk.ts';
import { someBook, someUser } from './written.ts';

/** A library that goes out and comes in again, into an empty system, is the same. */

const RUNS = often({ everyday: 4, thorough: 12 });
const SEED = Date.now() % 2 ** 31;

const { library, desk } = useImportDesk();

/** Writes what an export gives. @returns the file's path */
async function taken(name: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of EXPORTS[name]?.(library.client()) ?? []) parts.push(Buffer.from(part));
  const path = join(desk.folder, name);
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

/** Copies come in every state. */
const states = fc.infiniteStream(fc.constantFrom(...STATES));
const stock = fc.array(someBook, { minLength: 1, maxLength: 5 });
/** More copies of a title than one request makes. */
const large: NewBook = {
  ...{ titre: 'Manuel', auteur: null, isbn: null, tome: null, annee: null, editeur: null, type: 'livre' },
  exemplaires: 21,
};

/** Fills the library with what it takes of these: barcodes may be taken. */
async function stocked(titles: readonly NewBook[]): Promise<string[]> {
  for (const body of titles) await call('POST', '/livres', { body });
  return catalogue(library.client());
}

async function putInStates(next: () => string): Promise<string[]> {
  const client = library.client();
  for await (const book of client.all<{ id: string }>('/livres'))
    for await (const copy of client.all<{ id: string }>(`/livres/${book.id}/exemplaires`)) {
      const etat = next();
      if (etat !== 'en_service') await call('PATCH', `/livres/${book.id}/exemplaires/${copy.id}`, { body: { etat } });
    }
  return catalogue(client);
}

const inProperty = { numRuns: RUNS, seed: SEED };

test(`a catalogue comes back, from MARC but for the states of its copies, and from CSV with these (${RUNS} libraries, seed ${SEED})`, async () => {
  const property = fc.asyncProperty(stock, states, async (titles, drawn) => {
    await emptyTables();
    const inService = await stocked(titles);
    const marc = [await taken('livres.mrc'), await taken('livres.xml')];
    const inStates = await putInStates(() => drawn.next().value);
    const csv = await taken('livres.csv');
    for (const file of [...marc, csv]) {
      await emptyTables();
      expect([file, (await desk.bring(file)).refused]).toEqual([file, []]);
      expect(await catalogue(library.client())).toEqual(file === csv ? inStates : inService);
    }
  });
  const example = fc.sample(states, { numRuns: 1, seed: SEED })[0] as fc.Stream<string>;
  await fc.assert(property, { ...inProperty, examples: [[[large], example]] });
}, 300_000);

const VOLUMES = ['1', '1*', '1.2', '1-2'];

test.each(['livres.csv', 'livres.mrc', 'livres.xml'])(
  'volumes of one ISBN whose numbers differ in a sign alone come back from %s, each with its copies',
  async (name) => {
    const work = { ...large, titre: 'L’Étranger', isbn: '9782070360024' };
    const volumes = VOLUMES.map((tome, exemplaires) => ({ ...work, tome, exemplaires }));
    const before = await stocked(volumes);
    expect(before).toHaveLength(VOLUMES.length);
    const file = await taken(name);
    await emptyTables();
    const { refused, counts } = await desk.bring(file);
    expect([refused, counts.crees]).toEqual([[], VOLUMES.length]);
    expect(await catalogue(library.client())).toEqual(before);
    expect((await desk.bring(file)).counts).toMatchObject({ crees: 0, mis_a_jour: 0, refuses: 0 });
  },
);

/** Everybody as they are known: who answers for whom by card, and without the days of coming and of the block. */
async function members(): Promise<string[]> {
  const all: User[] = [];
  for await (const user of library.client().all<User>('/utilisateurs')) all.push(user);
  const cardOf = (id: string | null) => all.find((one) => one.id === id)?.adhesion.numero_carte;
  return all
    .map(({ id: _, date_creation: __, adhesion: { responsable_id, blocage, ...adhesion }, ...user }) => {
      const { depuis: ___, ...block } = blocage ?? {};
      return JSON.stringify({ ...user, ...adhesion, responsable: cardOf(responsable_id), block });
    })
    .sort();
}

const block = fc.option(fc.record({ motif: fc.constantFrom('=1+1', 'Livres ; abîmés', 'Trois rappels') }), {
  nil: null,
});
const people = fc.array(fc.tuple(someUser, fc.option(fc.nat(), { nil: null }), block), { minLength: 1, maxLength: 5 });

test(`members come back with their cards, families and blocks (${RUNS} libraries, seed ${SEED})`, async () => {
  const property = fc.asyncProperty(people, async (drawn) => {
    await emptyTables();
    const adults: string[] = [];
    for (const [user, parent, blocked] of drawn) {
      const responsable_id = parent === null ? null : (adults[parent % (adults.length || 1)] ?? null);
      const body = { ...user, adhesion: { ...user.adhesion, responsable_id } };
      const { status, body: account } = await call('POST', '/utilisateurs', { body });
      if (status !== 201) continue;
      if (responsable_id === null) adults.push(account.id);
      if (blocked) await call('PUT', `/utilisateurs/${account.id}/blocage`, { body: blocked });
    }
    const before = await members();
    // Nobody could be made, and a file of nobody is none.
    if (before.length === 0) return;
    const file = await taken('utilisateurs.csv');
    await emptyTables();
    expect((await desk.bring(file)).refused).toEqual([]);
    expect(await members()).toEqual(before);
  });
  await fc.assert(property, inProperty);
}, 300_000);
