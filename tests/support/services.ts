import type { Table } from '../../dev/local/tables.ts';
import { readYamlOnce } from './shared/yaml.ts';

interface Service {
  functions: Record<
    string,
    {
      handler: string;
      timeout?: number;
      events?: { httpApi?: string; schedule?: object }[];
      iamRoleStatements?: { Action: string[]; Resource: Resource | Resource[] }[];
    }
  >;
  resources: { Resources: Record<string, { Type: string; Properties: Table }> };
}

const root = new URL('../../', import.meta.url);

const read = (file: string) => readYamlOnce<Service>(new URL(`functions/${file}.yml`, root));

/** The services as their service.yml tells them: routes and tables have no second copy here. */
export const services: Service[] = [
  read('users/service'),
  read('books/service'),
  { ...read('loans/resources'), ...read('loans/service') },
  read('identity/service'),
];

/** The tables under this test file's names: `UTILISATEURS_TABLE` for `${self:custom.tables.utilisateurs}`. */
export const tables = (): Table[] =>
  services
    .flatMap(({ resources }) => Object.values(resources.Resources))
    .filter(({ Type }) => Type === 'AWS::DynamoDB::Table')
    .map(({ Properties }) => {
      const name = /tables\.(\w+)/.exec(Properties.TableName as string)?.[1] as string;
      return { ...Properties, TableName: process.env[`${name.toUpperCase()}_TABLE`] } as Table;
    });

/** Every function that is deployed, by its name. */
export const functions: Service['functions'] = {
  'not-found': { handler: 'functions/not-found.handler' },
  ...Object.fromEntries([...services, read('docs/service')].flatMap((service) => Object.entries(service.functions))),
};

const { provider } = readYamlOnce<{ provider: { timeout: number } }>(new URL('serverless.yml', root));

/** Milliseconds that Lambda gives a function. */
export const timeOf = (name: string): number => 1000 * (functions[name]?.timeout ?? provider.timeout);

/** Loads a function by its name: `users-create`. */
export async function load(name: string): Promise<(event: unknown, context: unknown) => Promise<unknown>> {
  const [file, exported = ''] = functions[name]?.handler.split('.') ?? [];
  return (await import(new URL(`${file}.ts`, root).href))[exported];
}

/** Each route: its function's name, its key (`POST /utilisateurs/{id}`), and what matches a path and names its parameters. */
export const routes = services
  .flatMap((service) => Object.entries(service.functions))
  .flatMap(([name, { events = [] }]) =>
    events.flatMap(({ httpApi: key }) => {
      if (!key) return [];
      const [method, template = ''] = key.split(' ');
      const path = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
      return { name, key, method, path };
    }),
  )
  // A fixed path comes before one with a parameter in the same place, as in API Gateway.
  .sort((a, b) => a.key.split('{').length - b.key.split('{').length);

/** `dynamodb:Query UtilisateursTable/index/utilisateurs_a_suivre`, `lambda:InvokeFunction users-open-loan`. */
export type Right = string;

type Resource =
  | { 'Fn::GetAtt': [string, string] }
  | { 'Fn::Join': ['/', [{ 'Fn::GetAtt': [string, string] }, string, string]] }
  | { 'Fn::Sub': string };

const nameOf = (resource: Resource): string => {
  if ('Fn::GetAtt' in resource) return resource['Fn::GetAtt'][0];
  if ('Fn::Sub' in resource) return resource['Fn::Sub'].replace(/^.*\}/, '');
  const [table, ...rest] = resource['Fn::Join'][1];
  return [nameOf(table), ...rest].join('/');
};

/** What its service.yml allows a function to do. */
export const granted = (name: string): Right[] =>
  (functions[name]?.iamRoleStatements ?? []).flatMap(({ Action, Resource }) =>
    Action.flatMap((action) =>
      action === 'ses:SendEmail' ? action : [Resource].flat().map((resource) => `${action} ${nameOf(resource)}`),
    ),
  );

/** All that any function may do, as `users-get: dynamodb:GetItem UtilisateursTable`; but Lambda's own use of the dead letters. */
export const allGranted = (): string[] =>
  Object.keys(functions).flatMap((name) =>
    granted(name)
      .filter((right) => !right.startsWith('sqs:'))
      .map((right) => `${name}: ${right}`),
  );
