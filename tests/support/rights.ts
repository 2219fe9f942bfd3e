import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { granted, type Right } from './granted.ts';
import { guard } from './outgoing.ts';
import { tell } from './seen.ts';

/**
 * DynamoDB Local lets everybody do everything; AWS does not. Every request that a function sends in a
 * test is held against the rights that its service.yml gives it, so that none is missing there; and told
 * to the whole run, so that none is there in vain.
 */
const acting = new AsyncLocalStorage<string>();

/** Runs a handler as the function of that name. */
export const asFunction = <T>(name: string, work: () => Promise<T>): Promise<T> => acting.run(name, work);

interface Input {
  TableName?: string;
  IndexName?: string;
  RequestItems?: Record<string, unknown>;
  TransactItems?: Record<string, { TableName?: string }>[];
}

/** `EmpruntsTable`, whose name is in `EMPRUNTS_TABLE`. */
const logicalName = (table: string | undefined): string =>
  ['Utilisateurs', 'Livres', 'Emprunts']
    .filter((name) => process.env[`${name.toUpperCase()}_TABLE`] === table)
    .map((name) => `${name}Table`)
    .join();

function rightsFor(command: string, input: Input): Right[] {
  if (input.TransactItems)
    return input.TransactItems.flatMap((item) =>
      Object.entries(item).map(([kind, { TableName }]) => {
        const action = kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`;
        return `dynamodb:${action} ${logicalName(TableName)}`;
      }),
    );
  const tables = input.RequestItems ? Object.keys(input.RequestItems) : [input.TableName];
  const index = input.IndexName ? `/index/${input.IndexName}` : '';
  return tables.map((table) => `dynamodb:${command} ${logicalName(table)}${index}`);
}

const missing = new Set<string>();

const check = (needed: Right[]): void => {
  const name = acting.getStore();
  if (name === undefined) return;
  const rights = granted(name);
  for (const right of needed) {
    if (rights.includes(right)) tell(`${name}: ${right}`);
    else missing.add(`${name}: ${right}`);
  }
};

/** Has every request to AWS checked. */
export function watch(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        check(rightsFor(commandName.replace(/Command$/, ''), args.input as Input));
        return next(args);
      },
    { step: 'initialize', name: 'checkRights' },
  );
  guard(({ kind, functionName }, send) => {
    check([kind === 'Invoke' ? `lambda:InvokeFunction ${functionName}` : 'ses:SendEmail']);
    return send();
  });
}

/** The rights that a function would have lacked on AWS so far. */
export const missingRights = (): Right[] => [...missing];
