import { describe, expect, it } from '@jest/globals';
import type { Resource } from '../../../dev/template/resources.ts';
import { granted } from '../../support/services.ts';
import { PARAMETERS } from './framework.ts';
import { ofType, properties, resources } from './packaged.ts';

/** What `sls deploy` would create. */

interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

const functions = () => properties('AWS::Lambda::Function');
const variables = () => functions().map(({ Environment }) => Environment.Variables);

describe('each function', () => {
  it('has a role of its own', () => {
    const roles = functions().map(({ Role }) => Role['Fn::GetAtt'][0]);
    expect(roles.length).toBeGreaterThanOrEqual(31);
    expect(new Set(roles).size).toBe(roles.length);
    // The framework's role for all, which may not even write a line of the journal.
    expect(roles).not.toContain('IamRoleLambdaExecution');
  });

  it('runs on arm64, on the runtime that the tests run on', () => {
    for (const one of functions()) expect(one).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x' });
    expect(process.version).toMatch(/^v24\./);
  });

  it('knows of no local endpoint, trusts only the tokens of its pool, and lives in a time zone that there is', () => {
    expect(JSON.stringify(variables())).not.toMatch(/localhost|127\.0\.0\.1|data:/);
    const issuer = { 'Fn::GetAtt': ['UserPool', 'ProviderURL'] };
    const tokens = {
      JWT_ISSUER: issuer,
      JWT_AUDIENCE: { 'Fn::Join': [',', [{ Ref: 'DeskClient' }, { Ref: 'MembersClient' }]] },
      JWT_JWKS_URL: { 'Fn::Join': ['', [issuer, '/.well-known/jwks.json']] },
    };
    for (const { FunctionName, Environment } of functions()) {
      const own = Environment.Variables;
      if (FunctionName !== 'bibliotheque-prod-identity-token') expect(own).toMatchObject(tokens);
      expect(Intl.supportedValuesOf('timeZone')).toContain(own.FUSEAU_HORAIRE);
    }
  });

  it('of the loans service finds Lambda in its own region and partition, and SES as well if it may send mails', () => {
    const endpoint = (service: string) => ({ 'Fn::Sub': `https://${service}.\${AWS::Region}.\${AWS::URLSuffix}` });
    const loans = functions().filter(({ FunctionName }) => FunctionName.startsWith('bibliotheque-prod-loans-'));
    const mailing = loans.filter(({ FunctionName }) =>
      granted(FunctionName.replace('bibliotheque-prod-', '')).includes('ses:SendEmail'),
    );
    expect(loans.length).toBeGreaterThanOrEqual(8);
    expect(mailing).toHaveLength(3);
    for (const one of loans) {
      const { LAMBDA_ENDPOINT, SES_ENDPOINT, EXPEDITEUR } = one.Environment.Variables;
      expect(LAMBDA_ENDPOINT).toEqual(endpoint('lambda'));
      const mails = mailing.includes(one) ? [endpoint('email'), expect.stringContaining('@')] : [undefined, undefined];
      expect([SES_ENDPOINT, EXPEDITEUR]).toEqual(mails);
    }
  });

  it('writes to one log group, which is kept for 30 days, as the gateway’s is', () => {
    for (const { LoggingConfig } of functions())
      expect(LoggingConfig).toEqual({ LogFormat: 'JSON', LogGroup: { Ref: 'Logs' } });
    const groups = ofType('AWS::Logs::LogGroup');
    expect(groups.map(([name]) => name)).toEqual(['HttpApiLogGroup', 'Logs']);
    for (const [, group] of groups) expect(group.Properties.RetentionInDays).toBe(30);
  });

  it('is traced by nothing that costs, unless a parameter says so', () => {
    expect(JSON.stringify(resources())).not.toMatch(/xray|TracingConfig/i);
  });
});

