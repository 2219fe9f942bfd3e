import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readYaml } from '../../dev/yaml.ts';
import { handler } from '../../functions/docs/serve.ts';
import type { Event } from '../../lib/entry/http/stack.ts';

/** The reference page's function, called as API Gateway calls it. */
async function get(rawPath: string, headers: Record<string, string> = {}) {
  const requestContext = { requestId: randomUUID(), http: { method: 'GET', path: rawPath } };
  const event = { routeKey: 'GET /docs/{file+}', rawPath, headers, requestContext };
  const context = { awsRequestId: randomUUID(), getRemainingTimeInMillis: () => 10_000 };
  const result: APIGatewayProxyStructuredResultV2 = await handler(event as unknown as Event, context as never);
  return { status: result.statusCode, headers: result.headers ?? {}, content: contentOf(result) };
}

const contentOf = ({ body = '', isBase64Encoded }: APIGatewayProxyStructuredResultV2) =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

const LIBRARY = '/docs/scalar/standalone.esm.js';
const [, part = ''] = /"\.\/(chunks\/[^"]+)"/.exec(String((await get(LIBRARY)).content)) ?? [];
const FILES = [
  '/docs',
  '/docs/start.js',
  '/docs/marks.js',
  '/docs/session.js',
  '/docs/style.css',
  '/docs/openapi.yaml',
  '/openapi.json',
  LIBRARY,
  `/docs/scalar/${part}`,
];

/** Bytes of an answer of Lambda: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LARGEST_ANSWER = 6_291_456;

describe('the reference page', () => {
  it('is where the address of the API alone leads', async () => {
    expect(await get('/')).toMatchObject({ status: 302, headers: { location: '/docs' } });
  });

  it('shows the document that the repository has', async () => {
    const { content, headers } = await get('/docs/openapi.yaml');
    expect(String(content)).toBe(await readFile(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8'));
    expect(headers['content-type']).toBe('application/yaml; charset=utf-8');
  });

  it('serves the same document as JSON', async () => {
    const { content, headers } = await get('/openapi.json');
    expect(JSON.parse(String(content))).toEqual(readYaml(new URL('../../docs/openapi.yaml', import.meta.url)));
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('may ask no other host, and may run no text as a program', async () => {
    const policy = String((await get('/docs')).headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).not.toMatch(/http|\*|unsafe-eval/);
  });
});

describe('a file of the reference page', () => {
  it.each(FILES)('may be kept, and is known again by its tag (%s)', async (file) => {
    const first = await get(file);
    expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+$/);
    expect(first.headers['x-request-id']).toMatch(/./);
    const again = await get(file, { 'if-none-match': String(first.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.content.length).toBe(0);
    expect((await get(file, { 'if-none-match': '"another"' })).status).toBe(200);
  });

  it('is compressed for whoever accepts gzip', async () => {
    const plain = await get(LIBRARY);
    const compressed = await get(LIBRARY, { 'accept-encoding': 'br, gzip;q=0.8' });
    expect(compressed.headers['content-encoding']).toBe('gzip');
    expect(compressed.headers.vary).toBe('accept-encoding');
    expect(compressed.headers.etag).not.toBe(plain.headers.etag);
    expect(compressed.content.length).toBeLessThan(plain.content.length / 3);
    // Compared by themselves: byte by byte, the matcher needs twenty seconds.
    expect(gunzipSync(compressed.content).equals(plain.content)).toBe(true);
  });

  it.each(['br', 'gzip;q=0', 'identity'])('is not compressed for whoever does not (%s)', async (accepted) => {
    expect((await get('/docs/style.css', { 'accept-encoding': accepted })).headers['content-encoding']).toBeUndefined();
  });

  it.each(FILES)('fits into an answer of Lambda, even for whoever takes nothing compressed (%s)', async (file) => {
    const { content } = await get(file);
    expect(content.toString('base64').length).toBeLessThan(LARGEST_ANSWER - 10_000);
  });

  it.each([
    '/docs/index.html',
    '/docs/../package.json',
    '/docs/..',
    '/docs/constructor',
    'constructor',
    '/docs/Start.js',
    '/docs/ ',
    '/docs/jetons.json',
    '/docs/scalar/chunks/of-another-version.js',
    '/docs/scalar/chunks/../standalone.js',
    '/docs/scalar/standalone.js',
  ])('is not found under another name (%s)', async (file) => {
    const { status, headers, content } = await get(file);
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(String(content)).code).toBe('route_introuvable');
  });
});
