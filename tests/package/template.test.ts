import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reconcile } from '../../lib/loans/reconcile.ts';
import { journalLines } from '../support/journal.ts';

/** What `sls deploy` would create, read from the template that `sls package` makes without any account. */

interface Statement {
  Action: string | string[];
  Resource: unknown;
}
interface Resource {
  Type: string;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties, each test knows its own
  Properties: any;
}

const PARAMETERS = {
  jwt_issuer: 'https://issuer.example',
  jwt_audience: 'bibliotheque',
  jwt_jwks_url: 'https://issuer.example/.well-known/jwks.json',
  cors_origins: 'https://bibliotheque.example',
  sender: 'bibliotheque@bibliotheque.example',
  sender_identity: 'bibliotheque.example',
};

let folder: string;
let resources: [string, Resource][];
const ofType = (type: string) => resources.filter(([, { Type }]) => Type === type);

const DEAD_LETTERS = { 'Fn::GetAtt': ['DeadLetters', 'Arn'] };
const alarm = (name: string) =>
  ofType('AWS::CloudWatch::Alarm').find(([logicalName]) => logicalName === name)?.[1].Properties;

/** The line in which a run of the reconciler that had nothing to do gives its figure, as the function of that name. */
async function figureOf(functionName: string) {
  process.env.AWS_LAMBDA_FUNCTION_NAME = functionName;
  await reconcile();
  delete process.env.AWS_LAMBDA_FUNCTION_NAME;
  return JSON.parse(journalLines.findLast((line) => line.startsWith('{"_aws":')) as string);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  const parameters = Object.entries(PARAMETERS).map(([name, value]) => `--param=${name}=${value}`);
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  await promisify(execFile)('npx', ['sls', 'package', '--stage', 'prod', '--package', folder, ...parameters], {
    env: { ...Object.fromEntries(environment), AWS_EC2_METADATA_DISABLED: 'true', NODE_OPTIONS: '' },
  });
  const template = await readFile(join(folder, 'cloudformation-template-update-stack.json'), 'utf8');
  resources = Object.entries(JSON.parse(template).Resources);
});

afterAll(() => rm(folder, { recursive: true }));

describe('each function', () => {
  it('has a role of its own', () => {
    const roles = ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties.Role['Fn::GetAtt'][0]);
    expect(roles.length).toBeGreaterThanOrEqual(31);
    expect(new Set(roles).size).toBe(roles.length);
    // The framework's role for all, which may not even write a line of the journal.
    expect(roles).not.toContain('IamRoleLambdaExecution');
  });

  it('runs on arm64, on the runtime that the tests run on', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::Function')) {
      expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x' });
    }
    expect(process.version).toMatch(/^v24\./);
  });

  it('knows of no local endpoint, and trusts only the keys it was given', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::Function')) {
      const variables = Properties.Environment.Variables;
      expect(JSON.stringify(variables)).not.toMatch(/localhost|127\.0\.0\.1|data:/);
      expect(variables).toMatchObject({ JWT_JWKS_URL: PARAMETERS.jwt_jwks_url, JWT_ISSUER: PARAMETERS.jwt_issuer });
    }
  });

  it('of the loans service finds Lambda and SES in its own region and partition', () => {
    const endpointOf = (service: string) => `https://${service}.\${AWS::Region}.\${AWS::URLSuffix}`;
    const loans = ofType('AWS::Lambda::Function').filter(([name]) => name.startsWith('Loans'));
    expect(loans.length).toBeGreaterThanOrEqual(8);
    for (const [, { Properties }] of loans)
      expect(Properties.Environment.Variables).toMatchObject({
        LAMBDA_ENDPOINT: { 'Fn::Sub': endpointOf('lambda') },
        SES_ENDPOINT: { 'Fn::Sub': endpointOf('email') },
      });
  });

  it('lives in a time zone that there is', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::Function'))
      expect(Intl.supportedValuesOf('timeZone')).toContain(Properties.Environment.Variables.FUSEAU_HORAIRE);
  });

  it('keeps its logs for 30 days', () => {
    const groups = ofType('AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThanOrEqual(ofType('AWS::Lambda::Function').length);
    for (const [, { Properties }] of groups) expect(Properties.RetentionInDays).toBe(30);
  });
});

