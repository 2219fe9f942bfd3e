import { services } from './services.ts';

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
