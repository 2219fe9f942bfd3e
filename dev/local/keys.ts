import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

/** The local stage's own token issuer: no network, and a key that never leaves this folder. */
export const issuer = 'https://local.bibliotheque.test/';
export const audience = 'bibliotheque';
/** Of the tokens that the reference page is given: the local system takes them, and no rehearsal on AWS does. */
export const pageAudience = 'bibliotheque-page';
export type Role = 'bibliothecaire' | 'adherent';

const ALGORITHM = 'RS256';
const FOLDER = new URL('../../.local/', import.meta.url);
const FILE = new URL('key.json', FOLDER);

/** Two first starts may race: the pair is linked into place whole, and the loser takes the winner's. */
async function create(): Promise<void> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const draft = new URL(`key.${randomUUID()}.json`, FOLDER);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(draft, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  await link(draft, FILE).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
}

async function privateJwk(): Promise<JWK> {
  const text = await readFile(FILE, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await create();
    return readFile(FILE, 'utf8');
  });
  return JSON.parse(text);
}

/** The public half, as a URL that needs no server: what `JWT_JWKS_URL` is on AWS. */
export async function jwksUrl(): Promise<string> {
  const { kty, n, e } = await privateJwk();
  const keys = [{ kty, n, e, alg: ALGORITHM, use: 'sig' }];
  return `data:application/json;base64,${Buffer.from(JSON.stringify({ keys })).toString('base64')}`;
}

/** A token for 30 days; an `adherent` needs the id of the user it stands for. */
export async function signToken(role: Role, userId?: string, forWhom = audience): Promise<string> {
  const claims = userId ? { role, utilisateur_id: userId } : { role };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(issuer)
    .setAudience(forWhom)
    .setSubject(userId ?? role)
    .setIssuedAt()
    .setExpirationTime('30 days')
    .sign(await importJWK(await privateJwk(), ALGORITHM));
}
