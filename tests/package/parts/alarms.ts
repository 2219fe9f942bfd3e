import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventOf } from '../../identity/events.ts';
import { call } from '../../support/api.ts';
import { CloudWatch } from '../../support/cloudwatch/cloudwatch.ts';
import { everyTest } from '../../support/every-test.ts';
import { ALWAYS, answering, fail, throttled, timedOut, toDynamoDB } from '../../support/faults.ts';
import { journalLines } from '../../support/journal.ts';
import { run } from '../../support/lambda.ts';
import { inbox } from '../../support/mail.ts';
import { lateBorrowers, runNotices } from '../../support/notices.ts';
import { forgetOld, reconcile, sweep } from '../../support/reconciler.ts';
import type { Handler } from '../../support/wire.ts';
import { ofType, properties, resources } from './packaged.ts';

/** Each alarm, fed with what its functions write, or with what a service of AWS reports. */

/** The lines that the functions write during some work, with the functions' names as they are deployed. */
async function linesOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = journalLines.length;
  await work().catch(() => {});
  return journalLines
    .slice(before)
    .map((line) =>
      line.replaceAll(/"(route|fonction)":"((users|books|loans|identity)-)/g, '"$1":"bibliotheque-prod-$2'),
    );
}

const tried = new Set<string>();

/** What the topic is told of an alarm until a minute, of lines by the minute in which they come. */
function toldOf(alarm: string, until: number, comes: (cloud: CloudWatch) => void) {
  tried.add(alarm);
  const cloud = new CloudWatch(resources());
  comes(cloud);
  return cloud.told(alarm, until);
}

const HOUR = 60;

const inMinuteThree = (lines: string[]) => (cloud: CloudWatch) => {
  for (const line of lines) cloud.take(line, 3);
};

everyTest({ mails: true });

/** The line with another figure in it. */
const withFigure = (line: string, name: string, value: number) => line.replace(`"${name}":0`, `"${name}":${value}`);

