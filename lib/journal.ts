import { Failure } from './failure.ts';

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
