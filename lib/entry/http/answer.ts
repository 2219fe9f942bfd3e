import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Attempt } from '../../values/attempt.ts';
import { etagOf } from '../../values/etag.ts';
import type { Page } from '../../values/page.ts';
import { cursorOf } from './cursor.ts';

/** What a handler answers; the endpoint adds the headers that every answer has. */
export type Answer =
  | { status: 200; entity: object }
  | { status: 201; entity: object; location: string }
  | { status: 200; page: Page<object> }
  | { status: 204 };

export const ok = <Entity extends object>(entity: Entity) => ({ status: 200, entity }) as const;
export const created = <Entity extends object>(entity: Entity, location: string) =>
  ({ status: 201, entity, location }) as const;
export const list = <Element extends object>(page: Page<Element>) => ({ status: 200, page }) as const;
export const noContent = () => ({ status: 204 }) as const;

/** The answer as API Gateway takes it. */
export function render(
  answer: Answer,
  listId: string,
  attempt: Attempt | undefined,
): APIGatewayProxyStructuredResultV2 {
  if (answer.status === 204) return { statusCode: 204 };
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  if ('page' in answer) {
    const { elements, next } = answer.page;
    const curseur_suivant = next === undefined ? undefined : cursorOf(listId, next);
    return { statusCode: 200, headers, body: JSON.stringify({ elements, curseur_suivant }) };
  }
  headers.etag = etagOf(answer.entity);
  if ('location' in answer) headers.location = answer.location;
  if (attempt?.replayed) headers['idempotent-replayed'] = 'true';
  return { statusCode: answer.status, headers, body: JSON.stringify(answer.entity) };
}
