import { readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { expect, test } from '@jest/globals';
import { Client, Halted } from '../../dev/import/client.ts';
import { librarian, member } from '../support/api.ts';
import { HttpLibrary } from '../support/http-library.ts';
import { freePort } from '../support/port.ts';
import { tokenOf } from '../support/tokens.ts';
import { catalogue, useImportDesk } from './desk.ts';

/** A library that is slow, refuses for a while, or is none. */

const { library, desk } = useImportDesk();

const BOOKS = 'titre;code_barres\nUn;AB-1\nDeux;AB-2\nTrois;AB-3\n';
const SUM = { lus: 3, crees: 3, mis_a_jour: 0, ignores: 0, refuses: 0 };
const books = () => desk.file('livres.csv', BOOKS);

/** Refuses a request; what says when to come again is read where it may pass alone. */
function refused(response: ServerResponse, status: number): true {
  response.writeHead(status, { 'content-type': 'application/problem+json', 'retry-after': '2' }).end('{}');
  return true;
}

test.each([429, 503])('waits as long as a %i says, and makes nothing twice', async (status) => {
  const times: number[] = [];
  library.spoil = ({ method }, response) => {
    if (method === 'POST') times.push(performance.now());
    if (method !== 'POST' || times.length > 1) return false;
    return refused(response, status);
  };
  expect((await desk.bring(books())).counts).toEqual(SUM);
  expect(times).toHaveLength(4);
  expect((times.at(-1) as number) - (times[0] as number)).toBeGreaterThanOrEqual(1_990);
  expect(await catalogue(library.client())).toHaveLength(3);
});

test('sends again what got no answer, and what was carried out is not carried out again', async () => {
  const cut = new Set<string>();
  library.answer = ({ method, path, number }, response) => {
    if (method !== 'POST' || cut.size === 2) return false;
    cut.add(`${number} ${path}`);
    response.destroy();
    return true;
  };
  expect((await desk.bring(books())).counts).toEqual(SUM);
  expect(cut.size).toBe(2);
  expect(await catalogue(library.client())).toHaveLength(3);
});

test('asks again for an answer that is cut off in its middle', async () => {
  let isCut = false;
  library.answer = ({ method }, response) => {
    if (method !== 'POST' || isCut) return false;
    isCut = true;
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"id":', () => response.destroy());
    return true;
  };
  expect([(await desk.bring(books())).counts, isCut]).toEqual([SUM, true]);
  expect(await catalogue(library.client())).toHaveLength(3);
});

test('tells of a pause before it begins', async () => {
  const told: string[] = [];
  const times: number[] = [];
  library.spoil = ({ method }, response) => {
    if (method === 'GET' && times.length === 1) times.push(performance.now());
    if (method !== 'GET' || times.length > 0) return false;
    return refused(response, 503);
  };
  const client = new Client(library.address, librarian, (reason) => {
    told.push(reason);
    times.push(performance.now());
  });
  await desk.bring(books(), [], { client });
  expect(told).toEqual(['la bibliothèque demande d’attendre 2 s (503)']);
  const [toldAt = 0, askedAt = 0] = times;
  expect(askedAt - toldAt).toBeGreaterThanOrEqual(1_000);
});

test('says at once that nothing runs here, and writes nothing', async () => {
  const closed = `http://localhost:${await freePort()}`;
  const told: string[] = [];
  const client = new Client(closed, librarian, (reason) => void told.push(reason));
  const halted = await desk.bring(books(), [], { client }).catch((error: unknown) => error);
  expect(halted).toBeInstanceOf(Halted);
  expect(String(halted)).toMatch(`Rien ne répond à ${closed} : « npm start »`);
  expect([told, readdirSync(desk.folder)]).toEqual([[], ['livres.csv']]);
});

test('waits for a library that is closed after it has answered', async () => {
  const own = new HttpLibrary();
  await own.start();
  const told: string[] = [];
  const client = new Client(own.address, librarian, (reason) => {
    told.push(reason);
    // It is opened again at the same address.
    void own.start(own.address);
  });
  expect((await client.send('GET', '/livres')).status).toBe(200);
  await own.stop();
  expect((await client.send('GET', '/livres')).status).toBe(200);
  expect(told).toEqual(['la bibliothèque ne répond pas']);
  await own.stop();
});

test('stops when the token ends in the middle, says so, and goes on with another', async () => {
  const ending = library.client(await tokenOf({ exp: Math.floor(Date.now() / 1000) + 3600 }));
  let posts = 0;
  library.spoil = ({ method }, response) => {
    posts += method === 'POST' ? 1 : 0;
    if (posts < 2) return false;
    return refused(response, 401);
  };
  const file = books();
  const halted = await desk.bring(file, [], { client: ending }).catch((error: unknown) => error);
  expect(halted).toBeInstanceOf(Halted);
  expect(String(halted)).toMatch(/jeton.*expiré.*JETON.*un import reprend.*un export recommence/);
  library.spoil = () => false;
  const { counts, said } = await desk.bring(file);
  expect([counts, said.join()]).toEqual([SUM, expect.stringContaining('reprend où il s’est arrêté')]);
  expect(await catalogue(library.client())).toHaveLength(3);
});

test('a token that was refused leaves nothing behind, and keeps no other account out', async () => {
  const file = books();
  library.spoil = (_, response) => refused(response, 401);
  await expect(desk.bring(file, [], { client: library.client('un.jeton.faux') })).rejects.toThrow('jeton');
  expect(readdirSync(desk.folder)).toEqual(['livres.csv']);
  library.spoil = () => false;
  expect((await desk.bring(file)).counts).toEqual(SUM);
});

test('says what is the matter with a token that is no librarian’s, and with an address that is no library', async () => {
  const someone = await member('8d7b6f10-4c8e-4e0b-9f6a-0123456789ab');
  await expect(
    desk.bring(desk.file('lecteurs.csv', 'nom;prenom\nA;B\n'), [], { client: library.client(someone) }),
  ).rejects.toThrow('bibliothécaire');
  library.spoil = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    return true;
  };
  await expect(desk.bring(books())).rejects.toThrow('n’est pas une bibliothèque');
});