describe('the alarm', () => {
  it('of a function sounds for one failure, and for none of the refusals and waits that are answers', async () => {
    const failed = await linesOf(() => run('users-standing', { utilisateurs: 'none' }));
    expect(toldOf('FunctionErrorsAlarm', 60, inMinuteThree(failed))).toEqual([[5, 'ALARM']]);
    const answered = await linesOf(async () => {
      await call('GET', '/livres', { token: null });
      await call('GET', '/utilisateurs/1');
      await call('POST', '/utilisateurs', { body: {} });
      fail({ match: toDynamoDB, times: ALWAYS, how: throttled });
      expect(await call('GET', `/livres/${randomUUID()}`)).toMatchObject({ status: 503 });
    });
    expect(answered).toHaveLength(4);
    expect(toldOf('FunctionErrorsAlarm', 60, inMinuteThree(answered))).toEqual([]);
  });

  it('of a function is silent when a command or a job meets a trouble that may pass, which others tell', async () => {
    fail({ match: toDynamoDB, times: ALWAYS, how: throttled });
    const waited = await linesOf(async () => {
      const works = [
        () => run('users-standing', { utilisateur_ids: [randomUUID()] }),
        () => call('DELETE', `/utilisateurs/${randomUUID()}`),
        sweep,
        reconcile,
        forgetOld,
        runNotices,
      ];
      for (const work of works) await work().catch(() => {});
    });
    const statuses = waited.map((line) => JSON.parse(line).status).filter((status) => status !== undefined);
    expect(statuses.length).toBeGreaterThanOrEqual(6);
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect(toldOf('FunctionErrorsAlarm', 60, inMinuteThree(waited))).toEqual([]);
    // Cognito asks for a token, and no gateway sees that it gets none.
    const token = await linesOf(() => run('identity-token', eventOf({ email: 'zoe@exemple.fr' })));
    expect(toldOf('FunctionErrorsAlarm', 60, inMinuteThree(token))).toEqual([[5, 'ALARM']]);
  });

  it('of a function sounds for one that Lambda has stopped, which writes nothing itself', () => {
    // As Lambda writes it in JSON.
    const report = (status: string, errorType?: string) => {
      const record = { requestId: 'x', status, errorType };
      return JSON.stringify({ time: '2026-11-22T10:15:00.000Z', type: 'platform.report', record });
    };
    for (const [status, told, errorType] of [
      ['success', []],
      ['timeout', [[5, 'ALARM']]],
      ['error', [[5, 'ALARM']]],
      ['error', [[5, 'ALARM']], 'Runtime.OutOfMemory'],
      // It has thrown what it told of itself.
      ['error', [], 'Failure'],
    ] as [status: string, told: unknown[], errorType?: string][])
      expect(toldOf('FunctionErrorsAlarm', 60, (cloud) => cloud.take(report(status, errorType), 3))).toEqual(told);
  });

  const mailing = async (how?: Handler) => {
    await lateBorrowers(1);
    if (how) fail({ match: 'SendEmail', times: ALWAYS, how });
    return linesOf(runNotices);
  };

  it.each([
    ['refused', answering('{}', { status: 400, headers: { 'x-amzn-errortype': 'MessageRejected' } })],
    ['refused to the whole account', answering('{}', { status: 403 })],
    ['lost on its way', timedOut],
  ])('of notices sounds when one is %s', async (_, how) => {
    const lines = await mailing(how);
    expect(toldOf('NoticesRefusedAlarm', 60, inMinuteThree(lines))).toEqual([[5, 'ALARM']]);
  });

  it('of notices is silent when they go, and the one of their runs too while these come to their end each day', async () => {
    const lines = await mailing();
    expect(await inbox()).toHaveLength(1);
    const days = (cloud: CloudWatch) => {
      for (let day = 0; day < 7; day += 1) for (const line of lines) cloud.take(line, (day * 24 + 7) * HOUR + 1);
    };
    expect(toldOf('NoticesRefusedAlarm', 7 * 24 * HOUR, days)).toEqual([]);
    expect(toldOf('LoansNoticesAlarm', 7 * 24 * HOUR, days)).toEqual([]);
    // The last run is at seven of the seventh day.
    const [[minute, state] = []] = toldOf('LoansNoticesAlarm', 9 * 24 * HOUR, days);
    expect([minute, state]).toEqual([(6 * 24 + 8 + 26) * HOUR, 'INSUFFICIENT_DATA']);
  });

  it('of runs of notices counts no run that has failed', async () => {
    const lines = await mailing(answering('{}', { status: 403 }));
    expect(toldOf('LoansNoticesAlarm', 9 * 24 * HOUR, inMinuteThree(lines))).toEqual([]);
  });

  it('of the reconciler is silent before its first run, and sounds when a quarter of an hour brings no end of a run', async () => {
    const [line = ''] = await linesOf(reconcile);
    expect(toldOf('LoansReconcilerAlarm', 7 * 24 * HOUR, () => {})).toEqual([]);
    const oneHour = (cloud: CloudWatch) => {
      for (let minute = 30; minute < 90; minute += 1) cloud.take(line, minute);
    };
    expect(toldOf('LoansReconcilerAlarm', 300, oneHour)).toEqual([[105, 'INSUFFICIENT_DATA']]);
  });

  it('of the reconciler sounds once a loan has been in transit for an hour, and until a figure says otherwise', async () => {
    const [line = ''] = await linesOf(reconcile);
    const stuck = (cloud: CloudWatch) => {
      // Between the figures is nothing, which says nothing new.
      for (const [minute, value] of [
        [5, 0],
        [30, 1],
        [40, 1],
        [60, 0],
        [100, 1],
      ] as const)
        cloud.take(withFigure(line, 'EmpruntsEnSouffrance', value), minute);
    };
    expect(toldOf('LoansUnsettledAlarm', 300, stuck)).toEqual([
      [30, 'ALARM'],
      [100, 'ALARM'],
    ]);
  });

  it('of the forgetting sounds when a loan is two days late, and when no figure comes for 26 hours', async () => {
    const [line = ''] = (await linesOf(forgetOld)).filter((one) => one.includes('_aws'));
    const figures =
      (...values: number[]) =>
      (cloud: CloudWatch) => {
        for (const [day, value] of values.entries())
          cloud.take(withFigure(line, 'OubliEnRetardJours', value), (day * 24 + 3) * HOUR + 1);
      };
    expect(toldOf('LoansForgettingAlarm', 7 * 24 * HOUR, () => {})).toEqual([]);
    expect(toldOf('LoansForgettingAlarm', 4 * 24 * HOUR, figures(0, 1, 0, 1))).toEqual([]);
    expect(toldOf('LoansForgettingAlarm', 4 * 24 * HOUR, figures(0, 2, 3, 0))).toEqual([[(24 + 6) * HOUR, 'ALARM']]);
    expect(toldOf('LoansForgettingAlarm', 9 * 24 * HOUR, figures(0, 0))).toEqual([
      [(24 + 4 + 26) * HOUR, 'INSUFFICIENT_DATA'],
    ]);
  });
});