describe('each role of a function', () => {
  const statements = (): [string, Statement][] =>
    ofType('AWS::IAM::Role').flatMap(([name, { Properties }]) =>
      (Properties.Policies ?? []).flatMap(({ PolicyDocument }: { PolicyDocument: { Statement: Statement[] } }) =>
        PolicyDocument.Statement.map((statement) => [name, statement]),
      ),
    );
  const allowing = (action: string) => statements().filter(([, { Action }]) => [Action].flat().includes(action));

  it('allows no action and no resource by a wildcard, but for whom a mail goes to', () => {
    for (const [role, { Action, Resource }] of statements()) {
      if (Action.includes('ses:SendEmail')) continue;
      expect(`${role} ${JSON.stringify([Action, Resource])}`).not.toContain('*');
    }
  });

  it('is trusted by what uses it alone, in this account alone', () => {
    const account = { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } };
    const trusted = (service: string, by: object) => [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service }, Condition: { StringEquals: by } },
    ];
    const roles = ofType('AWS::IAM::Role');
    expect(roles).toHaveLength(functions().length + 1);
    const group = { 'aws:SourceArn': { 'Fn::GetAtt': ['Schedules', 'Arn'] } };
    for (const [name, { Properties }] of roles)
      expect([name, Properties.AssumeRolePolicyDocument.Statement]).toEqual([
        name,
        name === 'SchedulerRole'
          ? trusted('scheduler.amazonaws.com', { ...account, ...group })
          : trusted('lambda.amazonaws.com', account),
      ]);
    for (const { GroupName } of properties('AWS::Scheduler::Schedule')) expect(GroupName).toEqual({ Ref: 'Schedules' });
    const callers = properties('AWS::Lambda::Permission').map(({ Principal, SourceArn }) => {
      const { 'Fn::GetAtt': [caller = 'HttpApi'] = [] } = SourceArn;
      expect(JSON.stringify(SourceArn)).toContain(caller);
      return `${Principal} ${caller}`;
    });
    expect([...new Set(callers)].sort()).toEqual([
      'apigateway.amazonaws.com HttpApi',
      'cognito-idp.amazonaws.com UserPool',
    ]);
  });

  it('reaches the table of its own service only', () => {
    const tables: Record<string, string> = { Users: 'UtilisateursTable', Books: 'LivresTable', Loans: 'EmpruntsTable' };
    const reached = statements().flatMap(([role, statement]) =>
      [...JSON.stringify(statement).matchAll(/\w+Table(?=")/g)].map(([table]) => ({ role, table })),
    );
    expect(reached.length).toBeGreaterThan(25);
    expect(reached.filter(({ role, table }) => tables[role.split('Dash')[0] as string] !== table)).toEqual([]);
  });

  it('invokes the private commands of others: of the two other services, of a deletion one of the loans, of the trigger one of the users', () => {
    const invoking = allowing('lambda:InvokeFunction').filter(([role]) => role !== 'SchedulerRole');
    const commands = (service: string) => {
      const own = invoking.filter(([role]) => role.startsWith(`${service}Dash`));
      const names = JSON.stringify(own).matchAll(/function:bibliotheque-prod-([\w-]+)/g);
      return [...new Set(Array.from(names, ([, name]) => name))].sort();
    };
    expect(commands('Loans')).toEqual([
      ...['books-holds', 'books-leave-queue', 'books-place-hold', 'books-recover-copy', 'books-return-copy'],
      ...['books-settle-titles', 'books-standing', 'books-suspend-hold', 'books-take-copy'],
      ...['users-close-hold', 'users-close-loan', 'users-open-hold', 'users-open-loan'],
      ...['users-penalties', 'users-standing'],
    ]);
    expect(commands('Users')).toEqual(['loans-forget']);
    expect(invoking.map(([role]) => role).filter((role) => role.startsWith('Users'))).toEqual([
      'UsersDashdeleteIamRoleLambdaExecution',
      'UsersDashsweepIamRoleLambdaExecution',
    ]);
    expect(commands('Books')).toEqual([]);
    expect(commands('Identity')).toEqual(['users-owner']);
  });

  it('sends mail, from the three notice functions alone and from one address, to whomever and through any set', () => {
    const mails = allowing('ses:SendEmail');
    expect(mails.map(([role]) => role).sort()).toEqual([
      'LoansDashnotifyDashdailyIamRoleLambdaExecution',
      'LoansDashnotifyDashholdsIamRoleLambdaExecution',
      'LoansDashnotifyDashoverdueIamRoleLambdaExecution',
    ]);
    const all = (kind: string) => ({
      'Fn::Sub': `arn:\${AWS::Partition}:ses:\${AWS::Region}:\${AWS::AccountId}:${kind}/*`,
    });
    for (const [, { Resource, Condition }] of mails) {
      expect(Resource).toEqual([all('identity'), all('configuration-set')]);
      expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': PARAMETERS.sender } });
    }
  });
});

it('each table is on demand, recoverable, encrypted for nothing, and survives a mistaken deletion', () => {
  const tables = ofType('AWS::DynamoDB::Table');
  expect(tables.map(([name]) => name)).toEqual(['UtilisateursTable', 'LivresTable', 'EmpruntsTable']);
  for (const [, table] of tables) {
    // DynamoDB's own key, then: one of the account would be paid for by request.
    expect(table.Properties).not.toHaveProperty('SSESpecification');
    expect(table).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    });
  }
});

