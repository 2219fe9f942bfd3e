import * as z from 'zod/mini';
import { created, list, noContent, ok } from '../../lib/entry/http/answer.ts';
import { pageOf } from '../../lib/entry/http/cursor.ts';
import { endpoint } from '../../lib/entry/http/endpoint.ts';

/**
 * An answer that an operation does not declare does not compile. The compiler is the test: it refuses this
 * file when one of the marked lines compiles.
 */

const Thing = z.strictObject({ id: z.string(), count: z.int() });
const thing = { id: 'a', count: 1 };

const one = { access: 'public', replies: { 200: Thing }, refuses: [] } as const;
const made = { access: 'bibliothecaire', replies: { 201: Thing }, refuses: [] } as const;
const gone = { access: 'bibliothecaire', replies: { 204: null }, refuses: [] } as const;
const many = { access: 'public', query: pageOf(z.strictObject({})), replies: { 200: Thing }, refuses: [] } as const;

export const right = [
  endpoint(one, async () => ok(thing)),
  endpoint(made, async () => created(thing, '/things/a')),
  endpoint(gone, async () => noContent()),
  endpoint(many, async () => list({ elements: [thing], next: undefined })),
];

export const wrong = [
  // @ts-expect-error A field of the shape is missing.
  endpoint(one, async () => ok({ id: 'a' })),
  // @ts-expect-error A field of the shape has another type.
  endpoint(one, async () => ok({ id: 'a', count: '1' })),
  // @ts-expect-error The operation answers 200 and not 201.
  endpoint(one, async () => created(thing, '/things/a')),
  // @ts-expect-error The operation answers 201 and not 200.
  endpoint(made, async () => ok(thing)),
  // @ts-expect-error The operation has an answer with a body.
  endpoint(one, async () => noContent()),
  // @ts-expect-error The operation has an answer without a body.
  endpoint(gone, async () => ok(thing)),
  // @ts-expect-error The operation answers one thing and no list.
  endpoint(one, async () => list({ elements: [thing], next: undefined })),
  // @ts-expect-error The operation answers a list.
  endpoint(many, async () => ok(thing)),
  // @ts-expect-error The elements of the list have another shape.
  endpoint(many, async () => list({ elements: [{ id: 'a' }], next: undefined })),
  // @ts-expect-error A refusal is one of the known codes.
  endpoint({ ...one, refuses: ['utilisateur_introuvabl'] }, async () => ok(thing)),
];
