import { ofType, type Resources } from './resources.ts';

/** Units a second. */
interface Caps {
  reads: number;
  writes: number;
}

interface Index {
  IndexName: string;
  OnDemandThroughput?: object;
}

/** Bounds what a table and each of its global indexes take a second, and so what an hour of them can cost. */
export function capTables(resources: Resources, { reads, writes }: Caps): void {
  const OnDemandThroughput = { MaxReadRequestUnits: reads, MaxWriteRequestUnits: writes };
  for (const [, { Properties }] of ofType(resources, 'AWS::DynamoDB::Table'))
    for (const capped of [Properties, ...globalIndexes(Properties)]) Object.assign(capped, { OnDemandThroughput });
}

/**
 * Gives the alarms of throttled tables their figures: the refused reads, or writes, of every table and of every global
 * index, in one sum. An alarm takes ten figures at most, so reads and writes have one each. DynamoDB gives none when it
 * refuses nothing, and alarms on its figures stay as they are where one is missing: 0 is put in its place.
 */
export function watchTables(resources: Resources): void {
  for (const [alarm, MetricName] of [
    ['ReadThrottlesAlarm', 'ReadThrottleEvents'],
    ['WriteThrottlesAlarm', 'WriteThrottleEvents'],
  ] as const) {
    const figures = ofType(resources, 'AWS::DynamoDB::Table').flatMap(([table, { Properties }]) => {
      const ofTable = { Name: 'TableName', Value: { Ref: table } };
      const indexes = globalIndexes(Properties).map(({ IndexName }) => [
        ofTable,
        { Name: 'GlobalSecondaryIndexName', Value: IndexName },
      ]);
      return [[ofTable], ...indexes];
    });
    const Metrics = figures.map((Dimensions, n) => ({
      Id: `m${n}`,
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'AWS/DynamoDB', MetricName, Dimensions }, Period: 300, Stat: 'Sum' },
    }));
    const Expression = `SUM([${Metrics.map(({ Id }) => `FILL(${Id}, 0)`).join(', ')}])`;
    (resources[alarm] as Resources[string]).Properties.Metrics = [
      { Id: 'all', Expression, ReturnData: true },
      ...Metrics,
    ];
  }
}

const globalIndexes = ({ GlobalSecondaryIndexes = [] }: { GlobalSecondaryIndexes?: Index[] }) => GlobalSecondaryIndexes;
