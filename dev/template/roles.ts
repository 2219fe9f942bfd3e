import { LOGS } from './logs.ts';
import { arnOf, ofType, type Resources } from './resources.ts';

/** The framework's role for all functions, of which each function's own is made. */
const COMMON = 'IamRoleLambdaExecution';

/** Lambda writes a function's traces with the function's own role; X-Ray names no resource. */
const TRACING = {
  Effect: 'Allow',
  Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  Resource: '*',
};

/**
 * Makes each function's role trusted by Lambda alone, in this account alone, and writing to the one log group alone.
 * The framework would have the scheduler take it as well, and leaves a role that no function has.
 */
export function narrowRoles(resources: Resources, isTraced: boolean): void {
  delete resources[COMMON];
  for (const [, { Properties }] of ofType(resources, 'AWS::Lambda::Function')) {
    const { Properties: role } = resources[Properties.Role['Fn::GetAtt'][0]] as Resources[string];
    role.AssumeRolePolicyDocument.Statement = [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'lambda.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ];
    const { Statement } = role.Policies[0].PolicyDocument;
    Statement[0] = { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: arnOf(LOGS) };
    if (!isTraced) continue;
    Properties.TracingConfig = { Mode: 'Active' };
    Statement.push(TRACING);
  }
}
