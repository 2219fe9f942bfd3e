import { createPrivateKey, createPublicKey, createSign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { audience, issuer, jwksUrl } from '../../dev/local/keys.ts';

/** Tokens as an issuer would sign them, and as an attacker would make them. */

await jwksUrl();
const jwk: JWK = JSON.parse(await readFile(new URL('../../.local/key.json', import.meta.url), 'utf8'));
const privateKey = await importJWK(jwk, 'RS256');
const publicKey = createPublicKey({ key: { kty: 'RSA', n: jwk.n as string, e: jwk.e as string }, format: 'jwk' });

const now = () => Math.floor(Date.now() / 1000);

/** A librarian's claims; `undefined` takes one out. */
const claimsOf = (over: Record<string, unknown>): Record<string, unknown> => ({
  iss: issuer,
  aud: audience,
  sub: 'bibliothecaire-1',
  role: 'bibliothecaire',
  exp: now() + 600,
  ...over,
});

/** A token of the right issuer, rightly signed, that says this. */
export const tokenOf = (over: Record<string, unknown> = {}): Promise<string> =>
  new SignJWT(claimsOf(over)).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const secretOf = (secret: string | Buffer) => new Uint8Array(Buffer.from(secret));

const signedWithSecret = (secret: string | Buffer) =>
  new SignJWT(claimsOf({})).setProtectedHeader({ alg: 'HS256' }).sign(secretOf(secret));

const unsigned = (alg: string, signature = '') => `${part({ alg, typ: 'JWT' })}.${part(claimsOf({}))}.${signature}`;

/** Signed by the right key, but in a way that is not accepted. */
const signedByHash = (alg: string, hash: string) => {
  const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  const content = `${part({ alg, typ: 'JWT' })}.${part(claimsOf({}))}`;
  return `${content}.${createSign(hash).update(content).sign(key).toString('base64url')}`;
};

/** Tokens that prove nothing, by what is wrong with them. */
export async function forgedTokens(): Promise<Record<string, string>> {
  const right = await tokenOf();
  const [header = '', , signature = ''] = right.split('.');
  const stranger = await generateKeyPair('RS256', { extractable: true });
  const strangerJwk = await exportJWK(stranger.publicKey);
  const subjects = [undefined, '', null, 0, 1, true, false, [], ['a'], {}, { sub: 'a' }].map(async (sub) => [
    `of the subject ${JSON.stringify(sub)}`,
    await tokenOf({ sub }),
  ]);
  return {
    garbage: 'garbage',
    'three parts of garbage': 'a.b.c',
    'expired a minute ago': await tokenOf({ exp: now() - 60 }),
    'not valid yet': await tokenOf({ nbf: now() + 600 }),
    'without an end': await tokenOf({ exp: undefined }),
    'of another issuer': await tokenOf({ iss: 'https://ailleurs.test/' }),
    'of no issuer': await tokenOf({ iss: undefined }),
    'for another audience': await tokenOf({ aud: 'autre' }),
    'for no audience': await tokenOf({ aud: undefined }),
    ...Object.fromEntries(await Promise.all(subjects)),
    'alg none': unsigned('none'),
    'alg None': unsigned('None'),
    'alg none with a right signature': unsigned('none', signature),
    'without its signature': `${right.split('.').slice(0, 2).join('.')}.`,
    'with other claims than were signed': `${header}.${part(claimsOf({ sub: 'autre' }))}.${signature}`,
    'signed by another key': await new SignJWT(claimsOf({}))
      .setProtectedHeader({ alg: 'RS256' })
      .sign(stranger.privateKey),
    'signed by another key that it brings along': await new SignJWT(claimsOf({}))
      .setProtectedHeader({ alg: 'RS256', jwk: strangerJwk })
      .sign(stranger.privateKey),
    'HS256 with the public key in PEM': await signedWithSecret(publicKey.export({ type: 'spki', format: 'pem' })),
    'HS256 with the public key in DER': await signedWithSecret(publicKey.export({ type: 'spki', format: 'der' })),
    'HS256 with the modulus': await signedWithSecret(Buffer.from(jwk.n as string, 'base64url')),
    'HS256 with nothing much': await signedWithSecret('x'.repeat(32)),
    'signed with a weak hash': signedByHash('RS1', 'RSA-SHA1'),
  };
}
