import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Attempt } from '../../values/attempt.ts';
import { etagOf } from '../../values/etag.ts';
import type { Page } from '../../values/page.ts';
import { cursorOf } from './cursor.ts';

/**
 * What a handler answers: a status with its content, one thing, a page of a list, or nothing. The endpoint
 * adds the headers that every answer has.
 */
export interface Answer {
  readonly status: number;
  readonly content: object | null;
  /** The address of what was created. */
  readonly location?: string;
}

/** An answer with the type of its content. */
export interface Reply<Status, Content> extends Omit<Answer, 'status' | 'content'> {
  readonly status: Status;
  readonly content: Content;
  /** It is never set: it makes the compiler refuse a content with more fields than its operation declares. */
  readonly exactly?: (content: Content) => Content;
}

export const ok = <Content extends object>(content: Content): Reply<200, Content> => ({ status: 200, content });
export const created = <Content extends object>(content: Content, location: string): Reply<201, Content> => ({
  status: 201,
  content,
  location,
});
export const noContent = (): Reply<204, null> => ({ status: 204, content: null });

/** The answer as API Gateway takes it. @param listId of an operation whose content is a page */
export function render(
  { status, content, location }: Answer,
  listId: string | undefined,
  attempt: Attempt | undefined,
): APIGatewayProxyStructuredResultV2 {
  if (content === null) return { statusCode: status };
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  if (listId !== undefined) {
    const { elements, next } = content as Page<object>;
    const curseur_suivant = next === undefined ? undefined : cursorOf(listId, next);
    return { statusCode: status, headers, body: JSON.stringify({ elements, curseur_suivant }) };
  }
  headers.etag = etagOf(content);
  if (location !== undefined) headers.location = location;
  if (attempt?.replayed) headers['idempotent-replayed'] = 'true';
  return { statusCode: status, headers, body: JSON.stringify(content) };
}
