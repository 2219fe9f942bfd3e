import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the packaged template would create, with the names and addresses that CloudFormation would give. */

export const REGION = 'eu-west-3';
const ACCOUNT = '123456789012';
const PSEUDO: Record<string, string> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::URLSuffix': 'amazonaws.com',
};

export const arn = (service: string, resource: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

// biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties
type Properties = Record<string, any>;

export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

export interface DeployedFunction {
  /** `bibliotheque-essai-users-get`. */
  name: string;
  arn: string;
  handler: string;
  /** Milliseconds. */
  timeout: number;
  /** Mebibytes. */
  memory: number;
  environment: Record<string, string>;
  /** What its role allows, but for the lines of its log and its dead letters, which Lambda itself writes. */
  statements: Statement[];
}

export interface Cors {
  AllowOrigins: string[];
  AllowMethods: string[];
  AllowHeaders: string[];
  ExposeHeaders: string[];
  MaxAge: number;
}

export interface Template {
  functions: Map<string, DeployedFunction>;
  /** The function of each route, by its key: `GET /utilisateurs/{id}`, `$default`. */
  routes: Map<string, string>;
  cors: Cors;
  tables: Properties[];
}

/** Actions of Lambda itself under the function's role. */
const LAMBDAS_OWN = /^(logs|sqs|xray):/;

/** @param folder where `sls package` has written */
export function readTemplate(folder: string): Template {
  const file = join(folder, 'cloudformation-template-update-stack.json');
  const resources: Record<string, { Type: string; Properties: Properties }> = JSON.parse(
    readFileSync(file, 'utf8'),
  ).Resources;

  const attribute = (name: string, wanted: string): string => {
    const { Type, Properties: own } = resources[name] ?? { Type: '', Properties: {} };
    if (wanted === 'Arn' && Type === 'AWS::Lambda::Function') return arn('lambda', `function:${own.FunctionName}`);
    if (wanted === 'Arn' && Type === 'AWS::DynamoDB::Table') return arn('dynamodb', `table/${own.TableName}`);
    return `${name}.${wanted}`;
  };
  // biome-ignore lint/suspicious/noExplicitAny: as deep as the template
  const resolve = (value: any): any => {
    if (Array.isArray(value)) return value.map(resolve);
    if (value === null || typeof value !== 'object') return value;
    const [[kind = '', of] = []] = Object.entries<Properties>(value);
    if (kind === 'Ref') return PSEUDO[of as never] ?? of;
    if (kind === 'Fn::GetAtt') return attribute(...(of as unknown as [string, string]));
    if (kind === 'Fn::Join') return resolve(of?.[1]).join(of?.[0]);
    if (kind === 'Fn::Sub')
      return (of as unknown as string).replaceAll(/\$\{([\w:.]+)\}/g, (_, name: string) => {
        const [resource = '', wanted] = name.split('.');
        return PSEUDO[name] ?? (wanted ? attribute(resource, wanted) : name);
      });
    if (kind.startsWith('Fn::')) throw new Error(`The stand-in does not know ${kind}`);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item)]));
  };
  const ofType = (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type);
  const propertiesOf = (type: string): Properties[] => ofType(type).map(([, { Properties: own }]) => own);

  const functions = propertiesOf('AWS::Lambda::Function').map((own): DeployedFunction => {
    const policies: Properties[] = resources[own.Role['Fn::GetAtt'][0]]?.Properties.Policies ?? [];
    const statements: Statement[] = policies.flatMap(({ PolicyDocument }) => resolve(PolicyDocument.Statement));
    return {
      name: own.FunctionName,
      arn: arn('lambda', `function:${own.FunctionName}`),
      handler: own.Handler,
      timeout: own.Timeout * 1_000,
      memory: own.MemorySize,
      environment: resolve(own.Environment.Variables),
      statements: statements.filter(({ Action }) => ![Action].flat().every((action) => LAMBDAS_OWN.test(action))),
    };
  });

  // A function that the gateway was not allowed to invoke would answer nobody.
  const permitted = propertiesOf('AWS::Lambda::Permission')
    .filter(({ Principal }) => Principal === 'apigateway.amazonaws.com')
    .map(({ FunctionName }) => resolve(FunctionName));
  const routes = propertiesOf('AWS::ApiGatewayV2::Route').map(({ RouteKey, Target }): [string, string] => {
    const integration = resources[Target['Fn::Join'][1][1].Ref]?.Properties as Properties;
    const invoked: string = resolve(integration.IntegrationUri);
    if (!permitted.includes(invoked)) throw new Error(`The gateway may not invoke ${invoked}`);
    return [RouteKey, invoked.split(':').at(-1) as string];
  });

  return {
    functions: new Map(functions.map((one) => [one.name, one])),
    routes: new Map(routes),
    cors: propertiesOf('AWS::ApiGatewayV2::Api')[0]?.CorsConfiguration,
    tables: propertiesOf('AWS::DynamoDB::Table'),
  };
}
