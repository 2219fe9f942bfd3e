import { free } from '../seeded.js';

// What Cognito sends when a reader signs in whom the library knows.
const event = {
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  region: 'eu-west-3',
  userPoolId: 'eu-west-3_EXAMPLE',
  userName: 'a36036a8-9061-424d-a737-56d57dae7bc6',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '1example23456789' },
  request: {
    userAttributes: {
      sub: 'a36036a8-9061-424d-a737-56d57dae7bc6',
      'cognito:user_status': 'CONFIRMED',
      email_verified: 'true',
      email: free.find(({ email }) => email !== null).email,
    },
    groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
    scopes: ['openid', 'email'],
  },
  response: { claimsAndScopeOverrideDetails: null },
};

export { event as 'module.exports' };