it('each table and each global index takes so many units a second at most', () => {
  const caps = properties('AWS::DynamoDB::Table').flatMap(({ OnDemandThroughput, GlobalSecondaryIndexes }) => [
    OnDemandThroughput,
    ...GlobalSecondaryIndexes.map((index: { OnDemandThroughput: object }) => index.OnDemandThroughput),
  ]);
  expect(caps).toEqual(Array(7).fill({ MaxReadRequestUnits: 2000, MaxWriteRequestUnits: 500 }));
});

describe('the gateway', () => {
  it('throttles, writes no personal data, and lets in the origins that it was given', () => {
    const [{ AccessLogSettings, DefaultRouteSettings }] = properties('AWS::ApiGatewayV2::Stage') as [never];
    expect(AccessLogSettings).not.toMatchObject({ Format: expect.stringMatching(/identity|authorizer/) });
    for (const limit of Object.values<number>(DefaultRouteSettings)) expect(limit).toBeGreaterThan(0);
    expect(Object.keys(DefaultRouteSettings)).toEqual(
      expect.arrayContaining(['ThrottlingRateLimit', 'ThrottlingBurstLimit']),
    );
    const [{ CorsConfiguration }] = properties('AWS::ApiGatewayV2::Api') as [never];
    const AllowOrigins = ['https://bibliotheque.example', 'https://guichet.example:8443'];
    expect(CorsConfiguration).toMatchObject({ AllowOrigins });
  });

  it('lets a search be asked for less often than the rest, by settings that come after their routes', () => {
    const [, { Properties, DependsOn }] = ofType('AWS::ApiGatewayV2::Stage')[0] as [string, Resource];
    const { DefaultRouteSettings, RouteSettings } = Properties;
    const routes = ofType('AWS::ApiGatewayV2::Route').map(([name, { Properties }]) => [Properties.RouteKey, name]);
    expect(Object.keys(RouteSettings)).toEqual(['GET /livres', 'GET /utilisateurs']);
    for (const [route, settings] of Object.entries<Record<string, number>>(RouteSettings)) {
      expect(DependsOn).toContain(Object.fromEntries(routes)[route]);
      for (const [name, limit] of Object.entries(settings)) expect(limit).toBeLessThan(DefaultRouteSettings[name]);
    }
  });

  it('has a route to no private command', () => {
    const routes = ofType('AWS::ApiGatewayV2::Integration').map(([name]) => name);
    expect(routes.length).toBeGreaterThan(20);
    const isPrivate =
      /Dash(open|close)Dashloan|Dash(take|return)Dashcopy|standing|UsersDash(owner|penalties)|Identity|forget|sweep|reconcile|daily/i;
    expect(routes.filter((name) => isPrivate.test(name))).toEqual([]);
  });
});
