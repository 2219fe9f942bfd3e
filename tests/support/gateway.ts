import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { load, routes, timeOf } from './services.ts';
import { asFunction } from './wire.ts';

/** API Gateway in this process: finds the route of a call, and makes the event and the context of it. */
export function arrive(method: string, path: string, headers: Record<string, string>, body: string | undefined) {
  const url = new URL(path, 'http://localhost');
  const route = routes.find((candidate) => candidate.method === method && candidate.path.test(url.pathname));
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
  const name = route?.name ?? 'not-found';
  const context = { awsRequestId: requestId, getRemainingTimeInMillis: () => timeOf(name) };
  return { name, event, context };
}

const writes = new WeakMap<object, string[]>();

/** The kinds of the requests by which the operation that gave this answer has changed something. */
export const wroteFor = (answer: object): string[] => writes.get(answer) ?? [];

/** Calls an operation in this process. */
export async function invoke(...call: Parameters<typeof arrive>) {
  const { name, event, context } = arrive(...call);
  const handler = await load(name);
  const wrote: string[] = [];
  const work = () => handler(event, context) as Promise<APIGatewayProxyStructuredResultV2>;
  const result = await asFunction(name, work, wrote);
  const answer = {
    status: result.statusCode as number,
    headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([header, value]) => [header, String(value)])),
    body: result.body ? JSON.parse(result.body) : undefined,
  };
  writes.set(answer, wrote);
  return answer;
}
