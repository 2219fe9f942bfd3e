import { digest } from './digest.ts';

/** One call that its caller may send again under the same `Idempotency-Key`. */
export interface Attempt {
  /** Digest of caller, operation and key. */
  readonly id: string;
  /** Digest of the request: path and body. */
  readonly request: string;
  /** True when the first answer was given again and nothing was done. */
  replayed: boolean;
}

/** Names a call by its caller, its operation and its key, and tells what it asked. */
export const newAttempt = (caller: string, operation: string, key: string, request: unknown): Attempt => ({
  id: digest([caller, operation, key]),
  request: digest(request),
  replayed: false,
});
