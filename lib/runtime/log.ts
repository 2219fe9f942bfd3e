import { Failure } from '../values/failure.ts';
import { requestId } from './invocation.ts';

/** One line about one call. It says what happened and to which route, never to whom. */
export interface Line {
  requestId: string;
  /** Method and route template, or the private command. */
  route: string;
  status: number;
  role?: string | undefined;
  /** `performance.now()` when the call came in. */
  begun: number;
  error?: unknown;
}

/** Where an error arose: name and stack hold code and no data, messages may hold both. */
const whereabouts = (error: unknown) =>
  error instanceof Error
    ? {
        name: error.name,
        stack: error.stack
          ?.split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 8),
      }
    : { name: typeof error };

/** Writes one JSON line on stdout, which Lambda hands to CloudWatch as it is. */
export function journal({ begun, error, ...line }: Line): void {
  const failed = line.status >= 500;
  const cause = error instanceof Failure ? (error.cause ?? error) : error;
  process.stdout.write(
    `${JSON.stringify({
      time: new Date().toISOString(),
      level: failed ? 'ERROR' : 'INFO',
      ...line,
      code: error instanceof Failure ? error.code : undefined,
      ms: Math.round((performance.now() - begun) * 10) / 10,
      error: failed ? whereabouts(cause) : undefined,
    })}\n`,
  );
}

/** Writes one JSON line on what a call met besides its own outcome: what it says in words, and figures. */
export const remark = (message: string, facts: object = {}): void => {
  const line = { time: new Date().toISOString(), level: 'WARN', requestId: requestId(), message, ...facts };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Writes a figure in CloudWatch's embedded metric format: an alarm can be set on it, and it costs no request. */
export const metric = (name: string, value: number): void => {
  const definition = {
    Namespace: 'Bibliotheque',
    Dimensions: [['fonction']],
    Metrics: [{ Name: name, Unit: 'Count' }],
  };
  process.stdout.write(
    `${JSON.stringify({
      _aws: { Timestamp: Date.now(), CloudWatchMetrics: [definition] },
      fonction: process.env.AWS_LAMBDA_FUNCTION_NAME,
      [name]: value,
    })}\n`,
  );
};
