import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { bundlePlainly } from './bundle.ts';
import type { FirstCall, Outcome } from './first-call.ts';

const { file: program } = await bundlePlainly('dev/bench/support/first-call.ts');

/**
 * As Lambda gives it to a function, credentials included; neither flags nor a cache of compiled code from
 * whoever starts the benchmark. The last one tells the SDK itself where DynamoDB is.
 */
const environment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_'))),
  AWS_SESSION_TOKEN: 'local',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_ENDPOINT_URL_DYNAMODB: process.env.DYNAMODB_ENDPOINT,
});

/** Loads a bundle and makes its first call, in a process of its own. @throws when it does not answer */
export async function firstCall(first: FirstCall): Promise<Outcome> {
  const child = spawn(process.execPath, [program, JSON.stringify(first)], {
    env: environment(),
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const result = await text(child.stdio[3] as Readable);
  if (!result) throw new Error(`${first.file} ${first.handler}: no answer`);
  return JSON.parse(result);
}
