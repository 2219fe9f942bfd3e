import { type BinaryLike, createHash, createHmac } from 'node:crypto';

/**
 * SHA-256 and its HMAC, for all that is signed. In the bundles it stands for the SDK's own as well (`alias` in
 * serverless.yml), which brings an implementation along for a Node without the native one.
 */
export class Sha256 {
  readonly #hash;

  /** @param secret the key of an HMAC; without it this is the plain hash */
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as BinaryLike);
  }

  update(data: string | Uint8Array): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest());
  }

  /** Nobody who signs begins a hash anew. */
  reset(): never {
    throw new Error('A hash is made for each use.');
  }
}
