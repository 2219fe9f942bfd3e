/** How CloudWatch decides the state of an alarm, as its documentation tells it. */

export type State = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** The value of a period, or nothing where no figure came. */
export type Point = number | undefined;

export interface Alarm {
  Threshold: number;
  ComparisonOperator: 'GreaterThanOrEqualToThreshold' | 'LessThanThreshold';
  TreatMissingData: 'breaching' | 'notBreaching' | 'ignore' | 'missing';
}

/**
 * @param points of the periods that the alarm looks at: it takes all of them to sound
 * @param before the state until now
 */
export function stateOf(
  { Threshold, ComparisonOperator, TreatMissingData }: Alarm,
  points: Point[],
  before: State,
): State {
  const breaches = (value: number) =>
    ComparisonOperator === 'LessThanThreshold' ? value < Threshold : value >= Threshold;
  const known = points.filter((point) => point !== undefined);
  if (known.some((value) => !breaches(value))) return 'OK';
  if (known.length === points.length) return 'ALARM';
  // All that is known breaches, and something is not known.
  if (TreatMissingData === 'breaching') return 'ALARM';
  if (TreatMissingData === 'notBreaching') return 'OK';
  if (TreatMissingData === 'ignore') return before;
  return known.length > 0 ? 'ALARM' : 'INSUFFICIENT_DATA';
}

/** A statistic over what came within one period. */
export function statisticOf(statistic: string, values: number[]): Point {
  if (values.length === 0) return undefined;
  if (statistic === 'Sum') return values.reduce((sum, value) => sum + value, 0);
  if (statistic === 'Maximum') return Math.max(...values);
  if (statistic === 'SampleCount') return values.length;
  throw new Error(`unknown statistic: ${statistic}`);
}

/** The value of metric math in one period. @throws for a function that is not known here */
export function calculated(expression: string, points: Record<string, Point>): Point {
  const known = {
    FILL: (point: Point, value: number) => point ?? value,
    SUM: (all: number[]) => statisticOf('Sum', all),
  };
  const names = { ...known, ...points };
  return new Function(...Object.keys(names), `return ${expression};`)(...Object.values(names));
}
