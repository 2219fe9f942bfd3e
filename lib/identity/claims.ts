import { askOwner } from './peers.ts';
import { isLibrarian, verifiedEmail } from './rules.ts';
import type { Claims, TokenRequest } from './schema.ts';

/**
 * Writes into a token what our API reads in it: who is a librarian, and otherwise whose account it is. Nothing is kept
 * here: each token is decided anew, its renewals too. A person whom the library does not know gets a token that opens
 * nothing; without an answer of the users service there is none.
 * @throws Failure `service_indisponible`
 */
export async function writeClaims(event: TokenRequest) {
  const claims = await claimsFor(event);
  const changes = {
    claimsToAddOrOverride: claims,
    // What is not written must not be there from elsewhere.
    claimsToSuppress: (['role', 'utilisateur_id'] as const).filter((name) => claims[name] === undefined),
  };
  return {
    ...event,
    response: { claimsAndScopeOverrideDetails: { idTokenGeneration: changes, accessTokenGeneration: changes } },
  };
}

async function claimsFor(event: TokenRequest): Promise<Claims> {
  if (isLibrarian(event)) return { role: 'bibliothecaire' };
  const email = verifiedEmail(event);
  const utilisateur_id = email === undefined ? undefined : await askOwner(email);
  return utilisateur_id === undefined ? { role: 'adherent' } : { role: 'adherent', utilisateur_id };
}
