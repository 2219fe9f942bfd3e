import { type Attempt, newAttempt } from '../../values/attempt.ts';
import type { Fault } from '../../values/failure.ts';
import { DAMAGED_CURSOR, type Slice } from '../../values/page.ts';
import type { Operation } from '../operation.ts';
import { isValid, parseAll } from '../validate.ts';
import { positionOf } from './cursor.ts';
import type { Event } from './stack.ts';

/** RFC 9110's visible ASCII. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * Reads everything that a request says, checked against the operation's schemas, all faults at once.
 * @returns the call; and of a list, what tells it from any other
 * @throws Failure `requete_invalide`
 */
export function readCall(operation: Operation, event: Event) {
  const { headers } = event;
  // These are absent on AWS and null in the emulator.
  const pathParameters = event.pathParameters ?? {};
  const queryStringParameters = event.queryStringParameters ?? {};
  const { limite: _, curseur, ...filters } = queryStringParameters;
  const listId = JSON.stringify([event.routeKey, pathParameters, Object.entries(filters).sort()]);
  const after = curseur === undefined ? undefined : positionOf(listId, curseur);
  const isList = operation.query !== undefined && 'curseur' in operation.query.shape;
  const isDamaged = isList && curseur !== undefined && after === undefined;
  const key = event.requestContext.http.method === 'POST' ? headers['idempotency-key'] : undefined;

  // An absent body is an empty object to an operation that asks for no field.
  const nothing = isValid(operation.body, {}) ? {} : undefined;
  const content = { schema: operation.body, value: event.body === undefined ? nothing : event.body, root: 'corps' };
  const [params, query, body] = parseAll(
    [
      { schema: operation.params, value: pathParameters, root: 'chemin' },
      { schema: operation.query, value: queryStringParameters, root: 'requete' },
      ...(event.bodyFault ? [] : [content]),
    ],
    [
      ...(event.bodyFault ? [event.bodyFault] : []),
      ...(isDamaged ? [DAMAGED_CURSOR] : []),
      ...(key === undefined || IDEMPOTENCY_KEY.test(key) ? [] : [FAULT_OF_KEY]),
    ],
  ) as [object, { limite?: number }, object];

  const slice: Slice = { limit: query.limite ?? 0, after };
  const attempt: Attempt | undefined =
    key && event.caller ? newAttempt(event.caller.sub, event.routeKey, key, [params, body]) : undefined;
  return {
    call: { params, query, body, slice, attempt, ifMatch: headers['if-match'] },
    listId: isList ? listId : undefined,
  };
}

const FAULT_OF_KEY: Fault = {
  chemin: 'Idempotency-Key',
  message: 'doit compter de 1 à 255 caractères ASCII visibles',
};
