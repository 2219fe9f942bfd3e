import { describe, expect, it } from '@jest/globals';
import { journalLines } from '../../support/journal.ts';
import { forgetOld, reconcile } from '../../support/reconciler.ts';
import { ofType, properties } from './packaged.ts';

/** The schedules, and the alarms that sound when a scheduled run fails. */

const DEAD_LETTERS = { 'Fn::GetAtt': ['DeadLetters', 'Arn'] };
const alarm = (name: string) =>
  ofType('AWS::CloudWatch::Alarm').find(([logicalName]) => logicalName === name)?.[1].Properties;

describe('the schedules', () => {
  it('run the sweeps, the reconciler, the forgetting and the notices when they are due, until the next run is', () => {
    const schedules = properties('AWS::Scheduler::Schedule').map(({ ScheduleExpression, Target, ...rest }) => {
      expect(rest.ScheduleExpressionTimezone).toBe('Europe/Paris');
      expect(Target.RoleArn).toEqual({ 'Fn::GetAtt': ['SchedulerRole', 'Arn'] });
      expect(Target.DeadLetterConfig).toEqual({ Arn: DEAD_LETTERS });
      return [ScheduleExpression, Target.RetryPolicy.MaximumEventAgeInSeconds];
    });
    expect(schedules).toEqual([
      ['rate(1 minute)', 60],
      ['cron(0/15 7 * * ? *)', 15 * 60],
      ['rate(1 minute)', 60],
      ['cron(0 3 * * ? *)', 24 * 3600],
      ['cron(0/10 8-20 * * ? *)', 10 * 60],
      ['cron(5/20 0 * * ? *)', 20 * 60],
    ]);
    const [, role] = ofType('AWS::IAM::Role').find(([name]) => name === 'SchedulerRole') ?? [];
    const [invoking] = role?.Properties.Policies[0].PolicyDocument.Statement ?? [];
    const started = properties('AWS::Scheduler::Schedule').map(({ Target }) => JSON.stringify(Target.Arn));
    expect(invoking.Resource.map((arn: object) => JSON.stringify(arn)).sort()).toEqual(started.sort());
    const statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: DEAD_LETTERS };
    expect(role?.Properties.Policies[0].PolicyDocument.Statement).toContainEqual(statement);
  });

  it('put a run that fails for good aside, and sound an alarm', () => {
    const configurations = properties('AWS::Lambda::EventInvokeConfig');
    expect(configurations.map(({ MaximumRetryAttempts }) => MaximumRetryAttempts)).toEqual([
      undefined,
      0,
      undefined,
      undefined,
      0,
      undefined,
    ]);
    for (const { DestinationConfig } of configurations)
      expect(DestinationConfig.OnFailure.Destination).toEqual(DEAD_LETTERS);
    expect(alarm('DeadLettersAlarm')).toMatchObject({
      Namespace: 'AWS/SQS',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['DeadLetters', 'QueueName'] } }],
    });
  });
});

describe('each alarm', () => {
  it('tells whoever has subscribed', () => {
    const actions = properties('AWS::CloudWatch::Alarm').map(({ AlarmActions }) => AlarmActions);
    expect(actions).toEqual(Array(4).fill([{ Ref: 'Alarms' }]));
  });

  const atLeastOne = { Threshold: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold', Statistic: 'Maximum' };
  const fewerThanOne = { Threshold: 1, ComparisonOperator: 'LessThanThreshold', Statistic: 'SampleCount' };

  it.each([
    [
      'of the reconciler sounds once a loan has been in transit for an hour, and until a figure says otherwise',
      reconcile,
      'LoansUnsettledAlarm',
      { ...atLeastOne, Period: 300, EvaluationPeriods: 1, TreatMissingData: 'ignore' },
    ],
    [
      'of the reconciler sounds when no figure comes for a quarter of an hour',
      reconcile,
      'LoansReconcilerAlarm',
      { ...fewerThanOne, Period: 300, EvaluationPeriods: 3, TreatMissingData: 'breaching' },
    ],
    [
      'of the forgetting sounds when a day and two hours bring no figure below two days',
      forgetOld,
      'LoansForgettingAlarm',
      { ...atLeastOne, Threshold: 2, Period: 3600, EvaluationPeriods: 26, TreatMissingData: 'breaching' },
    ],
  ])('%s, and looks at the figure that its job gives', async (_, job, name, sounds) => {
    const functions = properties('AWS::Lambda::Function').map(({ FunctionName }) => FunctionName);
    await job();
    const line = journalLines.findLast((one) => one.startsWith('{"_aws":'));
    const { _aws, ...figure } = JSON.parse(line as string);
    const [{ Namespace, Dimensions, Metrics }] = _aws.CloudWatchMetrics;
    // A function of the tests has its name without the stage.
    const deployed = (name: string) => functions.find((one) => one.endsWith(`-${name}`));
    const dimensions = Dimensions[0].map((Name: string) => ({ Name, Value: deployed(figure[Name]) }));
    expect(alarm(name)).toMatchObject({ ...sounds, Namespace, MetricName: Metrics[0].Name, Dimensions: dimensions });
    expect(figure[Metrics[0].Name]).toBe(0);
  });
});
