import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeLibrarian } from '../../dev/aws/pool.ts';
import { told } from '../../dev/aws/told.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { drawn } from '../support/extent.ts';
import { freePort } from '../support/port.ts';
import { newShell } from '../support/script.ts';
import { Aws } from './aws.ts';

/** `npm run bibliothecaire` before a stand-in of AWS: as it is typed where that is tested, else by what it does. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const [, ...program] = packageJson.scripts.bibliothecaire.split(' ');
/** Nobody's: no profile of whoever runs the tests is found there. */
const home = mkdtempSync(`${tmpdir()}/home-`);
const SIGNED_IN = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
/** An answer of AWS is not waited for a second time. */
const ONCE = { AWS_EC2_METADATA_DISABLED: 'true', AWS_MAX_ATTEMPTS: '1' };
const ZOE = 'zoe@exemple.fr';

let aws: Aws;
let endpoint: string;

const { env: before } = process;

beforeEach(async () => {
  aws = new Aws();
  endpoint = await aws.start();
  process.env = { ...before, ...ONCE, ...SIGNED_IN, AWS_ENDPOINT_URL: endpoint };
});
afterEach(() => {
  process.env = before;
  aws.stop();
});
afterAll(() => rmSync(home, { recursive: true }));

interface Said {
  code: number | string;
  out: string[];
  err: string[];
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

function run(typed: string, env: NodeJS.ProcessEnv = SIGNED_IN): Promise<Said> {
  const around = { ...newShell(), ...ONCE, HOME: home, USERPROFILE: home };
  const options = { cwd: root, env: { ...around, AWS_ENDPOINT_URL: endpoint, ...env } };
  const parameters = [...program, ...typed.split(' ').filter((part) => part !== '')];
  return new Promise((done) => {
    execFile(process.execPath, parameters, options, (error, out, err) =>
      done({ code: error?.code ?? 0, out: lines(out), err: lines(err) }),
    );
  });
}

/** What the command says and does in the end, in this process: the last line is that of an error. */
async function make(email: string, stage = 'prod'): Promise<string[]> {
  const said: string[] = [];
  try {
    for await (const line of makeLibrarian(email, stage, 'eu-west-3')) said.push(line);
  } catch (error) {
    said.push(`! ${told(error)}`);
  }
  return said;
}

test('a person whom the pool does not know is invited, and made a librarian; run again, nothing is done again', async () => {
  const invited = `${ZOE} est invité par courriel : le mot de passe provisoire vaut sept jours.`;
  const made = `${ZOE} est maintenant bibliothécaire du stage « prod » (groupe bibliothecaires de eu-west-3_EXAMPLE).`;
  const hint = 'Pour se connecter (docs/connexion.md) : https://connexion.example, application guichet';
  expect(await run('Zoe@Exemple.FR --stage prod')).toEqual({ code: 0, out: [invited, made, hint], err: [] });
  const zoe = { status: 'FORCE_CHANGE_PASSWORD', verified: true, groups: ['bibliothecaires'] };
  expect([...aws.people]).toEqual([[ZOE, zoe]]);

  aws.done.splice(0);
  const already = `${ZOE} est déjà bibliothécaire.`;
  expect(await run(`${ZOE} --stage prod`)).toEqual({ code: 0, out: [already, hint], err: [] });
  expect(aws.done).toEqual([]);
});

test('a reader who has signed up is made a librarian without an invitation', async () => {
  aws.people.set(ZOE, { status: 'CONFIRMED', verified: true, groups: ['amis'] });
  expect((await make(ZOE))[0]).toContain('est maintenant');
  expect(aws.done).toEqual([`AdminAddUserToGroup ${ZOE}`]);
});

test('what a run that was cut off has left to do is done by the next', async () => {
  aws.refused = ['AdminAddUserToGroup', 'InternalErrorException'];
  expect((await make(ZOE)).at(-1)).toMatch(/^! /);
  aws.refused = undefined;
  aws.done.splice(0);
  expect((await make(ZOE))[0]).toContain('est maintenant');
  expect(aws.done).toEqual([`AdminAddUserToGroup ${ZOE}`]);
});

test.each([
  ['has not been confirmed', { status: 'UNCONFIRMED', verified: false, groups: [] }],
  ['has an e-mail that is not verified', { status: 'CONFIRMED', verified: false, groups: [] }],
] as const)('somebody whose inscription %s is made nothing', async (_, { groups, ...person }) => {
  aws.people.set(ZOE, { ...person, groups: [...groups] });
  expect(await make(ZOE)).toEqual([
    expect.stringMatching(/^! zoe@exemple\.fr s'est inscrit sans confirmer son adresse : /),
  ]);
  expect(aws.done).toEqual([]);
});

const MISTAKEN: [typed: string, says: RegExp][] = [
  ['', /^Usage : /],
  [`${ZOE} lea@exemple.fr --stage prod`, /^Usage : /],
  [`${ZOE} --etape prod`, /^Usage : /],
  ['zoe --stage prod', /^« zoe » n'est pas une adresse e-mail/],
  [ZOE, /^Il manque --stage, .*« local » a ses propres jetons/],
  [`${ZOE} --stage local`, /^Il manque --stage, .*« local » a ses propres jetons/],
  [`${ZOE} --stage Prod!`, /^--stage Prod! : un stage s’écrit en minuscules/],
];

test.each(drawn(MISTAKEN, ([, { source }]) => source, 'what a librarian is asked by'))(
  'what is asked by %j is refused in one line',
  async (typed, says) => {
    expect(await run(typed)).toEqual({ code: 2, out: [], err: [expect.stringMatching(says)] });
    expect(aws.done).toEqual([]);
  },
);

test.each([
  ['essai', /^! Le stage « essai » n'est pas déployé dans eu-west-3/],
  ['autre', /^! Le stage « autre » n'a pas de groupe d'utilisateurs/],
])('nobody is made a librarian of the stage %s, which has no pool', async (stage, says) => {
  aws.stacks['bibliotheque-autre'] = { HttpApiUrl: 'https://x' };
  expect(await make(ZOE, stage)).toEqual([expect.stringMatching(says)]);
  expect(aws.done).toEqual([]);
});

test('somebody who is not signed in to AWS is told so in one line', async () => {
  const says = expect.stringMatching(/^Aucun accès à AWS n'a été trouvé/);
  expect(await run(`${ZOE} --stage prod`, {})).toEqual({ code: 2, out: [], err: [says] });
});

test('an AWS that does not answer is told so in one line', async () => {
  const nobody = { ...SIGNED_IN, AWS_ENDPOINT_URL: `http://127.0.0.1:${await freePort()}` };
  const says = expect.stringMatching(/^AWS ne répond pas/);
  expect(await run(`${ZOE} --stage prod`, nobody)).toEqual({ code: 2, out: [], err: [says] });
});

const REFUSALS: [operation: string, error: string, says: RegExp][] = [
  ['DescribeStacks', 'ExpiredToken', /^! AWS refuse cet accès.*$/],
  ['DescribeStacks', 'InvalidClientTokenId', /^! AWS refuse cet accès.*$/],
  ['DescribeStacks', 'AccessDenied', /^! Cet accès n'a pas les droits.*$/],
  ['AdminGetUser', 'AccessDeniedException', /^! Cet accès n'a pas les droits.*$/],
  ['AdminCreateUser', 'CodeDeliveryFailureException', /^! L'invitation n'a pas pu partir.*$/],
  ['AdminAddUserToGroup', 'SomethingElse', /^! Quelque chose d'imprévu est arrivé \(SomethingElse.*$/],
];

test.each(REFUSALS)('when AWS refuses %s with %s, one line says what to do', async (operation, error, says) => {
  aws.refused = [operation, error];
  expect((await make(ZOE)).at(-1)).toMatch(says);
});
