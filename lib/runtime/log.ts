import { Problem } from '../values/failure.ts';
import { present } from './invocation.ts';

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

/** The number of frames of a stack that a line has. */
const FRAMES = 8;

/**
 * Where an error arose. Its name and its frames are made of code; its message, its cause and whatever else it
 * carries may hold somebody's data, and the message stands again at the head of its stack.
 */
function whereabouts(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack = '' } = error;
  const head = stack.indexOf(message);
  const frames = head < 0 ? [] : stack.slice(head + message.length).split('\n');
  return { name, stack: frames.filter((line) => line.startsWith('    at ')).slice(0, FRAMES) };
}

/** Writes one JSON line on stdout, which Lambda hands to CloudWatch as it is. */
const print = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Writes the line of a call. */
export function log({ begun, error, ...line }: Line): void {
  const failed = line.status >= 500;
  const cause = error instanceof Problem ? (error.cause ?? error) : error;
  print({
    time: new Date().toISOString(),
    level: failed ? 'ERROR' : 'INFO',
    ...line,
    code: error instanceof Problem ? error.kind.code : undefined,
    ms: Math.round((performance.now() - begun) * 10) / 10,
    error: failed ? whereabouts(cause) : undefined,
  });
}

/** Writes a line on what a call met besides its own outcome: what it says in words, and figures. */
export const remark = (message: string, facts: object = {}): boolean =>
  print({ time: new Date().toISOString(), level: 'WARN', requestId: present()?.requestId, message, ...facts });

/** Writes a figure in CloudWatch's embedded metric format: an alarm can be set on it, and it costs no request. */
export function metric(name: string, value: number): void {
  const Metrics = [{ Name: name, Unit: 'Count' }];
  const definition = { Namespace: 'Bibliotheque', Dimensions: [['fonction']], Metrics };
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [definition] };
  print({ _aws, fonction: present()?.route, [name]: value });
}
