import { WriteStream } from 'node:tty';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { OPEN, reader } from '../../dev/local/terminal.mjs';
import { type Data, welcome } from '../../dev/local/welcome.ts';
import { log, metric, remark } from '../../lib/runtime/log.ts';
import { Failure } from '../../lib/values/failure.ts';
import { call, newUser, someone } from '../support/api.ts';
import { journalLines } from '../support/journal.ts';
import { run } from '../support/lambda.ts';
import { services } from '../support/services.ts';
import { userPath } from '../support/users.ts';

/** What a person sees of the log in a terminal, and what a program reads of it elsewhere. */

const terminal = (env: object) => ({
  isTTY: true,
  hasColors: () => WriteStream.prototype.hasColors({ TERM: 'xterm-256color', ...env }),
});
const PLAIN = terminal({ NO_COLOR: '1' });
const FILE = {};

beforeEach(() => void journalLines.splice(0));
afterEach(() => void journalLines.splice(0));

/** The lines that the log has, as the start reads them: without their ends. */
const written = () => journalLines.map((line) => line.trimEnd());

const isText = (text: string | undefined) => text !== undefined;

/** What is shown of the log's lines once the library is open. */
function shown(output: Parameters<typeof reader>[0]): string[] {
  const read = reader(output);
  read(OPEN);
  return written().map(read).filter(isText);
}

const line = (over: object = {}) => ({
  requestId: 'its-id',
  route: 'x',
  status: 200,
  begun: performance.now(),
  ...over,
});

describe('requests', () => {
  const NAME = 'Zénobie';

  beforeEach(async () => {
    const { id } = await newUser();
    journalLines.splice(0);
    await call('GET', `/utilisateurs?nom=${NAME}`);
    await call('GET', userPath(id));
    await call('POST', '/utilisateurs', { body: { ...someone(), nom: NAME, age: 3 } });
    await call('GET', `/${NAME}`);
  });

  test('are one line each in a terminal, with nothing of a person', () => {
    expect(shown(PLAIN)).toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}200 {2}GET \/utilisateurs {2}\d+ ms$/),
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}200 {2}GET \/utilisateurs\/\{id\} {2}\d+ ms$/),
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}400 {2}POST \/utilisateurs {2}requete_invalide {2}\d+ ms$/),
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}404 {2}\(aucune opération\) {2}route_introuvable {2}\d+ ms$/),
    ]);
  });

  test('are the JSON of the log anywhere else', () => {
    expect(shown(FILE)).toEqual(written());
    expect(written().map((text) => JSON.parse(text).status)).toEqual([200, 200, 400, 404]);
  });

  test('have a colour when they are refused, where there are colours', () => {
    const statuses = shown(terminal({})).map((text) => text.split('  ')[1]);
    expect(statuses).toEqual(['200', '200', '\x1b[33m400\x1b[0m', '\x1b[33m404\x1b[0m']);
  });

  test('that the start itself sends before the library is open are silent in a terminal', () => {
    expect(written().map(reader(PLAIN)).filter(isText)).toEqual([]);
  });
});

describe('in a terminal', () => {
  const scheduled = services.flatMap(({ functions }) =>
    Object.entries(functions).flatMap(([name, { events = [] }]) =>
      events.some((event) => 'schedule' in event) ? [name] : [],
    ),
  );

  test('jobs that did nothing are silent, with their figures for alarms', async () => {
    for (const name of scheduled) await run(name);
    expect(written().length).toBeGreaterThan(scheduled.length);
    expect(shown(PLAIN)).toEqual([]);
    expect(shown(FILE)).toEqual(written());
  });

  test('a job that did something tells what, by the name of its function', () => {
    log(line({ route: 'bibliotheque-local-loans-reconcile', regles: 2, restants: 0, en_souffrance: 1 }));
    expect(shown(PLAIN)).toEqual([
      expect.stringMatching(/ {2}200 {2}loans-reconcile {2}regles=2, en_souffrance=1 {2}\d+ ms$/),
    ]);
  });

  test('a private command that was answered is silent', () => {
    log(line({ route: 'bibliotheque-local-users-standing' }));
    metric('EmpruntsEnSouffrance', 3);
    expect(shown(PLAIN)).toEqual([]);
  });

  test('warnings and errors are seen, also of commands and before the library is open', () => {
    remark('a notice was refused', { record: 'a-record', failures: 2 });
    const error = new Failure('service_indisponible', { cause: new TypeError(`no ${NaN}`) });
    log(line({ route: 'bibliotheque-local-users-open-loan', status: 503, error }));
    const [warning, ...told] = written().map(reader(PLAIN)).filter(isText);
    expect(warning).toMatch(/ {2}attention {2}a notice was refused {2}record=a-record {2}failures=2$/);
    expect(told).toEqual([
      expect.stringMatching(
        / {2}503 {2}users-open-loan {2}service_indisponible {2}\d+ ms\n +TypeError \(its-id\)\n +at .+/,
      ),
    ]);
    expect(told[0]).not.toContain('NaN');
  });

  test('what is no line of the log is shown as it is, but for the box that the framework draws', () => {
    const read = reader(PLAIN);
    const lines = ['', '┌────┐', ' │ GET │', '└────┘', 'Une phrase', '{"time":', OPEN, '', 'Une autre'];
    expect(lines.slice(0, 6).map(read).filter(isText)).toEqual(['Une phrase', '{"time":']);
    expect(lines.slice(6).map(read)).toEqual([OPEN, '', 'Une autre']);
  });
});

describe('the last lines of the start', () => {
  const opening = { api: 'http://localhost:3000', inbox: 'http://localhost:8005', token: 'eyJ', owner: undefined };
  const said = (data: Data, owner?: string) => welcome({ ...opening, data, owner });

  test.each<[Data, RegExp]>([
    ['memory', /neuves à chaque démarrage, et perdues à l'arrêt ;\n.*dès le premier : npm start -- --garder\n/],
    ['fresh', /gardées dans \.local\/donnees, à effacer pour repartir à neuf/],
    ['found', /retrouvées dans \.local\/donnees, à effacer.*\n +Jeton/],
    ['aged', /retrouvées dans \.local\/donnees, à effacer.*\n.*dates n'ont pas bougé/],
    ['elsewhere', /DYNAMODB_ENDPOINT/],
  ])('say that data are %s, in columns of a narrow terminal', (data, words) => {
    expect(said(data)).toMatch(words);
    for (const text of said(data).split('\n')) expect(text.length).toBeLessThanOrEqual(80);
    const columns = said(data).match(/^ {2}(?=\S| {2})\S* +(?=\S)/gm) ?? [];
    expect(new Set(columns.map((text) => text.length))).toEqual(new Set([17]));
  });

  test('name the reference, the inbox, both files of Postman, one token and how to stop, and pass as they are', () => {
    const lines = said('memory').split('\n');
    for (const part of [`${opening.api}/docs`, opening.inbox, '_collection.json', 'local.postman_environment.json'])
      expect(lines.filter((text) => text.endsWith(part))).toHaveLength(1);
    expect(lines.filter((text) => text === opening.token)).toHaveLength(1);
    expect(lines.findLast((text) => text !== '')).toBe('Pour arrêter : Ctrl-C');
    for (const output of [PLAIN, FILE]) {
      const read = reader(output);
      expect(lines.map(read).filter(isText)).toEqual(lines.slice(1));
    }
  });

  test('say to whom the environment of Postman was left', () => {
    expect(said('memory', 'http://localhost:4000')).toMatch(/laissé à .*http:\/\/localhost:4000/);
  });
});