const reported = (Namespace: string, MetricName: string, dimensions: Record<string, unknown> = {}) => ({
  Namespace,
  MetricName,
  Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
});
const table = { TableName: { Ref: 'EmpruntsTable' } };

describe('what a service of AWS reports sounds an alarm:', () => {
  it.each([
    ['five answers 5xx', 'GatewayErrorsAlarm', reported('AWS/ApiGateway', '5xx', { ApiId: { Ref: 'HttpApi' } }), 5],
    ['five throttled runs', 'FunctionThrottlesAlarm', reported('AWS/Lambda', 'Throttles'), 5],
    ['five throttled reads', 'ReadThrottlesAlarm', reported('AWS/DynamoDB', 'ReadThrottleEvents', table), 5],
    [
      'five throttled reads of an index',
      'ReadThrottlesAlarm',
      reported('AWS/DynamoDB', 'ReadThrottleEvents', { ...table, GlobalSecondaryIndexName: 'emprunts_a_suivre' }),
      5,
    ],
    ['five throttled writes', 'WriteThrottlesAlarm', reported('AWS/DynamoDB', 'WriteThrottleEvents', table), 5],
    [
      'a dead letter',
      'DeadLettersAlarm',
      reported('AWS/SQS', 'ApproximateNumberOfMessagesVisible', {
        QueueName: { 'Fn::GetAtt': ['DeadLetters', 'QueueName'] },
      }),
      1,
    ],
    ['one mail of twenty that bounces', 'MailBouncedAlarm', reported('AWS/SES', 'Reputation.BounceRate'), 0.05],
    ['one complaint of a thousand', 'MailComplainedAlarm', reported('AWS/SES', 'Reputation.ComplaintRate'), 0.001],
  ])('%s', (_, alarm, metric, value) => {
    const told = (figure: number) => toldOf(alarm, 120, (cloud) => cloud.report(metric, figure, 60));
    expect(told(value)).toEqual([[60, 'ALARM']]);
    expect(told(value * 0.8)).toEqual([]);
  });

  it('three throttled reads of a table and two of its index, but nothing twice while it goes on', () => {
    const told = toldOf('ReadThrottlesAlarm', 60, (cloud) => {
      for (const minute of [10, 15, 30]) {
        cloud.report(reported('AWS/DynamoDB', 'ReadThrottleEvents', table), 3, minute);
        const index = { ...table, GlobalSecondaryIndexName: 'emprunts_par_utilisateur' };
        cloud.report(reported('AWS/DynamoDB', 'ReadThrottleEvents', index), 2, minute);
      }
    });
    expect(told).toEqual([
      [10, 'ALARM'],
      [30, 'ALARM'],
    ]);
  });
});

describe('the alarms', () => {
  const alarms = () => ofType('AWS::CloudWatch::Alarm');

  it('are each tried here, look at ten figures at most, and tell the one topic', () => {
    expect(new Set(alarms().map(([name]) => name))).toEqual(tried);
    for (const [name, { Properties }] of alarms()) {
      const figures = (Properties.Metrics ?? []).filter(({ MetricStat }: { MetricStat?: object }) => MetricStat);
      expect([name, figures.length <= 10]).toEqual([name, true]);
      expect([name, Properties.AlarmActions]).toEqual([name, [{ Ref: 'Alarms' }]]);
    }
  });

  it('look at the functions that there are', () => {
    const names = properties('AWS::Lambda::Function').map(({ FunctionName }) => FunctionName);
    const looked = JSON.stringify([...alarms(), ...ofType('AWS::Logs::MetricFilter')]).match(
      /bibliotheque-prod-[\w-]+/g,
    );
    expect(looked?.length).toBeGreaterThan(2);
    for (const name of looked ?? []) expect(names).toContain(name);
  });

  it('are all on the dashboard, whose figures are fewer than fifty', () => {
    const [{ DashboardBody }] = properties('AWS::CloudWatch::Dashboard') as [{ DashboardBody: Record<string, string> }];
    const { widgets } = JSON.parse(DashboardBody['Fn::Sub'] as string);
    expect(widgets[0].properties.alarms).toEqual(alarms().map(([name]) => `\${${name}.Arn}`));
    const figures = widgets.flatMap(
      ({ properties }: { properties: { metrics?: object[] } }) => properties.metrics ?? [],
    );
    expect(figures.length).toBeGreaterThan(10);
    expect(figures.length).toBeLessThan(50);
  });
});
