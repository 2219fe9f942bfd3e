import { createHash } from 'node:crypto';

/** A digest of what can be written as JSON, or of bytes, in so many characters of base64url, 43 at most. */
export const digest = (content: unknown, length = 43): string =>
  createHash('sha256')
    .update(content instanceof Uint8Array ? content : JSON.stringify(content))
    .digest('base64url')
    .slice(0, length);
