import type { Statement } from './template.ts';

/** IAM: what a role's statements say of one action on one resource. What it does not know stops the test. */

export interface Asked {
  action: string;
  resource: string;
  /** The condition keys that the service gives: `ses:FromAddress`. */
  context?: Record<string, string>;
}

const matches = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(value);

const OPERATORS: Record<string, (wanted: string, given: string) => boolean> = {
  StringEquals: (wanted, given) => wanted === given,
  StringEqualsIgnoreCase: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
  StringLike: matches,
  ArnEquals: matches,
  ArnLike: matches,
};

const holds = ({ Condition = {} }: Statement, context: Record<string, string>): boolean =>
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const compare = OPERATORS[operator];
      const given = context[key];
      if (!compare) throw new Error(`The stand-in does not know the condition ${operator} ${key}`);
      return given !== undefined && [wanted].flat().some((one) => compare(one, given));
    }),
  );

/** The rights that a role's statements give: each action with each resource, as they stand there. */
export const rightsIn = (statements: Statement[]): string[] =>
  statements.flatMap(({ Action, Resource }) =>
    [Action].flat().flatMap((action) => [Resource].flat().map((resource) => `${action} ${resource}`)),
  );

/** @returns the rights by which it is allowed; none when it is denied */
export function allowedBy(statements: Statement[], { action, resource, context = {} }: Asked): string[] {
  const about = statements.flatMap((statement) => {
    if (!holds(statement, context)) return [];
    return rightsIn([statement])
      .filter((right) => {
        const [ofAction = '', ofResource = ''] = right.split(' ');
        return matches(ofAction.toLowerCase(), action.toLowerCase()) && matches(ofResource, resource);
      })
      .map((right) => ({ right, effect: statement.Effect }));
  });
  return about.some(({ effect }) => effect === 'Deny') ? [] : about.map(({ right }) => right);
}
