import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { handler } from '../../functions/docs/serve.ts';
import type { Event } from '../../lib/entry/http/stack.ts';

/** The reference page's function, called as API Gateway calls it. */
async function get(file?: string, headers: Record<string, string> = {}) {
  const rawPath = file === undefined ? '/docs' : `/docs/${file}`;
  const event = {
    routeKey: file === undefined ? 'GET /docs' : 'GET /docs/{file}',
    rawPath,
    headers,
    ...(file !== undefined && { pathParameters: { file } }),
    requestContext: { requestId: randomUUID(), http: { method: 'GET', path: rawPath } },
  };
  const context = { awsRequestId: randomUUID(), getRemainingTimeInMillis: () => 10_000 };
  const result: APIGatewayProxyStructuredResultV2 = await handler(event as unknown as Event, context as never);
  return { status: result.statusCode, headers: result.headers ?? {}, content: contentOf(result) };
}

const contentOf = ({ body = '', isBase64Encoded }: APIGatewayProxyStructuredResultV2) =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

const FILES = ['start.js', 'style.css', 'openapi.yaml', 'swagger-ui-bundle.js', 'swagger-ui.css'];

describe('the reference page', () => {
  it('shows the document that the repository has', async () => {
    const { content, headers } = await get('openapi.yaml');
    expect(String(content)).toBe(await readFile(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8'));
    expect(headers['content-type']).toBe('application/yaml; charset=utf-8');
  });

  it('may ask no other host', async () => {
    const policy = String((await get()).headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/http|\*|unsafe-eval/);
  });
});

describe('a file of the reference page', () => {
  it.each([...FILES, undefined])('may be kept, and is known again by its tag (%s)', async (file) => {
    const first = await get(file);
    expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+$/);
    expect(first.headers['x-request-id']).toMatch(/./);
    const again = await get(file, { 'if-none-match': String(first.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.content.length).toBe(0);
    expect((await get(file, { 'if-none-match': '"another"' })).status).toBe(200);
  });

  it('is compressed for whoever accepts gzip', async () => {
    const plain = await get('swagger-ui-bundle.js');
    const compressed = await get('swagger-ui-bundle.js', { 'accept-encoding': 'br, gzip;q=0.8' });
    expect(compressed.headers['content-encoding']).toBe('gzip');
    expect(compressed.headers.vary).toBe('accept-encoding');
    expect(compressed.headers.etag).not.toBe(plain.headers.etag);
    expect(compressed.content.length).toBeLessThan(plain.content.length / 3);
    // Compared by themselves: byte by byte, the matcher needs twenty seconds.
    expect(gunzipSync(compressed.content).equals(plain.content)).toBe(true);
  });

  it.each(['br', 'gzip;q=0', 'identity'])('is not compressed for whoever does not (%s)', async (accepted) => {
    expect((await get('style.css', { 'accept-encoding': accepted })).headers['content-encoding']).toBeUndefined();
  });

  it.each(['index.html', '../package.json', '..', 'constructor', '__proto__', 'Start.js', ' '])(
    'is not found under another name (%s)',
    async (file) => {
      const { status, headers, content } = await get(file);
      expect(status).toBe(404);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(headers['cache-control']).toBe('no-store');
      expect(JSON.parse(String(content)).code).toBe('route_introuvable');
    },
  );
});
