import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { DeleteTableCommand, DynamoDBClient, ListTablesCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ofType, type Resources } from '../../dev/template/resources.ts';
import { Framework, PACKAGE_MS, PARAMETERS } from './parts/framework.ts';
import { Moto, packageForMoto, UNKNOWN_TO_MOTO } from './parts/moto.ts';

/**
 * A stage with the longest name and every parameter that goes with a user pool. To package it, and to deploy it twice, takes minutes:
 * only a thorough run does (see jest.config.js).
 */

const STAGE = 'abcdefghijklmnopqrst';
const STACK = `bibliotheque-${STAGE}`;
const ADDRESS = 'garde@bibliotheque.example';
const OPTIONAL = {
  ...{ alarm_email: ADDRESS, budget: '10', tracing: 'xray', read_units: '300', write_units: '40' },
  ...{ sign_in_mail: 'ses', sender_identity: 'bibliotheque.example' },
  ...{ desk_urls: 'https://guichet.example/', members_urls: 'https://bibliotheque.example/compte' },
};

let framework: Framework;
let resources: Resources;

beforeAll(async () => {
  framework = await Framework.for(STAGE, { ...PARAMETERS, ...OPTIONAL });
  await framework.run(['package']);
  resources = await framework.resources();
}, PACKAGE_MS);
afterAll(() => framework.remove());

const properties = (type: string) => ofType(resources, type).map(([, { Properties }]) => Properties);

/** Each kind of name that the template gives, with the characters that AWS takes at most. */
const LIMITS: Record<string, number> = {
  FunctionName: 64,
  RoleName: 64,
  PolicyName: 128,
  TableName: 255,
  IndexName: 255,
  LogGroupName: 512,
  DashboardName: 255,
  BudgetName: 100,
  MetricName: 255,
  MetricNamespace: 255,
  Name: 64,
};

describe('the template of a stage with the longest name', () => {
  it('gives no name that is longer than AWS takes, and is no larger than CloudFormation takes', () => {
    const given: [kind: string, name: string][] = [];
    JSON.stringify(resources, (key, value) => {
      const name = value?.['Fn::Join'] ? value['Fn::Join'][1].join(value['Fn::Join'][0]) : value;
      if (key in LIMITS && typeof name === 'string') given.push([key, name]);
      return value;
    });
    const ofStage = given.filter(([, name]) => name.includes(STAGE));
    expect(new Set(ofStage.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(6);
    expect(given.filter(([kind, name]) => name.length > (LIMITS[kind] as number))).toEqual([]);
    expect(STACK.length).toBeLessThanOrEqual(128);
    expect(Object.keys(resources).length).toBeLessThanOrEqual(500);
    // Bytes.
    expect(JSON.stringify(resources).length).toBeLessThan(1_000_000);
  });

  it('leaves the names of roles to CloudFormation, which keeps them within their limit and apart by region', () => {
    for (const { RoleName } of properties('AWS::IAM::Role'))
      expect([undefined, { Ref: 'AWS::NoValue' }]).toContainEqual(RoleName);
  });
});

describe('a parameter', () => {
  it('has an address told of each alarm, and of a month that costs more than was meant', () => {
    expect(properties('AWS::SNS::Subscription')).toEqual([
      { TopicArn: { Ref: 'Alarms' }, Protocol: 'email', Endpoint: ADDRESS },
    ]);
    const [{ Budget, NotificationsWithSubscribers }] = properties('AWS::Budgets::Budget') as [never];
    expect(Budget).toMatchObject({ TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 10, Unit: 'USD' } });
    expect(NotificationsWithSubscribers).toHaveLength(2);
    for (const { Subscribers } of NotificationsWithSubscribers as { Subscribers: object[] }[])
      expect(Subscribers).toEqual([{ SubscriptionType: 'EMAIL', Address: ADDRESS }]);
  });

  it('has every function traced, with the right to be', () => {
    const functions = properties('AWS::Lambda::Function');
    for (const { TracingConfig, Role } of functions) {
      expect(TracingConfig).toEqual({ Mode: 'Active' });
      expect(JSON.stringify(resources[Role['Fn::GetAtt'][0]])).toContain('xray:PutTraceSegments');
    }
  });

  it('caps each table and index', () => {
    const text = JSON.stringify(properties('AWS::DynamoDB::Table'));
    expect(text.match(/"MaxReadRequestUnits":300,"MaxWriteRequestUnits":40/g)).toHaveLength(7);
  });
});

/** Whether a program is on this machine. What is not tried for want of it is said. */
function has(program: string, ...args: string[]): boolean {
  const { status } = spawnSync(program, args, { stdio: 'ignore' });
  if (status !== 0) process.stderr.write(`not on this machine, so not tried: ${[program, ...args].join(' ')}\n`);
  return status === 0;
}

const lint = async (...args: string[]) => {
  const all = ['--regions', 'eu-west-3', '--template', framework.templateFile, ...args];
  return (await promisify(execFile)('cfn-lint', all).catch((error) => error)).stdout;
};
const RULES = ['--append-rules', 'cfn_lint_serverless.rules'];

(has('cfn-lint', '--version') ? it : it.skip)(
  'cfn-lint finds nothing in it',
  async () => {
    expect(await lint()).toBe('');
  },
  PACKAGE_MS,
);

(has('cfn-lint', ...RULES, '--list-rules') ? it : it.skip)(
  'cfn-lint finds no error in it with the rules for serverless systems',
  async () => {
    expect(await lint(...RULES, '--format', 'parseable')).not.toMatch(/:E\w+:/);
  },
  PACKAGE_MS,
);

(has('moto_server', '--help') ? it : it.skip)(
  `is deployed, removed and deployed again on moto, but for ${UNKNOWN_TO_MOTO.join(', ')}`,
  async () => {
    const moto = await Moto.start();
    try {
      const sls = (...args: string[]) => framework.run([...args], moto.environment);
      const packaged = await packageForMoto(framework);
      await sls('deploy', '--package', packaged);
      const stacks = await moto.cloudFormation({ Action: 'DescribeStacks', StackName: STACK });
      for (const [name, value] of [
        ['service', 'bibliotheque'],
        ['stage', STAGE],
      ])
        expect(stacks.replaceAll(/\s/g, '')).toContain(`<Key>${name}</Key><Value>${value}</Value>`);

      await sls('remove');
      expect(await throwAwayTables(moto)).toEqual(
        ['utilisateurs', 'livres', 'emprunts'].map((one) => `${STACK}-${one}`),
      );
      await sls('deploy', '--package', packaged);
    } finally {
      await moto.stop();
    }
  },
  4 * PACKAGE_MS,
);

/** As docs/exploitation.md says, when the data of a removed stack is to go. @returns the names of the tables that were left */
async function throwAwayTables({ environment }: Moto): Promise<string[]> {
  const credentials = { accessKeyId: 'moto', secretAccessKey: 'moto' };
  const { AWS_ENDPOINT_URL: endpoint = '', AWS_REGION: region = '' } = environment;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const { TableNames = [] } = await client.send(new ListTablesCommand());
  for (const TableName of TableNames) {
    await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
    await client.send(new DeleteTableCommand({ TableName }));
  }
  client.destroy();
  return TableNames;
}
