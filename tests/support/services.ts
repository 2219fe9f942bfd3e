import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Table } from '../../dev/local/dynamodb.ts';

interface Service {
  functions: Record<
    string,
    {
      handler: string;
      events?: { httpApi?: string }[];
      iamRoleStatements?: { Action: string[]; Resource: unknown }[];
    }
  >;
  resources: { Resources: Record<string, { Type: string; Properties: Table }> };
}

const root = new URL('../../', import.meta.url);

/** The services as their service.yml tells them: routes and tables have no second copy here. */
export const services: Service[] = ['users', 'books', 'loans']
  .map((name) => new URL(`functions/${name}/service.yml`, root))
  .filter((file) => existsSync(file))
  .map((file) => parse(readFileSync(file, 'utf8'), { merge: true }));

/** The tables under this test file's names: `UTILISATEURS_TABLE` for `${self:custom.tables.utilisateurs}`. */
export const tables = (): Table[] =>
  services
    .flatMap(({ resources }) => Object.values(resources.Resources))
    .filter(({ Type }) => Type === 'AWS::DynamoDB::Table')
    .map(({ Properties }) => {
      const name = /tables\.(\w+)/.exec(Properties.TableName as string)?.[1] as string;
      return { ...Properties, TableName: process.env[`${name.toUpperCase()}_TABLE`] } as Table;
    });

export interface Route {
  /** The function's name: `users-create`. */
  name: string;
  /** `POST /utilisateurs/{id}/penalites`. */
  key: string;
  method: string;
  /** Matches a path and names its parameters. */
  path: RegExp;
  module: URL;
}

export const routes: Route[] = services
  .flatMap(({ functions }) => Object.entries(functions))
  .flatMap(([name, { handler, events = [] }]) =>
    events.flatMap(({ httpApi: key }) => {
      if (!key) return [];
      const [method = '', template = ''] = key.split(' ');
      return {
        name,
        key,
        method,
        path: new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
        module: new URL(handler.replace('.handler', '.ts'), root),
      };
    }),
  )
  // A fixed path comes before one with a parameter in the same place, as in API Gateway.
  .sort((a, b) => a.key.split('{').length - b.key.split('{').length);

/** `dynamodb:Query UtilisateursTable/index/utilisateurs_par_nom`, `lambda:InvokeFunction users-open-loan`. */
export type Right = string;

type Resource =
  | { 'Fn::GetAtt': [string, string] }
  | { 'Fn::Join': ['/', [{ 'Fn::GetAtt': [string, string] }, string, string]] }
  | { 'Fn::Sub': string };

const nameOf = (resource: Resource): string => {
  if ('Fn::GetAtt' in resource) return resource['Fn::GetAtt'][0];
  if ('Fn::Sub' in resource) return resource['Fn::Sub'].replace(/^.*\$\{sls:stage\}-/, '');
  const [table, ...rest] = resource['Fn::Join'][1];
  return [nameOf(table), ...rest].join('/');
};

/** What its service.yml allows a function to do. */
export const granted = (name: string): Right[] =>
  services
    .flatMap(({ functions }) => functions[name]?.iamRoleStatements ?? [])
    .flatMap(({ Action, Resource }) =>
      Action.flatMap((action) =>
        [Resource]
          .flat()
          .map((resource) => (action === 'ses:SendEmail' ? action : `${action} ${nameOf(resource as Resource)}`)),
      ),
    );

/** All that any function may do, as `users-get: dynamodb:GetItem UtilisateursTable`; but Lambda's own use of the dead letters. */
export const allGranted = (): string[] =>
  services
    .flatMap(({ functions }) => Object.keys(functions))
    .flatMap((name) =>
      granted(name)
        .filter((right) => !right.startsWith('sqs:'))
        .map((right) => `${name}: ${right}`),
    );
