import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { audience, issuer, jwksUrl } from '../../../dev/local/keys.ts';
import { leastStage, ofType, printed, properties } from './packaged.ts';

/** The user pool of a stage, and a stage that has none because it takes the tokens of another issuer. */

/** The properties of the one resource of that type. */
function the(type: string) {
  const all = properties(type);
  expect(all).toHaveLength(1);
  return all[0];
}
const clients = () => ofType('AWS::Cognito::UserPoolClient');
const trigger = { 'Fn::GetAtt': ['IdentityDashtokenLambdaFunction', 'Arn'] };
const POOL = { Ref: 'UserPool' };

describe('the user pool', () => {
  it('survives a mistaken deletion, with its people', () => {
    const [pool] = ofType('AWS::Cognito::UserPool');
    expect(pool?.[1]).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    });
  });

  it('lets people sign up by an e-mail that they have to verify, when it changes too', () => {
    expect(the('AWS::Cognito::UserPool')).toMatchObject({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
  });

  it('has no attribute of its own, so that nothing can be forged in one', () => {
    const { Schema }: { Schema: { Name: string }[] } = the('AWS::Cognito::UserPool');
    expect(Schema.map(({ Name }) => Name)).toEqual(['email']);
  });

  it('asks the trigger before it makes either token, on a plan that lets it', () => {
    expect(the('AWS::Cognito::UserPool')).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: trigger, LambdaVersion: 'V2_0' } },
    });
  });

  it('sends its mails by itself until it is told to send them by SES', () => {
    expect(the('AWS::Cognito::UserPool')).not.toHaveProperty('EmailConfiguration');
  });

  it('has the group of librarians', () => {
    expect(the('AWS::Cognito::UserPoolGroup')).toMatchObject({ UserPoolId: POOL, GroupName: 'bibliothecaires' });
  });

  it('has pages to sign in for each application', () => {
    expect(the('AWS::Cognito::UserPoolDomain')).toMatchObject({ UserPoolId: POOL, ManagedLoginVersion: 2 });
    const styled = properties('AWS::Cognito::ManagedLoginBranding').map(({ ClientId }) => ClientId.Ref);
    expect(styled.sort()).toEqual(
      clients()
        .map(([name]) => name)
        .sort(),
    );
  });
});

describe('the trigger', () => {
  it('may be invoked by this pool of this account alone', () => {
    const permissions = properties('AWS::Lambda::Permission');
    const own = permissions.filter(({ FunctionName }) => isDeepStrictEqual(FunctionName, trigger));
    expect(own).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: trigger,
        Principal: 'cognito-idp.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': ['UserPool', 'Arn'] },
        SourceAccount: { Ref: 'AWS::AccountId' },
      },
    ]);
  });

  it('waits no longer than Cognito does, and depends on nothing of the pool that names it', () => {
    const own = properties('AWS::Lambda::Function').find(({ FunctionName }) =>
      FunctionName.endsWith('-identity-token'),
    );
    expect(own.Timeout).toBe(5);
    expect(Object.keys(own.Environment.Variables).filter((name) => name.startsWith('JWT_'))).toEqual([]);
    expect(JSON.stringify(own)).not.toMatch(/UserPool|Client/);
  });
});

describe('the two applications of the pool', () => {
  it('are those of the desk and of the members', () => {
    expect(clients().map(([name]) => name)).toEqual(['DeskClient', 'MembersClient']);
  });

  it('may write the e-mail and nothing else, and take a code with PKCE', () => {
    for (const [, { Properties }] of clients())
      expect(Properties).toMatchObject({
        UserPoolId: POOL,
        WriteAttributes: ['email'],
        ReadAttributes: ['email', 'email_verified'],
        GenerateSecret: false,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid', 'email'],
        SupportedIdentityProviders: ['COGNITO'],
        PreventUserExistenceErrors: 'ENABLED',
        EnableTokenRevocation: true,
      });
  });

  it('renew their tokens every hour, the desk for a working day', () => {
    const lives = clients().map(([, { Properties }]) => {
      const { AccessTokenValidity, IdTokenValidity, RefreshTokenValidity, TokenValidityUnits: unit } = Properties;
      const access = [`${AccessTokenValidity} ${unit.AccessToken}`, `${IdTokenValidity} ${unit.IdToken}`];
      return [...access, `${RefreshTokenValidity} ${unit.RefreshToken}`];
    });
    expect(lives).toEqual([
      ['60 minutes', '60 minutes', '12 hours'],
      ['60 minutes', '60 minutes', '30 days'],
    ]);
  });
});

const POOLS = /AWS::Cognito|cognito-idp|UserPool|DeskClient/;

describe('a stage', () => {
  it('that is given an issuer has no pool and no trigger, and its functions take that issuer: in a rehearsal, this machine', async () => {
    const { provider, functions, resources } = await leastStage();
    expect(provider.environment).toMatchObject({
      JWT_ISSUER: issuer,
      JWT_AUDIENCE: audience,
      JWT_JWKS_URL: await jwksUrl(),
    });
    expect(Object.keys(functions)).not.toContain('identity-token');
    expect(JSON.stringify(resources)).not.toMatch(POOLS);
  });

  it('leads to its own applications after the sign-in, and mails by SES, when it is told so', async () => {
    const { resources } = await printed(
      'desk_urls=https://guichet.example/,http://localhost:5173/',
      'members_urls=https://bibliotheque.example/compte',
      'sign_in_mail=ses',
    );
    const { DeskClient, MembersClient, UserPool } = resources.Resources;
    const split = (urls: string) => ({ 'Fn::Split': [',', urls] });
    for (const [{ Properties }, urls] of [
      [DeskClient, 'https://guichet.example/,http://localhost:5173/'],
      [MembersClient, 'https://bibliotheque.example/compte'],
    ])
      expect(Properties).toMatchObject({ CallbackURLs: split(urls), LogoutURLs: split(urls) });
    expect(UserPool.Properties).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'bibliotheque@bibliotheque.example' },
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: false,
        InviteMessageTemplate: { EmailMessage: expect.stringMatching(/\{username\}.*\{####\}/) },
      },
      VerificationMessageTemplate: { EmailMessage: expect.stringContaining('{####}') },
    });
  });
});
