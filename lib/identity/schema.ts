import * as z from 'zod/mini';
import { id } from '../values/fields.ts';

/**
 * What Cognito sends before it makes a token (its pre-token-generation event, version 2), as far as anything is decided
 * on it. Cognito itself keeps the groups, and `email_verified`, which it turns to false when an e-mail changes. Other
 * attributes may be the person's own words, and `clientMetadata` is the caller's: neither is looked at.
 */
export const TokenRequest = z.looseObject({
  version: z.literal('2'),
  request: z.looseObject({
    userAttributes: z.looseObject({ email: z.optional(z.string()), email_verified: z.optional(z.string()) }),
    groupConfiguration: z.looseObject({ groupsToOverride: z.nullish(z.array(z.string())) }),
  }),
});
export type TokenRequest = z.infer<typeof TokenRequest>;

/** What our API reads in a token besides its subject. */
export const Claims = z.strictObject({
  role: z.enum(['bibliothecaire', 'adherent']),
  utilisateur_id: z.optional(id),
});
export type Claims = z.infer<typeof Claims>;

const Changes = z.strictObject({
  claimsToAddOrOverride: Claims,
  claimsToSuppress: z.array(z.keyof(Claims)),
});

/** The answer is the event with what it changes in the tokens: the same in the ID token and the access token. */
export const TokenAnswer = z.looseObject({
  response: z.strictObject({
    claimsAndScopeOverrideDetails: z.strictObject({ idTokenGeneration: Changes, accessTokenGeneration: Changes }),
  }),
});

/**
 * What the users service answers when it is asked whose account has an e-mail; `null` when no account has it. A field
 * more is left: functions are updated one by one.
 */
export const Owner = z.object({ utilisateur_id: z.nullable(id) });
