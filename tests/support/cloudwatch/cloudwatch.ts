import type { Resources } from '../../../dev/template/resources.ts';
import { type Alarm, calculated, type Point, type State, stateOf, statisticOf } from './alarm.ts';
import { matches } from './pattern.ts';

interface Dimension {
  Name: string;
  Value: unknown;
}

interface Metric {
  Namespace: string;
  MetricName: string;
  Dimensions?: Dimension[];
}

interface AlarmProperties extends Alarm, Metric {
  Statistic: string;
  Period: number;
  EvaluationPeriods: number;
  AlarmActions?: object[];
  InsufficientDataActions?: object[];
  Metrics?: {
    Id: string;
    Expression?: string;
    MetricStat?: { Metric: Metric; Stat: string; Period: number };
  }[];
}

/**
 * CloudWatch with the metric filters and the alarms of a template: what functions write and services report goes in,
 * what somebody is told of comes out. Instants are minutes since the stack was made.
 */
export class CloudWatch {
  readonly #resources: Resources;
  readonly #figures: { key: string; value: number; minute: number }[] = [];

  constructor(resources: Resources) {
    this.#resources = resources;
  }

  /** A figure that a service of AWS reports. */
  report(metric: Metric, value: number, minute: number): void {
    this.#figures.push({ key: keyOf(metric), value, minute });
  }

  /** A line that a function writes: figures are in it, or counted by the filters. */
  take(line: string, minute: number): void {
    for (const { Type, Properties } of Object.values(this.#resources)) {
      if (Type !== 'AWS::Logs::MetricFilter' || !matches(Properties.FilterPattern, line)) continue;
      const [{ MetricNamespace: Namespace, MetricName, MetricValue }] = Properties.MetricTransformations;
      this.report({ Namespace, MetricName }, Number(MetricValue), minute);
    }
    const { _aws, ...facts } = JSON.parse(line);
    for (const { Namespace, Dimensions, Metrics } of _aws?.CloudWatchMetrics ?? [])
      for (const { Name: MetricName } of Metrics) {
        const dimensions = Dimensions[0].map((Name: string) => ({ Name, Value: facts[Name] }));
        this.report({ Namespace, MetricName, Dimensions: dimensions }, facts[MetricName], minute);
      }
  }

  /** What the topic is told of an alarm until a minute, in order: the minute, and the state that the alarm comes to. */
  told(name: string, until: number): [minute: number, state: State][] {
    const alarm = this.#resources[name]?.Properties as AlarmProperties;
    const period = periodOf(alarm) / 60;
    const told: [number, State][] = [];
    let state: State = 'INSUFFICIENT_DATA';
    for (let minute = period; minute <= until; minute += period) {
      const points = Array.from({ length: alarm.EvaluationPeriods }, (_, n) =>
        this.#pointOf(alarm, minute - n * period),
      );
      const next = stateOf(alarm, points, state);
      const actions = { ALARM: alarm.AlarmActions, INSUFFICIENT_DATA: alarm.InsufficientDataActions, OK: undefined };
      if (next !== state && JSON.stringify(actions[next]) === TOPIC) told.push([minute, next]);
      state = next;
    }
    return told;
  }

  /** The value of the period that ends at a minute. */
  #pointOf(alarm: AlarmProperties, end: number): Point {
    const { Metrics } = alarm;
    if (!Metrics) return this.#statistic(alarm, alarm.Statistic, alarm.Period, end);
    const stats = Metrics.flatMap(({ Id, MetricStat }) => (MetricStat ? [[Id, MetricStat] as const] : []));
    const points = stats.map(([id, { Metric, Stat, Period }]) => [id, this.#statistic(Metric, Stat, Period, end)]);
    const [{ Expression = '' } = {}] = Metrics.filter((one) => one.Expression);
    return calculated(Expression, Object.fromEntries(points));
  }

  #statistic(metric: Metric, statistic: string, period: number, end: number): Point {
    const key = keyOf(metric);
    const within = this.#figures.filter(
      (one) => one.key === key && one.minute <= end && one.minute > end - period / 60,
    );
    return statisticOf(
      statistic,
      within.map(({ value }) => value),
    );
  }
}

const TOPIC = JSON.stringify([{ Ref: 'Alarms' }]);

const keyOf = ({ Namespace, MetricName, Dimensions = [] }: Metric) =>
  JSON.stringify([Namespace, MetricName, Dimensions.map(({ Name, Value }) => JSON.stringify([Name, Value])).sort()]);

const periodOf = ({ Period, Metrics }: AlarmProperties): number =>
  Period ?? Metrics?.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period;
