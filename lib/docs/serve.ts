import { Failure } from '../values/failure.ts';
import { fileOf } from './files.ts';

/** The part of a request that decides which file is sent, and in which form. */
interface FileRequest {
  headers: Record<string, string | undefined>;
  rawPath: string;
}

/** The page loads its own files only, and calls the gateway that serves it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Scalar brings its style sheet inside its script, and places menus by style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const acceptsGzip = (accepted = '') => /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted);

const hasIt = (seen: string | undefined, etag: string) =>
  seen !== undefined && (seen.trim() === '*' || seen.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));

/** Where a person who types the address of the API alone is led. */
const PAGE = { statusCode: 302, headers: { location: '/docs', 'cache-control': 'public, max-age=60' } };

/** Answers with a file of the reference page. @throws Failure `route_introuvable` */
export async function serveFile({ headers, rawPath }: FileRequest) {
  if (rawPath === '/') return PAGE;
  const file = fileOf(rawPath, acceptsGzip(headers['accept-encoding']));
  if (!file) throw new Failure('route_introuvable', { detail: `La référence n'a rien à ${rawPath}.` });
  const { content, type, maxAge, isCompressed, etag } = file;
  const always = { 'cache-control': `public, max-age=${maxAge}`, etag, vary: 'accept-encoding' };
  if (hasIt(headers['if-none-match'], etag)) return { statusCode: 304, headers: always };
  return {
    statusCode: 200,
    headers: {
      ...always,
      'content-type': type,
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      ...(isCompressed && { 'content-encoding': 'gzip' }),
    },
    body: content.toString('base64'),
    isBase64Encoded: true,
  };
}
