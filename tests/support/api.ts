import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { signToken } from '../../local/keys.ts';
import { conforming } from './conformance.ts';
import { asFunction } from './rights.ts';
import { routes } from './services.ts';

/** Calls the API: in this process, or over HTTP when `API_URL` names a running system. */
export const overHttp = process.env.API_URL !== undefined;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it expects
  body: any;
}

export interface Options {
  /** `null` for a call without a token; a librarian's when absent. */
  token?: string | null;
  /** An object is sent as JSON, a string as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

export const librarian = await signToken('bibliothecaire');
export const member = (userId: string) => signToken('adherent', userId);

export async function call(method: string, path: string, { token, body, headers = {} }: Options = {}): Promise<Answer> {
  const sent: Record<string, string> = {};
  if (token !== null) sent.authorization = `Bearer ${token ?? librarian}`;
  if (body !== undefined) sent['content-type'] = 'application/json';
  for (const [name, value] of Object.entries(headers)) sent[name.toLowerCase()] = value;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return conforming(method, path, await (overHttp ? fetched : invoked)(method, path, sent, text));
}

async function fetched(method: string, path: string, headers: Record<string, string>, body: string | undefined) {
  const response = await fetch(process.env.API_URL + path, { method, headers, body: body ?? null });
  const text = await response.text();
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

async function invoked(method: string, path: string, headers: Record<string, string>, body: string | undefined) {
  const url = new URL(path, 'http://localhost');
  const route = routes.find((candidate) => candidate.method === method && candidate.path.test(url.pathname));
  const { handler } = await import((route?.module ?? new URL('../../functions/not-found.ts', import.meta.url)).href);
  const found = route?.path.exec(url.pathname)?.groups ?? {};
  const parameters = Object.entries(found).map(([name, value]) => [name, decodeURIComponent(value)]);
  const queries = [...new Set(url.searchParams.keys())];
  const requestId = randomUUID();
  const event = {
    version: '2.0',
    routeKey: route?.key ?? '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(queries.length > 0 && {
      queryStringParameters: Object.fromEntries(queries.map((name) => [name, url.searchParams.getAll(name).join(',')])),
    }),
    // The emulator gives null where AWS gives nothing at all.
    pathParameters: parameters.length > 0 ? Object.fromEntries(parameters) : null,
    requestContext: { requestId, http: { method, path: url.pathname } },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  };
  const context = { awsRequestId: requestId, getRemainingTimeInMillis: () => 10_000 };
  const result: APIGatewayProxyStructuredResultV2 = await asFunction(route?.name ?? 'not-found', () =>
    handler(event, context),
  );
  return {
    status: result.statusCode as number,
    headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)])),
    body: result.body ? JSON.parse(result.body) : undefined,
  };
}

let names = 0;

/** Somebody who has no account yet. */
export const someone = (over: object = {}) => {
  names += 1;
  return { nom: `Nom${names}`, prenom: `Prénom${names}`, email: `${randomUUID()}@exemple.fr`, ...over };
};

/** A new account. */
export const newUser = async (over: object = {}) => {
  const { status, body } = await call('POST', '/utilisateurs', { body: someone(over) });
  if (status !== 201) throw new Error(`no account made: ${JSON.stringify(body)}`);
  return body;
};
