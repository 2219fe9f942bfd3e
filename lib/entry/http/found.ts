import { type Code, Failure } from '../../values/failure.ts';

/** What a getter found. @throws Failure with that code when it found nothing */
export function found<T>(thing: T | undefined, code: Code): T {
  if (thing === undefined) throw new Failure(code);
  return thing;
}
