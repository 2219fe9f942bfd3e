import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localEnvironment, readEnvironment, variable, writeEnvironment } from '../../dev/local/postman.ts';

let folder: string;
const servers: Server[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'environment-'));
});

afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true });
});

/** The addresses of a system whose API answers everything so. */
async function answering(status: number, body: string) {
  const server = createServer((_request, response) => response.writeHead(status).end(body)).listen(0);
  await once(server, 'listening');
  servers.push(server);
  return { api: `http://localhost:${(server.address() as AddressInfo).port}`, inbox: 'x' };
}

const library = () => answering(200, '{"elements":[{"id":"z"}]}');

describe("Postman's local environment", () => {
  test.each([
    ['refuses', () => answering(401, '{"elements":[]}')],
    ['speaks no JSON', () => answering(200, '<h1>Bonjour</h1>')],
    ['is gone', async () => ({ api: 'http://localhost:1' })],
  ])('is written over that of a program that %s', async (_what, program) => {
    const file = join(folder, 'foreign.json');
    await writeFile(file, JSON.stringify({ values: [{ key: 'base_url', value: (await program()).api }] }));
    const addresses = await library();
    expect(await writeEnvironment(addresses, file)).toBeUndefined();
    const written = await readEnvironment(file);
    expect(variable(written, 'base_url')).toBe(addresses.api);
    expect(variable(written, 'adherent_id')).toBe('z');
    for (const name of ['jeton_bibliothecaire', 'jeton_adherent']) expect(variable(written, name)).toMatch(/^eyJ/);
  });

  test('is left to another system that still runs', async () => {
    const file = join(folder, 'other.json');
    const first = await library();
    await writeEnvironment(first, file);
    expect(await writeEnvironment(await library(), file)).toBe(first.api);
    expect(variable(await readEnvironment(file), 'base_url')).toBe(first.api);
  });

  test('has the same variables as the one to fill in for AWS', async () => {
    const hosted = await readEnvironment(new URL('../../postman/aws.postman_environment.json', import.meta.url));
    const namesOf = ({ values }: { values: { key: string }[] }) => values.map(({ key }) => key).sort();
    expect(namesOf(hosted)).toEqual(namesOf(await localEnvironment(await library())));
  });
});
