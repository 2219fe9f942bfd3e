import { neededFor } from './needed.ts';
import { granted, type Right } from './services.ts';
import { tell } from './whole-run.ts';
import { type Outgoing, tap } from './wire.ts';

/**
 * DynamoDB Local lets everybody do everything; AWS does not. Every request that a function sends in a
 * test is held against the rights that its service.yml gives it, so that none is missing there; and told
 * to the whole run, so that none is there in vain.
 */

/** `EmpruntsTable`, whose name is in `EMPRUNTS_TABLE`. */
const logicalName = (table: string): string =>
  ['Utilisateurs', 'Livres', 'Emprunts']
    .filter((name) => process.env[`${name.toUpperCase()}_TABLE`] === table)
    .map((name) => `${name}Table`)
    .join();

function rightsFor({ kind, input, tables }: Outgoing): Right[] {
  if (kind === 'SendEmail') return ['ses:SendEmail'];
  if (tables.length === 0) return [kind.replace('Invoke', 'lambda:InvokeFunction')];
  return neededFor(kind, input).map(
    ({ action, table, index }) => `${action} ${logicalName(table)}${index ? `/index/${index}` : ''}`,
  );
}

const missing = new Set<string>();

const rightsOf = new Map<string, Right[]>();

tap((request, send) => {
  const { sender } = request;
  if (sender !== undefined) {
    const rights = rightsOf.get(sender) ?? granted(sender);
    rightsOf.set(sender, rights);
    for (const right of rightsFor(request)) {
      if (rights.includes(right)) tell(`${sender}: ${right}`);
      else missing.add(`${sender}: ${right}`);
    }
  }
  return send();
});

/** The rights that a function would have lacked on AWS so far. */
export const missingRights = (): Right[] => [...missing];
