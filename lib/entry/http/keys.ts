import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** Keys that were fetched stay good for so long while their issuer cannot be reached. */
const GOOD_MS = 3_600_000;

/** The issuer is asked again after so long, so that a key that it withdraws is refused from then on. */
const REFRESH_MS = 600_000;

/**
 * After a question that failed, or that did not bring the key asked for, the issuer is left alone for so long. Without
 * any good keys, each call asks: nobody can be let in before.
 */
const COOL_DOWN_MS = 30_000;

/** The call that asks waits for the issuer for so long. */
const ANSWER_MS = 2_000;

/**
 * The keys of a token issuer.
 * @param url where its JWKS is; a `data:` URL holds it itself
 * @returns jose's way to look a key up; it throws another error than `JWKSNoMatchingKey` when the keys cannot be had
 */
export const keysAt = (url: URL): JWTVerifyGetKey => (url.protocol === 'data:' ? keysIn(url) : keysBehind(url));

function keysIn({ pathname }: URL): JWTVerifyGetKey {
  const [type = '', data = ''] = pathname.split(',', 2);
  const text = type.endsWith(';base64') ? Buffer.from(data, 'base64').toString() : decodeURIComponent(data);
  return createLocalJWKSet(JSON.parse(text));
}

/** jose fetches the keys, keeps them and forgets them; when to ask for them is decided here. */
function keysBehind(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: ANSWER_MS,
    cacheMaxAge: GOOD_MS,
    // jose would cool down after a success only, and ask at every unknown key while the issuer is down.
    cooldownDuration: Number.POSITIVE_INFINITY,
  });
  let askedAt = Number.NEGATIVE_INFINITY;
  let failure: unknown;

  const isDue = (ms: number): boolean => Date.now() >= askedAt + ms;
  const ask = async (): Promise<void> => {
    // This is set before the answer comes, so that the calls that come in meanwhile use the keys that there are.
    askedAt = Date.now();
    failure = await keys.reload().catch((error: unknown) => error);
  };

  return async (header, token) => {
    if (!keys.fresh || isDue(failure ? COOL_DOWN_MS : REFRESH_MS)) await ask();
    if (!keys.fresh) throw failure;
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (isDue(COOL_DOWN_MS)) await ask();
      // The key may be a new one, which only the issuer could tell.
      if (failure) throw failure;
      return keys(header, token);
    }
  };
}
