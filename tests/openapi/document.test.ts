import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isbn13Of } from '../../lib/books/isbn.ts';
import exemplaires from '../../seed/books/exemplaires.json' with { type: 'json' };
import livres from '../../seed/books/livres.json' with { type: 'json' };
import emprunts from '../../seed/loans/emprunts.json' with { type: 'json' };
import reservations from '../../seed/loans/reservations.json' with { type: 'json' };
import penalites from '../../seed/users/penalites.json' with { type: 'json' };
import utilisateurs from '../../seed/users/utilisateurs.json' with { type: 'json' };
import { routes } from '../support/services.ts';
import { type MediaType, type Operation, openapi, operations, type Schema } from '../support/shared/openapi.ts';
import { faultsBy } from '../support/shared/schemas.ts';

/** What the document says. `.ci/run` checks that it is what the operations make and that Redocly accepts it. */

const schemasOf = ({ parameters, requestBody, responses }: Operation): Schema[] => [
  ...parameters.map(({ schema }) => schema),
  ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
  ...Object.values(responses).flatMap(({ headers, content = {} }) =>
    [...Object.values(headers), ...Object.values(content)].map(({ schema }) => schema),
  ),
];

describe('docs/openapi.yaml', () => {
  it('has every route, and no other', () => {
    const documented = operations.map(({ method, template }) => `${method} ${template}`);
    expect(documented.sort()).toEqual(routes.map(({ key }) => key).sort());
  });

  it('has no schema that JSON Schema does not know', () => {
    const ajv = new Ajv2020();
    for (const schema of operations.flatMap(schemasOf)) {
      ajv.validateSchema(schema);
      expect([schema, ajv.errors]).toEqual([schema, null]);
    }
  });

  it('has no pattern that only some programs understand', () => {
    const patterns = [...JSON.stringify(openapi).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
      JSON.parse(text as string),
    );
    expect(patterns.length).toBeGreaterThan(10);
    for (const pattern of patterns) expect(pattern).not.toMatch(/\\p\{|\(\?<|\\u/);
  });
});

const valuesOf = ({ example, examples = {} }: MediaType) => [
  ...(example === undefined ? [] : [example]),
  ...Object.values(examples).map(({ value }) => value),
];

it.each(operations.map((operation) => [operation.operationId, operation] as const))(
  '%s is told in words, with a right example for each part of its path and each body',
  (_, { summary, description, parameters, requestBody, responses }) => {
    expect(summary.length).toBeGreaterThan(5);
    expect(description).toMatch(/\.$/);
    for (const { name, in: place, example, schema, ...more } of parameters) {
      expect(more).toHaveProperty('description');
      if (place === 'path' && example === undefined) throw new Error(`${name} has no example`);
      if (example !== undefined) expect(faultsBy(schema, example)).toEqual([]);
    }
    const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
    for (const media of contents.flatMap((content: Record<string, MediaType> = {}) => Object.values(content))) {
      const values = valuesOf(media);
      expect(values.length).toBeGreaterThan(0);
      expect(values.flatMap((value) => faultsBy(media.schema, value))).toEqual([]);
    }
  },
);

describe('an example', () => {
  const movements = penalites.flatMap(({ mouvements }): { id: string }[] => mouvements);
  const things = [...livres, ...exemplaires, ...emprunts, ...reservations, ...penalites, ...movements, ...utilisateurs];
  const known = new Set([...things.map(({ id }) => id), ...exemplaires.map(({ code_barres }) => code_barres)]);

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
