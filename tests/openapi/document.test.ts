import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { isbn13Of } from '../../lib/books/isbn.ts';
import livres from '../../seed/books/livres.json' with { type: 'json' };
import emprunts from '../../seed/loans/emprunts.json' with { type: 'json' };
import penalites from '../../seed/users/penalites.json' with { type: 'json' };
import utilisateurs from '../../seed/users/utilisateurs.json' with { type: 'json' };
import { faultsBy } from '../support/conformance.ts';
import { type MediaType, openapi, operations, type Schema } from '../support/openapi.ts';
import { routes } from '../support/services.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: root });

describe('docs/openapi.yaml', () => {
  it('is what the operations say', async () => {
    await run('dev/openapi/build.ts', '--check');
  });

  it('has nothing that Redocly would change', async () => {
    const { stdout } = await promisify(execFile)('npx', ['redocly', 'lint', 'docs/openapi.yaml', '--format=json'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    expect(JSON.parse(stdout).problems).toEqual([]);
  });

  it('has every route, and no other', () => {
    const documented = operations.map(({ method, template }) => `${method} ${template}`);
    expect(documented.sort()).toEqual(routes.map(({ key }) => key).sort());
  });

  it('asks of readers for no pattern that only some of them understand', () => {
    const patterns = [...JSON.stringify(openapi).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
      JSON.parse(text as string),
    );
    expect(patterns.length).toBeGreaterThan(10);
    for (const pattern of patterns) expect(pattern).not.toMatch(/\\p\{|\(\?<|\\u/);
  });
});

const mediaOf = (content: Record<string, MediaType> = {}) => Object.values(content);
const valuesOf = ({ example, examples = {} }: MediaType) => [
  ...(example === undefined ? [] : [example]),
  ...Object.values(examples).map(({ value }) => value),
];
const wrong = (values: unknown[], schema: Schema) => values.flatMap((value) => faultsBy(schema, value));

describe.each(operations.map((operation) => [operation.operationId, operation] as const))('%s', (_, operation) => {
  const media = [
    ...mediaOf(operation.requestBody?.content),
    ...Object.values(operation.responses).flatMap(({ content }) => mediaOf(content)),
  ];

  it('is told in words', () => {
    expect(operation.summary.length).toBeGreaterThan(5);
    expect(operation.description).toMatch(/\.$/);
    for (const parameter of operation.parameters) expect(parameter).toHaveProperty('description');
  });

  it('has an example for each body, valid by its own schema', () => {
    for (const { schema, ...rest } of media) {
      const values = valuesOf({ schema, ...rest });
      expect(values.length).toBeGreaterThan(0);
      expect(wrong(values, schema)).toEqual([]);
    }
  });

  it('has a right example for each part of its path', () => {
    for (const { name, in: place, example, schema } of operation.parameters) {
      if (place === 'path' && example === undefined) throw new Error(`${name} has no example`);
      if (example !== undefined) expect(faultsBy(schema, example)).toEqual([]);
    }
  });
});

describe('an example', () => {
  const known = new Set([...livres, ...emprunts, ...penalites, ...utilisateurs].map(({ id }) => id));

  it('can be called as it stands on the demonstration data', () => {
    for (const { parameters, requestBody } of operations) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ example }) => example);
      const body = (requestBody?.content['application/json'].example ?? {}) as Record<string, string>;
      const inBody = Object.keys(body)
        .filter((name) => name.endsWith('_id'))
        .map((name) => body[name]);
      expect([...inPath, ...inBody].filter((id) => !known.has(id as string))).toEqual([]);
    }
  });

  it('adds a book and a person that the demonstration data does not have', () => {
    const bodyOf = (id: string) =>
      operations.find(({ operationId }) => operationId === id)?.requestBody?.content['application/json']
        .example as Record<string, string>;
    const isbn = isbn13Of(bodyOf('books-create').isbn as string);
    expect(isbn).toBeDefined();
    expect(livres.map((livre) => livre.isbn)).not.toContain(isbn);
    expect(utilisateurs.map(({ email }) => email)).not.toContain(bodyOf('users-create').email);
  });
});
