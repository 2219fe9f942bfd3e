import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { drawn } from '../support/extent.ts';
import { freePort } from '../support/port.ts';
import { newShell } from '../support/script.ts';
import { Aws } from './aws.ts';

/** `npm run bibliothecaire`, as it is typed, before a stand-in of AWS. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const [, ...program] = packageJson.scripts.bibliothecaire.split(' ');
/** Nobody's: no profile of whoever runs the tests is found there. */
const home = mkdtempSync(`${tmpdir()}/home-`);
const SIGNED_IN = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
const ZOE = 'zoe@exemple.fr';

let aws: Aws;
let endpoint: string;

beforeEach(async () => {
  aws = new Aws();
  endpoint = await aws.start();
});
afterEach(() => aws.stop());
afterAll(() => rmSync(home, { recursive: true }));

interface Said {
  code: number | string;
  out: string[];
  err: string[];
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

function run(typed: string, env: NodeJS.ProcessEnv = SIGNED_IN): Promise<Said> {
  const around = {
    ...newShell(),
    HOME: home,
    USERPROFILE: home,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
  };
  const options = { cwd: root, env: { ...around, AWS_ENDPOINT_URL: endpoint, ...env } };
  const parameters = [...program, ...typed.split(' ').filter((part) => part !== '')];
  return new Promise((done) => {
    execFile(process.execPath, parameters, options, (error, out, err) =>
      done({ code: error?.code ?? 0, out: lines(out), err: lines(err) }),
    );
  });
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
  const { code, out } = await run(`--stage prod ${ZOE}`);
  expect([code, out[0]]).toEqual([0, expect.stringContaining('est maintenant')]);
  expect(aws.done).toEqual([`AdminAddUserToGroup ${ZOE}`]);
});

test('what a run that was cut off has left to do is done by the next', async () => {
  aws.refused = ['AdminAddUserToGroup', 'InternalErrorException'];
  expect((await run(`${ZOE} --stage prod`)).code).toBe(2);
  aws.refused = undefined;
  aws.done.splice(0);
  expect((await run(`${ZOE} --stage prod`)).code).toBe(0);
  expect(aws.done).toEqual([`AdminAddUserToGroup ${ZOE}`]);
});

test.each([
  ['has not been confirmed', { status: 'UNCONFIRMED', verified: false, groups: [] }],
  ['has an e-mail that is not verified', { status: 'CONFIRMED', verified: false, groups: [] }],
] as const)('somebody whose inscription %s is made nothing', async (_, { groups, ...person }) => {
  aws.people.set(ZOE, { ...person, groups: [...groups] });
  const told = expect.stringMatching(/^zoe@exemple\.fr s'est inscrit sans confirmer son adresse : /);
  expect(await run(`${ZOE} --stage prod`)).toEqual({ code: 2, out: [], err: [told] });
  expect(aws.done).toEqual([]);
});

const MISTAKEN: [typed: string, told: RegExp][] = [
  ['', /^Usage : /],
  [`${ZOE} lea@exemple.fr --stage prod`, /^Usage : /],
  [`${ZOE} --etape prod`, /^Usage : /],
  ['zoe --stage prod', /^« zoe » n'est pas une adresse e-mail/],
  [ZOE, /^Il manque --stage, .*« local » a ses propres jetons/],
  [`${ZOE} --stage local`, /^Il manque --stage, .*« local » a ses propres jetons/],
  [`${ZOE} --stage Prod!`, /^--stage Prod! : un stage s’écrit en minuscules/],
  [`${ZOE} --stage essai`, /^Le stage « essai » n'est pas déployé dans eu-west-3/],
  [`${ZOE} --stage autre`, /^Le stage « autre » n'a pas de groupe d'utilisateurs/],
];

test.each(drawn(MISTAKEN, ([, { source }]) => source, 'what a librarian is asked by'))(
  'what is asked by %j is refused in one line',
  async (typed, told) => {
    aws.stacks['bibliotheque-autre'] = { HttpApiUrl: 'https://x' };
    expect(await run(typed)).toEqual({ code: 2, out: [], err: [expect.stringMatching(told)] });
    expect(aws.done).toEqual([]);
  },
);

test('somebody who is not signed in to AWS is told so in one line', async () => {
  const told = expect.stringMatching(/^Aucun accès à AWS n'a été trouvé/);
  expect(await run(`${ZOE} --stage prod`, {})).toEqual({ code: 2, out: [], err: [told] });
});

test('an AWS that does not answer is told so in one line', async () => {
  const nobody = { ...SIGNED_IN, AWS_ENDPOINT_URL: `http://127.0.0.1:${await freePort()}` };
  const told = expect.stringMatching(/^AWS ne répond pas/);
  expect(await run(`${ZOE} --stage prod`, nobody)).toEqual({ code: 2, out: [], err: [told] });
});

const REFUSALS: [operation: string, error: string, told: RegExp][] = [
  ['DescribeStacks', 'ExpiredToken', /^AWS refuse cet accès/],
  ['DescribeStacks', 'InvalidClientTokenId', /^AWS refuse cet accès/],
  ['DescribeStacks', 'AccessDenied', /^Cet accès n'a pas les droits/],
  ['AdminGetUser', 'AccessDeniedException', /^Cet accès n'a pas les droits/],
  ['AdminCreateUser', 'CodeDeliveryFailureException', /^L'invitation n'a pas pu partir/],
  ['AdminAddUserToGroup', 'SomethingElse', /^Quelque chose d'imprévu est arrivé \(SomethingElse/],
];

test.each(drawn(REFUSALS, ([, , { source }]) => source, 'refusals of AWS'))(
  'when AWS refuses %s with %s, one line says what to do',
  async (operation, error, told) => {
    aws.refused = [operation, error];
    const { code, err } = await run(`${ZOE} --stage prod`);
    expect([code, err]).toEqual([2, [expect.stringMatching(told)]]);
  },
);
