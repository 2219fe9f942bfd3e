import type * as z from 'zod/mini';
import type { Attempt } from '../values/attempt.ts';
import type { Code } from '../values/failure.ts';
import type { Page, Slice } from '../values/page.ts';
import type { Access, Caller } from './http/access.ts';

type Schema = z.ZodMiniType;
type Output<S> = S extends Schema ? z.output<S> : Record<never, never>;

/** What an operation is, apart from its method and path, which its service.yml tells. */
export interface Operation {
  readonly access: Access;
  readonly params?: Schema;
  readonly query?: z.ZodMiniObject;
  readonly body?: Schema;
  /** The shape of each success; a page's elements for a list, `null` for an answer without a body. */
  readonly replies: Readonly<Record<number, Schema | null>>;
  /** The codes that this operation answers beyond those that its access, method and input bring along. */
  readonly refuses: readonly Code[];
}

/** A call that has passed every check of its operation. */
export interface Call<O extends Operation> {
  params: Output<O['params']>;
  query: Output<O['query']>;
  body: Output<O['body']>;
  /** Set on every operation that is not public. */
  caller: Caller;
  /** The part of a list to read. */
  slice: Slice;
  /** The call's `Idempotency-Key`, on a POST that has one. */
  attempt: Attempt | undefined;
  ifMatch: string | undefined;
}

type Reply<O extends Operation, Status, Shape> = Shape extends null
  ? { status: Status }
  : Status extends 201
    ? { status: Status; entity: Output<Shape>; location: string }
    : O['query'] extends { shape: { curseur: unknown } }
      ? { status: Status; page: Page<Output<Shape>> }
      : { status: Status; entity: Output<Shape> };

/** What a handler may answer: a status that its operation declares, with the shape of that status. */
export type AnswerOf<O extends Operation> = {
  [Status in keyof O['replies']]: Reply<O, Status, O['replies'][Status]>;
}[keyof O['replies']];
