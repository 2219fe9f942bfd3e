import { errors, type JWTPayload, jwtVerify } from 'jose';
import { given } from '../../runtime/config.ts';
import { Failure } from '../../values/failure.ts';
import { lazy } from '../../values/lazy.ts';
import { keysAt } from './keys.ts';

/**
 * Who may call an operation: `public`, every caller; `connecte`, either role, the operation itself then
 * looks whose data it is; `{ titulaire }`, a librarian, or the member whose id that path parameter is;
 * `bibliothecaire`, a librarian only.
 */
export type Access = 'public' | 'connecte' | 'bibliothecaire' | { readonly titulaire: string };

export interface Caller {
  /** It is never empty, because first answers are kept under it. */
  sub: string;
  role: 'bibliothecaire' | 'adherent';
  /** The member's own account. */
  utilisateurId: string | undefined;
}

/** Only asymmetric algorithms are accepted: with a symmetric one, the public key would be enough to sign. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** jose's codes for an issuer whose keys could not be had, which says nothing about the token. */
const KEYS_UNAVAILABLE = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

/** What a proven token says. */
type Claims = JWTPayload & { sub: string };

const ISSUER = given('JWT_ISSUER');
const AUDIENCES = given('JWT_AUDIENCE').split(/ *, */);
const JWKS_URL = new URL(given('JWT_JWKS_URL'));

/** Made when first needed: a public operation called without a token needs none. */
const keys = lazy(() => keysAt(JWKS_URL));

const isOurs = (name: unknown): boolean => typeof name === 'string' && AUDIENCES.includes(name);

/**
 * Tells whether a token was made out for us. An access token of Cognito has no `aud` and names in `client_id` the
 * application that it was given to; where there is an `aud`, this alone counts.
 */
const isForUs = ({ aud, client_id }: JWTPayload): boolean =>
  aud === undefined ? isOurs(client_id) : [aud].flat().some(isOurs);

/** @throws Failure `non_authentifie` when the token proves nothing, `service_indisponible` without the issuer's keys */
async function claimsOf(token: string): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(token, keys(), {
      issuer: ISSUER,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp'],
    });
    // jose requires only that there is a subject, whatever its type.
    const hasSubject = typeof payload.sub === 'string' && payload.sub !== '';
    if (hasSubject && isForUs(payload)) return payload as Claims;
  } catch (cause) {
    const isUnavailable = !(cause instanceof errors.JOSEError) || KEYS_UNAVAILABLE.includes(cause.code);
    if (isUnavailable) throw new Failure('service_indisponible', { cause });
  }
  throw new Failure('non_authentifie', {
    detail: 'Le jeton est refusé : signature, émetteur, audience, sujet ou date.',
  });
}

const refused = (detail: string) => new Failure('acces_refuse', { detail });

function callerOf({ sub, role, utilisateur_id }: Claims): Caller {
  if (role === 'bibliothecaire') return { sub, role, utilisateurId: undefined };
  if (role === 'adherent' && typeof utilisateur_id === 'string' && utilisateur_id !== '')
    return { sub, role, utilisateurId: utilisateur_id.toLowerCase() };
  throw refused("Le jeton n'est ni d'un bibliothécaire, ni d'un adhérent dont il dit le compte.");
}

/**
 * Checks the bearer token, then whether its role may call the operation at all.
 * @returns the caller, or `undefined` on a public operation called without a token
 */
export async function authorize(
  access: Access,
  authorization: string | undefined,
  params: Record<string, string | undefined>,
): Promise<Caller | undefined> {
  if (authorization === undefined) {
    if (access === 'public') return undefined;
    throw new Failure('non_authentifie', { detail: 'Un jeton est attendu : Authorization: Bearer <jeton>.' });
  }
  const token = /^Bearer +([^\s]+) *$/i.exec(authorization)?.[1];
  if (!token) throw new Failure('non_authentifie', { detail: 'Authorization doit être « Bearer <jeton> ».' });
  const payload = await claimsOf(token);
  if (access === 'public') return undefined;
  const caller = callerOf(payload);
  if (caller.role === 'adherent' && access !== 'connecte') {
    if (access === 'bibliothecaire') throw refused('Cette opération est réservée aux bibliothécaires.');
    requireOwn(caller, params[access.titulaire]?.toLowerCase());
  }
  return caller;
}

/** A member sees their own data only. @throws Failure `acces_refuse`, whether or not the data exists */
export function requireOwn(caller: Caller, ownerId: string | null | undefined): void {
  if (caller.role === 'adherent' && caller.utilisateurId !== ownerId)
    throw refused("Le jeton d'un adhérent n'ouvre que ce qui est à lui.");
}
