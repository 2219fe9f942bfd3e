import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { LARGEST_BUNDLE } from '../../../dev/bench/largest-bundle.ts';
import { filesOf, leastStage, ofType } from './packaged.ts';

/** The functions' packages, loaded as Lambda loads them. */

it('the bundle of a function is small, whichever it is', async () => {
  const names = ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties.FunctionName);
  const bundles: [string, number][] = [];
  for (const name of names) {
    const files = await filesOf(name.replace('bibliotheque-prod-', ''));
    bundles.push(...files.filter(([path]) => path.endsWith('.cjs')).map(([, { length }]) => [name, length] as never));
  }
  expect(bundles.map(([name]) => name)).toEqual(names);
  expect(bundles.filter(([, length]) => length > LARGEST_BUNDLE)).toEqual([]);
});

const isIn = async (name: string, text: string) =>
  (await filesOf(name)).some(([, content]) => Buffer.from(content).includes(text));

it('the shapes of a request are in the functions that take it and in no other', async () => {
  const shapes = {
    'books-update': 'champ \\xE0 modifier : titre',
    'books-update-copy': 'champ \\xE0 modifier : code_barres',
  };
  for (const [owner, text] of Object.entries(shapes))
    for (const name of [...Object.keys(shapes), 'books-create', 'books-get'])
      expect([name, text, await isIn(name, text)]).toEqual([name, text, name === owner]);
});

it('the lending policy is in the functions that need it and in no other, and nothing that reads YAML', async () => {
  for (const name of ['loans-create', 'users-verify', 'books-create'])
    expect([name, await isIn(name, '*/dvd')]).toEqual([name, true]);
  for (const name of ['not-found', 'docs']) expect([name, await isIn(name, '*/dvd')]).toEqual([name, false]);
  expect(await isIn('loans-create', 'TAB_AS_INDENT')).toBe(false);
});

/** Runs a program in a folder that has a function's package and nothing else. @returns the last line that it prints */
async function runIn(functionName: string, program: string, env: NodeJS.ProcessEnv) {
  const folder = await mkdtemp(join(tmpdir(), 'function-'));
  try {
    for (const [path, content] of await filesOf(functionName)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const said = execFileSync(process.execPath, ['--eval', program], { cwd: folder, env, encoding: 'utf8' });
    return JSON.parse(said.trim().split('\n').at(-1) as string);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const CONTEXT = '{ awsRequestId: "id", getRemainingTimeInMillis: () => 10_000 }';

it('a minified log line names the error and the functions that it came through', async () => {
  const token = [...['{"alg":"RS256"}', '{}'].map((part) => btoa(part).replaceAll('=', '')), 'c'].join('.');
  const http = { method: 'GET', path: '/utilisateurs/1' };
  const headers = { authorization: `Bearer ${token}` };
  const event = { routeKey: 'GET /utilisateurs/{id}', rawPath: http.path, headers, requestContext: { http } };
  const program = `require('./functions/users/get.cjs').handler(${JSON.stringify(event)}, ${CONTEXT}).then(() => process.exit())`;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const line = await runIn('users-get', program, { ...env, JWT_JWKS_URL: 'data:application/json,{}' });
  expect(line).toMatchObject({ status: 503, error: { name: 'JWKSInvalid' } });
  expect(line.error.stack.join('\n')).toMatch(/createLocalJWKSet.*\n(.*\n)*.*keysAt/);
});

it('the reference page is a function of its own, whose package holds every file of it', async () => {
  const calls = `
    const { handler } = require('./functions/docs/serve.cjs');
    const answers = {};
    // Follows what each file names, as a browser does.
    async function follow(path) {
      if (path in answers) return;
      const event = { rawPath: path, headers: {}, requestContext: { http: { method: 'GET', path } } };
      const { statusCode, body, isBase64Encoded } = await handler(event, ${CONTEXT});
      answers[path] = statusCode;
      if (!/docs$|[.]js$/.test(path)) return;
      const text = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString();
      for (const [, named] of text.matchAll(/(?:src=|href=|from ?|import ?|import\\(|fetch\\()["'\`]([./][\\w./-]+)["'\`]/g))
        if (/^[.]|^.docs|openapi/.test(named)) await follow(new URL(named, 'http://x' + path).pathname);
    }
    follow('/docs').then(() => process.stdout.write('\\n' + JSON.stringify(answers)));`;
  // What the local system alone serves.
  const { '/docs/jetons.json': tokens, ...answers } = await runIn('docs', calls, { PATH: process.env.PATH });
  expect(tokens).toBe(404);
  expect(Object.keys(answers)).toEqual(expect.arrayContaining(['/openapi.json', '/docs/scalar/standalone.esm.js']));
  expect(Object.keys(answers).length).toBeGreaterThan(25);
  expect(Object.entries(answers).filter(([, status]) => status !== 200)).toEqual([]);
  const routes = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties.RouteKey);
  const own = routes.filter((route) => /^GET \/$|docs|openapi|jetons/.test(route));
  expect(own.sort()).toEqual(['GET /', 'GET /docs', 'GET /docs/{file+}', 'GET /openapi.json']);
});

it('no package has what hands out the local tokens', async () => {
  for (const [, { Properties }] of ofType('AWS::Lambda::Function')) {
    const files = await filesOf(Properties.FunctionName.replace('bibliotheque-prod-', ''));
    const bundles = files.filter(([path]) => path.endsWith('.cjs'));
    expect(
      bundles.filter(([, content]) => /PRIVATE KEY|\.local\/|jetons\.json/.test(String(Buffer.from(content)))),
    ).toEqual([]);
    expect(files.filter(([path]) => /^(dev|\.local)\//.test(path))).toEqual([]);
  }
});

it('a stage goes without the reference page when its parameter says so, and has all the rest', async () => {
  const { functions } = await leastStage();
  const names = ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties.FunctionName);
  const others = ['docs', 'identity-token'].map((name) => `bibliotheque-prod-${name}`);
  expect(Object.keys(functions).map((name) => `bibliotheque-prod-${name}`)).toEqual(
    names.filter((name) => !others.includes(name)),
  );
});
