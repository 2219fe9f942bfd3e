import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import type { ClientRequest } from 'node:http';

/**
 * A function's process from its start to its first answer, as Lambda has it: loads the bundle, makes the
 * call, and writes on file descriptor 3 what that took. Bundled itself, so that it runs without more.
 */
export interface FirstCall {
  file: string;
  handler: string;
  event: object;
  context: object;
  /** Tells what was sent meanwhile instead of how long it took. */
  isCount: boolean;
}

export interface Outcome {
  /** Milliseconds to load the bundle. */
  load: number;
  /** Milliseconds from there to the answer. */
  call: number;
  answer: unknown;
  /** What was asked of DynamoDB: `GetItem`, `TransactWriteItems`… */
  sent: string[];
}

const REMAINING_MS = 28_000;
const RESULT = 3;

const { file, handler, event, context, isCount }: FirstCall = JSON.parse(process.argv[2] as string);
const sent: string[] = [];

if (isCount) {
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequest };
    const target = /^DynamoDB_\d+\.(\w+)$/.exec(String(request.getHeader('x-amz-target')))?.[1];
    if (target) sent.push(target);
  });
}

const begun = performance.now();
const bundle = require(file);
const loaded = performance.now();

bundle[handler](event, { ...context, getRemainingTimeInMillis: () => REMAINING_MS }).then(
  (answer: unknown) => {
    const outcome: Outcome = { load: loaded - begun, call: performance.now() - loaded, answer, sent };
    writeSync(RESULT, JSON.stringify(outcome));
    process.exit();
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
