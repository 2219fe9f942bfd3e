import type { Resources } from './resources.ts';

/** Who is told: of alarms, and of a month that costs more than was meant. Nobody without an address. */
export function told(stack: string, address: string, budget: string): Resources {
  return {
    ...(address !== '' && {
      AlarmsByMail: {
        Type: 'AWS::SNS::Subscription',
        // Where a mail goes astray, a queue would tell nobody either: the dashboard shows each alarm as well.
        Metadata: ignoring('ES7000'),
        Properties: { TopicArn: { Ref: 'Alarms' }, Protocol: 'email', Endpoint: address },
      },
    }),
    ...(budget !== '' && {
      Budget: {
        Type: 'AWS::Budgets::Budget',
        Properties: {
          Budget: {
            BudgetName: stack,
            BudgetType: 'COST',
            TimeUnit: 'MONTHLY',
            BudgetLimit: { Amount: Number(budget), Unit: 'USD' },
          },
          NotificationsWithSubscribers: ['ACTUAL', 'FORECASTED'].map((NotificationType) => ({
            Notification: {
              NotificationType,
              ComparisonOperator: 'GREATER_THAN',
              Threshold: 100,
              ThresholdType: 'PERCENTAGE',
            },
            Subscribers: [{ SubscriptionType: 'EMAIL', Address: address }],
          })),
        },
      },
    }),
  };
}

const ignoring = (rule: string) => ({ 'cfn-lint': { config: { ignore_checks: [rule] } } });