describe('each role of a function', () => {
  const statements = (): [string, Statement][] =>
    ofType('AWS::IAM::Role').flatMap(([name, { Properties }]) =>
      (Properties.Policies ?? []).flatMap((policy: { PolicyDocument: { Statement: Statement[] } }) =>
        policy.PolicyDocument.Statement.map((statement) => [name, statement] as [string, Statement]),
      ),
    );

  it('allows no action and no resource by a wildcard', () => {
    for (const [role, { Action, Resource }] of statements()) {
      for (const action of [Action].flat()) expect(`${role} ${action}`).not.toContain('*');
      for (const resource of [Resource].flat()) {
        // A log group's streams have names that Lambda makes up: the group itself is named in full.
        const text = JSON.stringify(resource).replace(/:log-group:\/aws\/lambda\/[\w-]+:\*(:\*)?/, '');
        expect(`${role} ${text}`).not.toContain('*');
      }
    }
  });

  it('reaches the table of its own service only', () => {
    const tables = { Users: 'UtilisateursTable', Books: 'LivresTable', Loans: 'EmpruntsTable' };
    let seen = 0;
    for (const [role, statement] of statements()) {
      const service = /^(Users|Books|Loans)Dash/.exec(role)?.[1] as keyof typeof tables | undefined;
      for (const [table] of JSON.stringify(statement).matchAll(/\w+Table(?=")/g)) {
        expect(`${role} ${table}`).toBe(`${role} ${service && tables[service]}`);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(25);
  });

  it('invokes, from the loans service alone, the private commands', () => {
    const invoked = statements()
      .filter(([, { Action }]) => [Action].flat().includes('lambda:InvokeFunction'))
      .filter(([role]) => role !== 'SchedulerRole');
    const names = invoked.flatMap(([, { Resource }]) =>
      [...JSON.stringify(Resource).matchAll(/function:bibliotheque-prod-([\w-]+)/g)].map(([, name]) => name),
    );
    for (const [role] of invoked) expect(role).toMatch(/^LoansDash/);
    expect([...new Set(names)].sort()).toEqual([
      'books-return-copy',
      'books-standing',
      'books-take-copy',
      'users-close-loan',
      'users-open-loan',
      'users-standing',
    ]);
  });

  it('sends mail, from the two notice functions alone, in the name of one identity', () => {
    const mails = statements().filter(([, { Action }]) => [Action].flat().includes('ses:SendEmail'));
    expect(mails.map(([role]) => role).sort()).toEqual([
      'LoansDashnotifyDashdailyIamRoleLambdaExecution',
      'LoansDashnotifyDashoverdueIamRoleLambdaExecution',
    ]);
    for (const [, { Resource }] of mails) expect(JSON.stringify(Resource)).toContain(':identity/bibliotheque.example');
  });
});

describe('each table', () => {
  it('is on demand, recoverable, encrypted, and survives a mistaken deletion', () => {
    expect(ofType('AWS::DynamoDB::Table').map(([name]) => name)).toEqual([
      'UtilisateursTable',
      'LivresTable',
      'EmpruntsTable',
    ]);
    for (const [, table] of ofType('AWS::DynamoDB::Table')) {
      expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      expect(table.Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
      });
    }
  });
});

describe('the gateway', () => {
  it('throttles, and lets in the origins that it was given', () => {
    const [[, stage]] = ofType('AWS::ApiGatewayV2::Stage') as [[string, Resource]];
    expect(stage.Properties.AccessLogSettings.Format).not.toMatch(/identity|authorizer/);
    expect(stage.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    expect(stage.Properties.DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0);
    const [[, api]] = ofType('AWS::ApiGatewayV2::Api') as [[string, Resource]];
    expect(api.Properties.CorsConfiguration.AllowOrigins).toEqual([PARAMETERS.cors_origins]);
  });

  it('has a route to no private command', () => {
    const routes = ofType('AWS::ApiGatewayV2::Integration').map(([name]) => name);
    expect(routes.length).toBeGreaterThan(20);
    expect(
      routes.filter((name) => /Dash(open|close)Dashloan|Dash(take|return)Dashcopy|reconcile|daily/i.test(name)),
    ).toEqual([]);
  });
});

describe('the schedules', () => {
  it('run the notices at seven, the sweep and the reconciler every minute, in library time', () => {
    const schedules = ofType('AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties);
    expect(schedules.map(({ ScheduleExpression }) => ScheduleExpression)).toEqual([
      'rate(1 minute)',
      'cron(0/15 7 * * ? *)',
      'rate(1 minute)',
    ]);
    for (const { ScheduleExpressionTimezone, Target } of schedules) {
      expect(ScheduleExpressionTimezone).toBe('Europe/Paris');
      expect(Target.RoleArn).toEqual({ 'Fn::GetAtt': ['SchedulerRole', 'Arn'] });
    }
  });

  it('put a run that cannot be started aside, once the next one is due', () => {
    const ages = ofType('AWS::Scheduler::Schedule').map(
      ([
        ,
        {
          Properties: { Target },
        },
      ]) => {
        expect(Target.DeadLetterConfig).toEqual({ Arn: DEAD_LETTERS });
        return Target.RetryPolicy.MaximumEventAgeInSeconds;
      },
    );
    expect(ages).toEqual([60, 15 * 60, 60]);
    const [, role] = ofType('AWS::IAM::Role').find(([name]) => name === 'SchedulerRole') as [string, Resource];
    expect(role.Properties.Policies[0].PolicyDocument.Statement).toContainEqual({
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: DEAD_LETTERS,
    });
  });

  it('put a run that fails for good aside, and sound an alarm', () => {
    const configurations = ofType('AWS::Lambda::EventInvokeConfig').map(([, { Properties }]) => Properties);
    expect(configurations).toHaveLength(3);
    for (const { DestinationConfig } of configurations)
      expect(DestinationConfig.OnFailure.Destination).toEqual(DEAD_LETTERS);
    expect(configurations.map(({ MaximumRetryAttempts }) => MaximumRetryAttempts)).toEqual([undefined, 0, undefined]);
    expect(alarm('DeadLettersAlarm')).toMatchObject({
      Namespace: 'AWS/SQS',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['DeadLetters', 'QueueName'] } }],
    });
  });
});

describe('each alarm', () => {
  it('tells whoever has subscribed', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm');
    expect(alarms).toHaveLength(3);
    for (const [, { Properties }] of alarms) expect(Properties.AlarmActions).toEqual([{ Ref: 'Alarms' }]);
  });

  it.each(['LoansUnsettledAlarm', 'LoansReconcilerAlarm'])(
    '(%s) looks at the figure that the reconciler gives',
    async (name) => {
      const [, { Properties: reconciler }] = ofType('AWS::Lambda::Function').find(
        ([logicalName]) => logicalName === 'LoansDashreconcileLambdaFunction',
      ) as [string, Resource];
      const { _aws, ...figure } = await figureOf(reconciler.FunctionName);
      const [{ Namespace, Dimensions, Metrics }] = _aws.CloudWatchMetrics;
      expect(alarm(name)).toMatchObject({
        Namespace,
        MetricName: Metrics[0].Name,
        Dimensions: Dimensions[0].map((dimension: string) => ({ Name: dimension, Value: figure[dimension] })),
      });
      expect(figure[Metrics[0].Name]).toBe(0);
    },
  );

  it('sounds within minutes once a loan is an hour in the middle of something, and stays', () => {
    expect(alarm('LoansUnsettledAlarm')).toMatchObject({
      Statistic: 'Maximum',
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Period: 300,
      EvaluationPeriods: 1,
      TreatMissingData: 'ignore',
    });
  });

  it('sounds when the reconciler gives no figure for a quarter of an hour', () => {
    expect(alarm('LoansReconcilerAlarm')).toMatchObject({
      Statistic: 'SampleCount',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      Period: 300,
      EvaluationPeriods: 3,
      TreatMissingData: 'breaching',
    });
  });
});
