import { invoke } from '../../../tests/support/gateway.ts';
import { signToken } from '../../local/keys.ts';

/** One thing to measure. */
export interface Operation {
  /** The route, or what a function without one does. */
  name: string;
  /** What is particular to this call, in French. */
  detail?: string;
  /** Makes what it acts on. @returns the work itself, which comes to its answer */
  prepare: () => Promise<() => Promise<unknown>>;
}

const token = await signToken('bibliothecaire');

interface Sent {
  body?: object;
  /** An `Idempotency-Key`. */
  key?: string;
}

/** A librarian's call, which must succeed. */
export async function call(method: string, path: string, { body, key }: Sent = {}) {
  const answer = await invoke(
    method,
    path,
    {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    body && JSON.stringify(body),
  );
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
