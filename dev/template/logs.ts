import { ofType, type Resources } from './resources.ts';

/** The log group of all functions. */
export const LOGS = 'Logs';

/**
 * Has all functions write to one log group, where a request is read whole, whatever functions it came through, and one
 * filter counts for all. The framework makes a group for each function, and CloudFormation takes 500 resources at most.
 */
export function shareLogs(resources: Resources): void {
  for (const [, one] of ofType(resources, 'AWS::Lambda::Function')) {
    const needed = [one.DependsOn ?? []].flat();
    const own = needed.filter((name) => resources[name]?.Type === 'AWS::Logs::LogGroup');
    for (const name of own) delete resources[name];
    one.DependsOn = needed.filter((name) => !own.includes(name));
    one.Properties.LoggingConfig.LogGroup = { Ref: LOGS };
  }
}
