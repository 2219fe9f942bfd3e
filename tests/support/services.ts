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
