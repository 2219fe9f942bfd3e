import type * as z from 'zod/mini';
import type { Attempt } from '../values/attempt.ts';
import type { Page, Slice } from '../values/page.ts';
import type { Refusal, Refuse } from '../values/refusal.ts';
import type { Access, Caller } from './http/access.ts';
import type { Reply } from './http/answer.ts';

type Schema = z.ZodMiniType;
type Output<S> = [Extract<S, Schema>] extends [never] ? Record<never, never> : z.output<Extract<S, Schema>>;
type List = { shape: { curseur: unknown } };

/** What an operation is, apart from its method and path, which its service.yml tells. */
export interface Operation {
  readonly access: Access;
  readonly params?: Schema | undefined;
  readonly query?: z.ZodMiniObject | undefined;
  readonly body?: Schema | undefined;
  /** The shape of each success; a page's elements for a list, `null` for an answer without a body. */
  readonly replies: Readonly<Record<number, Schema | null>>;
  /** What the rules behind this operation refuse. What its access, method and input bring along is not named. */
  readonly refuses: readonly Refusal[];
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
  /** Ends the call with one of the refusals that the operation declares. */
  refuse: Refuse<O['refuses'][number]>;
}

type Content<O extends Operation, Shape> = Shape extends null
  ? null
  : [Extract<O['query'], List>] extends [never]
    ? Output<Shape>
    : Page<Output<Shape>>;

/** What a handler may answer: a status that its operation declares, with exactly the shape of that status. */
export type AnswerOf<O extends Operation> = {
  [Status in keyof O['replies']]: Reply<Status, Content<O, O['replies'][Status]>>;
}[keyof O['replies']];
