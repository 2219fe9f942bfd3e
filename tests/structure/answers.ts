import * as z from 'zod/mini';
import { command } from '../../lib/entry/command.ts';
import { created, noContent, ok } from '../../lib/entry/http/answer.ts';
import { pageOf } from '../../lib/entry/http/cursor.ts';
import { endpoint } from '../../lib/entry/http/endpoint.ts';
import { Failure } from '../../lib/values/failure.ts';
import type { Page } from '../../lib/values/page.ts';
import { type Refuse, refusal } from '../../lib/values/refusal.ts';

/**
 * An answer or a refusal that an operation does not declare does not compile. The compiler is the test: it refuses this
 * file when one of the marked lines compiles.
 */

const notFound = refusal(404, 'introuvable', "La chose n'existe pas");
const refused = refusal(409, 'refus', 'La chose est refusée', { close: 'elle est close', due: 'elle est due' });

/** A use case that says what it refuses. */
const find = async (refuse: Refuse<typeof notFound>) => refuse(notFound);
const take = async (refuse: Refuse<typeof notFound | typeof refused>) => refuse({ ...refused, motifs: ['due'] });

const Thing = z.strictObject({ id: z.string(), count: z.int() });
const thing = { id: 'a', count: 1 };
const page: Page<typeof thing> = { elements: [thing], next: undefined };
const wide = { ...thing, secret: 'b' };

const one = { access: 'public', replies: { 200: Thing }, refuses: [] } as const;
const made = { access: 'bibliothecaire', replies: { 201: Thing }, refuses: [] } as const;
const gone = { access: 'bibliothecaire', replies: { 204: null }, refuses: [] } as const;
const many = { access: 'public', query: pageOf(z.strictObject({})), replies: { 200: Thing }, refuses: [] } as const;

export const right = [
  endpoint({ ...one, serve: async () => ok(thing) }),
  endpoint({ ...made, serve: async () => created(thing, '/things/a') }),
  endpoint({ ...gone, serve: async () => noContent() }),
  endpoint({ ...many, serve: async () => ok(page) }),
  endpoint({ ...one, refuses: [notFound], serve: async ({ refuse }) => find(refuse) }),
  endpoint({ ...one, refuses: [refused, notFound], serve: async ({ refuse }) => find(refuse) }),
  endpoint({ ...one, refuses: [refused, notFound], serve: async ({ refuse }) => take(refuse) }),
  command(Thing, Thing, async () => thing),
];

export const wrong = [
  // @ts-expect-error A field of the shape is missing.
  endpoint({ ...one, serve: async () => ok({ id: 'a' }) }),
  // @ts-expect-error A field of the shape has another type.
  endpoint({ ...one, serve: async () => ok({ id: 'a', count: '1' }) }),
  // @ts-expect-error The operation answers 200 and not 201.
  endpoint({ ...one, serve: async () => created(thing, '/things/a') }),
  // @ts-expect-error The operation answers 201 and not 200.
  endpoint({ ...made, serve: async () => ok(thing) }),
  // @ts-expect-error The operation has an answer with a body.
  endpoint({ ...one, serve: async () => noContent() }),
  // @ts-expect-error The operation has an answer without a body.
  endpoint({ ...gone, serve: async () => ok(thing) }),
  // @ts-expect-error The operation answers one thing and no list.
  endpoint({ ...one, serve: async () => ok(page) }),
  // @ts-expect-error The operation answers a list.
  endpoint({ ...many, serve: async () => ok(thing) }),
  // @ts-expect-error The elements of the list have another shape.
  endpoint({ ...many, serve: async () => ok({ elements: [{ id: 'a' }], next: undefined }) }),
  // @ts-expect-error The thing has a field that the shape has not.
  endpoint({ ...one, serve: async () => ok(wide) }),
  // @ts-expect-error The elements of the list have a field that the shape has not.
  endpoint({ ...many, serve: async () => ok({ elements: [wide], next: undefined }) }),
  // @ts-expect-error The operation declares no refusal.
  endpoint({ ...one, serve: async ({ refuse }) => refuse(notFound) }),
  // @ts-expect-error The operation declares another refusal.
  endpoint({ ...one, refuses: [refused], serve: async ({ refuse }) => refuse(notFound) }),
  // @ts-expect-error The use case refuses more than the operation declares.
  endpoint({ ...one, refuses: [notFound], serve: async ({ refuse }) => take(refuse) }),
  // @ts-expect-error The refusal has no such motif.
  endpoint({ ...one, refuses: [refused], serve: async ({ refuse }) => refuse({ ...refused, motifs: ['du'] }) }),
  // @ts-expect-error The refusal has no motifs.
  endpoint({ ...one, refuses: [notFound], serve: async ({ refuse }) => refuse({ ...notFound, motifs: ['due'] }) }),
  // @ts-expect-error What a service refuses is thrown by nobody.
  () => new Failure('introuvable'),
  // @ts-expect-error A private command answers another shape.
  command(Thing, Thing, async () => ({ id: 'a' })),
  // @ts-expect-error A private command can refuse nothing.
  command(Thing, Thing, async (_, refuse) => find(refuse)),
];
