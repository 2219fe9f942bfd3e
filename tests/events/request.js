// Events for `sls invoke local --path`, which requires the file and takes what it exports as `module.exports`.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const tokenScript = fileURLToPath(new URL('../../dev/local/token.ts', import.meta.url));

/** A librarian's call as API Gateway passes it on, payload format 2.0. */
export function request(routeKey, { path = {}, query, body } = {}) {
  const [method, template] = routeKey.split(' ');
  const rawPath = template.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name]));
  const token = execFileSync(process.execPath, [tokenScript, 'bibliothecaire'], { encoding: 'utf8' }).trim();
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    queryStringParameters: query,
    pathParameters: path,
    requestContext: { requestId: randomUUID(), http: { method, path: rawPath } },
    body: body && JSON.stringify(body),
    isBase64Encoded: false,
  };
}
