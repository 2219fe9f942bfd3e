import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Lambda } from './lambda.ts';
import type { Cors, Template } from './template.ts';

/** API Gateway, as an HTTP API with Lambda integrations of payload format 2.0 is on AWS. Its throttling is left out. */

/** Bytes; of the request line and the headers together, and of the body. */
const LARGEST_HEAD = 10_240;
const LARGEST_BODY = 10 * 1024 * 1024;
const INTEGRATION_MS = 30_000;
/** Bodies of other types come to the function in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml)\b)/i;
/** Nothing of a connection, and nothing of CORS, which the gateway writes itself. */
const NOT_PASSED_ON = /^(connection|transfer-encoding|keep-alive|content-length|access-control-)/i;

interface Route {
  key: string;
  method: string;
  path: RegExp;
  name: string;
}

/** Routes of a method, the fixed ones first, then `$default`. */
const routesOf = (routes: Map<string, string>): Route[] =>
  [...routes]
    .map(([key, name]) => {
      const [method = '', path = '/{all+}'] = key.split(' ');
      const pattern = path.replaceAll(/\{(\w+)(\+?)\}/g, (_, part, all) => `(?<${part}>${all ? '.+' : '[^/]+'})`);
      return { key, method, name, path: new RegExp(`^${pattern}$`) };
    })
    .sort((a, b) => weight(a.key) - weight(b.key));

const weight = (key: string) =>
  (key === '$default' ? 1_000 : 0) +
  (key.includes('+}') ? 100 : 0) +
  key.split('{').length +
  (key.startsWith('ANY') ? 0.5 : 0);

/** The gateway's own words. */
const own = (statusCode: number, message: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message }),
});

const corsHeaders = (
  cors: Cors,
  { origin = '' }: IncomingHttpHeaders,
  isPreflight: boolean,
): Record<string, string> => {
  const allowed = cors.AllowOrigins.find((one) => one === '*' || one === origin);
  if (!origin || !allowed) return {};
  return {
    'access-control-allow-origin': allowed,
    ...(isPreflight
      ? {
          'access-control-allow-methods': cors.AllowMethods.join(','),
          'access-control-allow-headers': cors.AllowHeaders.join(','),
          'access-control-max-age': String(cors.MaxAge),
        }
      : { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
  };
};

/** The body of a request, or nothing when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return body.length > LARGEST_BODY ? undefined : body;
}

/** Decoded once, as the gateway hands a path on; what is no encoding stays as it is. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** A gateway before the functions of a template. */
export function newGateway({ routes: byKey, cors }: Template, lambda: Lambda): Server {
  const routes = routesOf(byKey);

  function eventOf(request: IncomingMessage, route: Route, body: Buffer) {
    const { method = '', url = '/' } = request;
    const [path = '/', rawQueryString = ''] = [url.split('?', 1)[0], url.split('?').slice(1).join('?')];
    const { cookie, host = '', connection: _, ...headers } = request.headers;
    const query = new URLSearchParams(rawQueryString);
    const found = Object.entries(route.key === '$default' ? {} : (route.path.exec(path)?.groups ?? {}));
    const isText = TEXT.test(headers['content-type'] ?? '');
    const now = new Date();
    const http = {
      method,
      path: decoded(path),
      protocol: 'HTTP/1.1',
      sourceIp: '127.0.0.1',
      userAgent: headers['user-agent'],
    };
    return {
      version: '2.0',
      routeKey: route.key,
      // Once decoded, and cut where a question mark then stands.
      rawPath: decoded(path).split('?', 1)[0],
      rawQueryString,
      ...(cookie && { cookies: cookie.split('; ') }),
      headers: { host, ...headers, 'x-forwarded-proto': 'https', 'x-forwarded-port': '443' },
      ...(rawQueryString && {
        queryStringParameters: Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key).join(',')])),
      }),
      ...(found.length > 0 && {
        pathParameters: Object.fromEntries(found.map(([name, value = '']) => [name, decoded(value)])),
      }),
      requestContext: {
        accountId: '123456789012',
        apiId: 'standin',
        domainName: host,
        domainPrefix: 'standin',
        http,
        requestId: randomUUID(),
        routeKey: route.key,
        stage: '$default',
        time: now.toUTCString(),
        timeEpoch: now.getTime(),
      },
      ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
      isBase64Encoded: body.length > 0 && !isText,
    };
  }

  async function resultOf(request: IncomingMessage): Promise<APIGatewayProxyStructuredResultV2> {
    const { method = '', url = '/', headers } = request;
    const body = await bodyOf(request);
    if (!body) return own(413, 'Request Entity Too Large');
    const path = url.split('?', 1)[0] as string;
    const route = routes.find(
      (one) => one.key === '$default' || ([method, 'ANY'].includes(one.method) && one.path.test(path)),
    );
    const isPreflight = method === 'OPTIONS' && headers.origin && headers['access-control-request-method'];
    if (!route) return isPreflight ? { statusCode: 204 } : own(404, 'Not Found');
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, INTEGRATION_MS, 'late').unref());
    const outcome = await Promise.race([
      lambda.invoke(route.name, JSON.stringify(eventOf(request, route, body))),
      late,
    ]);
    // An integration that does not answer, or that Lambda does not let begin.
    if (outcome === 'late' || outcome.status === 429) return own(503, 'Service Unavailable');
    const result = JSON.parse(outcome.payload);
    if (outcome.failure || typeof result?.statusCode !== 'number') return own(500, 'Internal Server Error');
    return result;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const clock = request.headers['x-clock'];
    lambda.clock = clock === undefined ? undefined : Number(clock);
    delete request.headers['x-clock'];
    const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded } = await resultOf(request);
    for (const [name, value] of Object.entries(headers))
      if (!NOT_PASSED_ON.test(name)) response.setHeader(name, String(value));
    for (const cookie of cookies) response.appendHeader('set-cookie', cookie);
    const ofCors = cors ? corsHeaders(cors, request.headers, request.method === 'OPTIONS') : {};
    for (const [name, value] of Object.entries(ofCors)) response.setHeader(name, value);
    response.setHeader('apigw-requestid', randomUUID());
    response.writeHead(statusCode).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
  }

  return createServer({ maxHeaderSize: LARGEST_HEAD }, (request, response) => {
    serve(request, response).catch((error) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
}
