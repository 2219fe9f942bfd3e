import { describe, expect, it } from '@jest/globals';
import { ofType, properties } from './packaged.ts';

/** The schedules, and what becomes of a scheduled run that fails. */

const DEAD_LETTERS = { 'Fn::GetAtt': ['DeadLetters', 'Arn'] };

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

  it('put a run that fails for good aside', () => {
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
  });
});
