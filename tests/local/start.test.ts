import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkAnswers, checkIsLocal, checkPorts, Obstacle } from '../../dev/local/checks.ts';
import { endOrphans, startDynamoDb } from '../../dev/local/dynamodb.ts';
import { newCheckout } from '../support/checkout.ts';
import { drawn } from '../support/extent.ts';
import { expectCleanStop } from '../support/load.ts';
import { freePort } from '../support/port.ts';
import {
  hasDatabase,
  isEmptied,
  npmStart,
  ports,
  run,
  running,
  shell,
  start,
  started,
  tokenIn,
  untilReady,
  untilSaid,
} from './starting.ts';

interface Found {
  elements: unknown[];
}

const START_MS = 300_000;
/** This check begins early, because it waits for long before it gives up. */
const unanswered = checkAnswers('http://localhost:9').catch(({ message }) => message);

describe('npm start', () => {
  /** Each has the whole system start once more: an everyday run takes one of them. */
  const ends = drawn<'SIGKILL' | 'SIGINT'>(['SIGKILL', 'SIGINT'], () => 'end', 'ends of a start that keeps its data');

  test(
    `answers when it says so, is alone on its ports, keeps what was entered when ended by ${ends.join(', then ')}, and ends by Ctrl-C`,
    async () => {
      const { folder, remove } = await newCheckout();
      // What it keeps is not to be what a developer keeps here.
      await rm(join(folder, '.local'), { force: true });
      const keeping = (over = {}) => run('npm', ['start', '--silent', '--', '--garder'], shell(over), folder);
      const api = `http://localhost:${ports.PORT}`;

      const first = keeping();
      await untilReady(first);
      expect(first.said.out).toMatch(/Données +gardées/);
      const [inbox] = /http:\S+(?=\n +Postman)/.exec(first.said.out) as RegExpExecArray;
      for (const page of [inbox, `${api}/docs`]) expect(await fetch(page)).toMatchObject({ status: 200 });
      const token = tokenIn(first.said);
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const enrol = async (email: string) => {
        const body = JSON.stringify({ nom: 'Curie', prenom: 'Marie', email });
        expect(await fetch(`${api}/utilisateurs`, { method: 'POST', headers, body })).toMatchObject({ status: 201 });
      };
      const found = async (email: string) =>
        ((await (await fetch(`${api}/utilisateurs?email=${email}`, { headers })).json()) as Found).elements.length;
      await enrol('avant@example.org');
      // It names people.
      expect((await stat(join(folder, '.local/donnees'))).mode & 0o077).toBe(0);
      // Where no person looks, each request is a line of JSON.
      await untilSaid(first, '"route":"POST /utilisateurs"');

      const other = Object.fromEntries(
        await Promise.all(Object.keys(ports).map(async (name) => [name, `${await freePort()}`])),
      );
      const intruders = [start({}), keeping(other)] as const;
      expect(await Promise.all(intruders.map(({ ended }) => ended))).toEqual([1, 1]);
      const [onPorts, onData] = intruders.map(({ said }) => said.err.trim().split('\n'));
      expect(onData).toEqual([expect.stringMatching(/^Les données de \.local\/donnees sont déjà ouvertes .*Ctrl-C$/)]);
      expect(onPorts).toHaveLength(1);
      for (const port of Object.values(ports)) expect(onPorts?.[0]).toContain(port);

      let last = first;
      for (const end of ends) {
        process.kill(-(last.child.pid as number), end);
        await last.ended;
        if (end === 'SIGKILL') expect(hasDatabase()).toBe(true);
        else expect(await isEmptied(last.child)).toBe(true);
        last = keeping();
        await untilReady(last);
        expect(last.said.out).toMatch(/Données +retrouvées/);
        expect(await found('avant@example.org')).toBe(1);
        if (end !== ends[0]) expect(await found(`${ends[0]}@example.org`)).toBe(1);
        await enrol(`${end}@example.org`);
      }
      // What is scheduled for the night is made up for.
      await untilSaid(last, '"route":"bibliotheque-local-loans-forget-old"');
      await expectCleanStop(api, headers.authorization, () => process.kill(-(last.child.pid as number), 'SIGINT'));
      expect(await isEmptied(last.child)).toBe(true);
      expect(last.said.err).toBe('');
      await remove();
    },
    START_MS,
  );

  test.each([[['--garde']], [['garder']], [['--garder', 'x']]])('refuses %p in one line', async (args) => {
    const { said, ended } = start({}, ...args);
    expect(await ended).toBe(2);
    expect(said).toEqual({
      out: '',
      err: expect.stringMatching(/^« \S+ » n'est pas compris : .*npm start -- --garder.*\n$/),
    });
  });

  const elsewhere = { DYNAMODB_ENDPOINT: 'http://localhost:9' };
  test.each([
    ['as it is documented', () => start(elsewhere, '--garder')],
    // As npm hands the option on when its `--` is forgotten, or was taken away by PowerShell.
    ['without the -- of npm', () => run('npm', ['start', '--silent', '--garder'], shell(elsewhere))],
  ])('asked %s, does not keep the data of a DynamoDB elsewhere, and says so in one line', async (_, asked) => {
    const { said, ended } = asked();
    expect(await ended).toBe(2);
    expect(said).toEqual({ out: '', err: expect.stringMatching(/^--garder ne va pas avec DYNAMODB_ENDPOINT : .*\n$/) });
  });

  test.each(drawn([500, 3_000], () => 'delay', 'delays of a kill'))(
    'leaves nothing when killed after %i ms, still starting',
    async (delay) => {
      const { child, ended } = npmStart();
      await sleep(delay);
      process.kill(child.pid as number, 'SIGTERM');
      await ended;
      expect(await isEmptied(child)).toBe(true);
    },
  );

  /** Each loads the whole framework: an everyday run takes one of them. */
  const faults = drawn(
    [
      {
        fault: 'in a variable',
        over: { COURRIELS_PAR_SECONDE: 'abc' },
        said: /^[^\n]*COURRIELS_PAR_SECONDE=abc[^\n]*\n$/,
      },
      {
        fault: 'in a source',
        source: 'export const handler = ;\n',
        said: /not-found\.ts:1:23.*Les fonctions n'ont pas pu être assemblées : Unexpected/s,
      },
    ],
    () => 'fault',
    'faults of a start',
  );

  test.each(faults)(
    'with a fault $fault says where it is, and leaves nothing',
    async ({ over, source, said: line }) => {
      const { folder, remove } = await newCheckout();
      if (source) await writeFile(join(folder, 'functions/not-found.ts'), source);
      const { child, said, ended } = run('npm', ['start', '--silent'], shell(over), folder);
      expect(await ended).toBe(1);
      expect(said).toEqual({ out: '', err: expect.stringMatching(line) });
      expect(await isEmptied(child)).toBe(true);
      await remove();
    },
  );
});

describe('one line says why the start fails with', () => {
  const JAVA_8 = `#!/bin/sh\necho 'openjdk version "1.8.0_432"' >&2\n`;
  let scratch: string;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'start-'));
    await writeFile(join(scratch, 'java'), JAVA_8, { mode: 0o755 });
  });

  afterAll(() => rm(scratch, { recursive: true }));

  test.each([
    ['no Java', () => '', /^Java 11 .*docker compose up -d/],
    ['Java 8', () => scratch, /^Java 8 .*11 .*docker compose up -d/],
  ])('%s', async (_, path, line) => {
    const check =
      "const { checkJava } = await import('./dev/local/checks.ts'); checkJava().catch(({ message }) => console.log(message));";
    const { said, ended } = run(process.execPath, ['--input-type=module', '--eval', check], shell({ PATH: path() }));
    await ended;
    expect(said.out).toMatch(line);
  });

  test('a DynamoDB elsewhere', () => {
    expect(() => checkIsLocal('https://dynamodb.eu-west-3.amazonaws.com')).toThrow(/refusé.*locale/);
  });

  test('a DynamoDB that does not answer', async () => {
    expect(await unanswered).toMatch(/^DynamoDB ne répond pas à http:\/\/localhost:9 : /);
  });

  describe('a port', () => {
    const servers = [createServer(), createServer()];
    let [port, mail] = [0, 0];

    beforeAll(async () => {
      for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
      [port, mail] = servers.map((server) => (server.address() as AddressInfo).port) as [number, number];
    });

    afterAll(() => {
      for (const server of servers) server.close();
    });

    test.each([
      ['that is a word', { PORT: 'abc' }, /^PORT=abc n'est pas un port$/],
      ['that is too large', { PORT: '65536' }, /^PORT=65536 n'est pas un port$/],
      ['asked for twice', { PORT: '1', LAMBDA_PORT: '2', MAIL_PORT: '1' }, /^PORT et MAIL_PORT ont le même port, 1 : /],
    ])('%s', async (_, asked, line) => {
      await expect(checkPorts(asked)).rejects.toThrow(line);
    });

    test.each(['PORT', 'MAIL_PORT'])('that is taken, with the variable %s that moves it', async (name) => {
      await expect(checkPorts({ DYNAMODB_PORT: '1', [name]: `${port}` })).rejects.toThrow(
        new Obstacle(
          `Port déjà pris : ${port} (${name}). Arrêtez le programme qui l'occupe, ou choisissez un autre port par la variable entre parenthèses`,
        ),
      );
    });

    test('that are taken together, as by a library that runs already', () =>
      expect(checkPorts({ PORT: `${port}`, MAIL_PORT: `${mail}`, DYNAMODB_PORT: '1' })).rejects.toThrow(
        new RegExp(`^Ports déjà pris : ${port} \\(PORT\\), ${mail} \\(MAIL_PORT\\)\\. Une bibliothèque tourne`),
      ));

    test('of the database that is taken, with how one of Docker that has it is used', () =>
      expect(checkPorts({ PORT: '1', DYNAMODB_PORT: `${port}` })).rejects.toThrow(
        new RegExp(`^Port déjà pris : ${port} \\(DYNAMODB_PORT\\)\\. .*DYNAMODB_ENDPOINT=http://localhost:${port} `),
      ));

    test('on which DynamoDB Local cannot listen', () =>
      expect(startDynamoDb(port)).rejects.toThrow(/^DynamoDB Local n'a pas démarré : .*in use/));
  });
});

/** A process that looks, in the list of processes, as DynamoDB Local does which that process has started. */
async function databaseOf(parent: number, { argv0 = 'java', configuration = CONFIGURATION } = {}) {
  const args = ['-e', 'setInterval(() => {}, 1e6)', '--', `-Dbibliotheque.parent=${parent}`, 'Main', configuration];
  const child = spawn(process.execPath, args, { argv0, detached: true, stdio: 'ignore' });
  started.push(child);
  while (!running().includes(`${child.pid} ${argv0} -e`)) await sleep(20);
  return child;
}
const CONFIGURATION = new URL('../../dev/local/dynamodb.xml', import.meta.url).href;

/** The id of a process that is dead and stays in the list of processes, because its own parent does not look. */
async function unburied(): Promise<number> {
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(parent);
  return Number((await once(parent.stdout, 'data'))[0]);
}

test('the start ends each DynamoDB of its own whose parent is gone or dead, and no other process', async () => {
  const GONE = 2 ** 30;
  const others = [
    await databaseOf(process.pid),
    await databaseOf(GONE, { configuration: CONFIGURATION.replace('dev/', 'other/') }),
    await databaseOf(GONE, { argv0: 'vim' }),
  ];
  const orphans = [await databaseOf(GONE), await databaseOf(await unburied())];
  const ended = orphans.map((child) => once(child, 'exit'));
  await endOrphans();
  for (const [, signal] of await Promise.all(ended)) expect(signal).toBe('SIGKILL');
  expect(others.map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual([null, null, null]);
  // The suite's own, started from this folder.
  expect(await fetch(process.env.DYNAMODB_ENDPOINT as string)).toMatchObject({ status: 400 });
});

describe('npm run token', () => {
  const token = (...args: string[]) => run(process.execPath, ['dev/local/token.ts', ...args], shell());

  test.each([[['bibliothecaire']], [['adherent', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd']]])(
    'prints a token and nothing else for %p',
    async (args) => {
      const { said, ended } = token(...args);
      expect(await ended).toBe(0);
      expect(said.out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    },
  );

  test.each([[[]], [['directeur']], [['adherent', '12']]])('prints one line of help for %p', async (args) => {
    const { said, ended } = token(...(args as string[]));
    expect(await ended).toBe(2);
    expect(said).toEqual({ out: '', err: expect.stringMatching(/^Usage : .*\n$/) });
  });
});
