/** What Cognito sends to the trigger, and what it makes of the answer, as AWS documents both for version 2. */

export const DESK = '1example23456789desk';
export const MEMBERS = '1example2345678members';

const SUB = 'a36036a8-9061-424d-a737-56d57dae7bc6';

export interface Person {
  email: string;
  verified?: boolean;
  /** As Cognito keeps them. */
  groups?: string[];
  /** Other attributes. */
  attributes?: Record<string, string>;
  /** What the application sends along when a token is renewed, which is the caller's own. */
  clientMetadata?: Record<string, string>;
}

export const eventOf = ({ email, verified = true, groups = [], attributes = {}, clientMetadata }: Person) => ({
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  region: 'eu-west-3',
  userPoolId: 'eu-west-3_EXAMPLE',
  userName: SUB,
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: MEMBERS },
  request: {
    userAttributes: {
      sub: SUB,
      'cognito:email_alias': email,
      'cognito:user_status': 'CONFIRMED',
      email_verified: String(verified),
      email,
      ...attributes,
    },
    groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
    scopes: ['openid', 'email'],
    ...(clientMetadata && { clientMetadata }),
  },
  response: { claimsAndScopeOverrideDetails: null },
});

export type Event = ReturnType<typeof eventOf>;

interface Changes {
  claimsToAddOrOverride: Record<string, unknown>;
  claimsToSuppress: string[];
}

export interface Answered extends Omit<Event, 'response'> {
  response: { claimsAndScopeOverrideDetails: { idTokenGeneration: Changes; accessTokenGeneration: Changes } };
}

function changed(claims: Record<string, unknown>, { claimsToAddOrOverride, claimsToSuppress }: Changes) {
  const kept = Object.entries({ ...claims, ...claimsToAddOrOverride });
  return Object.fromEntries(kept.filter(([name]) => !claimsToSuppress.includes(name)));
}

/** The claims of the two tokens that Cognito makes then; whom they are for depends on the kind. */
export function claimsIn({ request, response, callerContext }: Answered) {
  const { idTokenGeneration, accessTokenGeneration } = response.claimsAndScopeOverrideDetails;
  const { 'cognito:email_alias': _, 'cognito:user_status': __, ...attributes } = request.userAttributes;
  const common = { sub: SUB, 'cognito:groups': request.groupConfiguration.groupsToOverride };
  const id = { ...attributes, ...common, aud: callerContext.clientId, token_use: 'id' };
  const access = { ...common, client_id: callerContext.clientId, token_use: 'access', scope: 'openid email' };
  return { id: changed(id, idTokenGeneration), access: changed(access, accessTokenGeneration) };
}
