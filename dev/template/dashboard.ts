import { LOGS } from './logs.ts';
import { ofType, type Resources } from './resources.ts';

/** A figure as a dashboard names it: namespace, name, then the names and values of its dimensions. */
type Figure = (string | { stat: string })[];

/** What `Fn::Sub` puts in its place. */
const at = (what: string) => `\${${what}}`;

const gateway = (name: string): Figure => ['AWS/ApiGateway', name, 'ApiId', at('HttpApi')];

/**
 * The figures that a person looks at first, on one page. They are fewer than fifty: CloudWatch shows a page of so many
 * for nothing.
 * @param stack its name, in which the figures that are counted from the log are as well
 */
export function dashboard(stack: string, resources: Resources): Resources {
  const named = (type: string) => ofType(resources, type).map(([name]) => name);
  const ofTables = (name: string): Figure[] =>
    named('AWS::DynamoDB::Table').map((table) => ['AWS/DynamoDB', name, 'TableName', at(table)]);
  const alarms = named('AWS::CloudWatch::Alarm').map((name) => at(`${name}.Arn`));
  const widgets = [
    { type: 'alarm', width: 24, height: 4, properties: { title: 'Alarmes', alarms } },
    graph('Appels', 'Sum', [gateway('Count'), gateway('4xx'), gateway('5xx')]),
    graph('Temps de réponse (ms)', 'p95', [gateway('Latency'), [...gateway('Latency'), { stat: 'p50' }]]),
    graph('Fonctions à la fois et refusées, dans tout le compte', 'Maximum', [
      ['AWS/Lambda', 'ConcurrentExecutions'],
      ['AWS/Lambda', 'Throttles', { stat: 'Sum' }],
    ]),
    graph('Unités lues', 'Sum', ofTables('ConsumedReadCapacityUnits')),
    graph('Unités écrites', 'Sum', ofTables('ConsumedWriteCapacityUnits')),
    graph('Ce qui a échoué', 'Sum', [
      [stack, 'Erreurs'],
      [stack, 'AvisNonPartis'],
      [...queue('ApproximateNumberOfMessagesVisible'), { stat: 'Maximum' }],
    ]),
    { type: 'log', width: 24, height: 8, properties: { title: 'Dernières erreurs', view: 'table', region, query } },
  ];
  const DashboardBody = { 'Fn::Sub': JSON.stringify({ widgets }) };
  return { Dashboard: { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardName: stack, DashboardBody } } };
}

const region = at('AWS::Region');

const queue = (name: string): Figure => ['AWS/SQS', name, 'QueueName', at('DeadLetters.QueueName')];

const query = [
  `SOURCE '${at(LOGS)}'`,
  'fields @timestamp, requestId, route, code, error.name',
  'filter level = "ERROR"',
  'sort @timestamp desc',
  'limit 50',
].join(' | ');

const graph = (title: string, stat: string, metrics: Figure[]) => ({
  type: 'metric',
  width: 8,
  height: 6,
  properties: { title, region, view: 'timeSeries', period: 300, stat, metrics },
});
