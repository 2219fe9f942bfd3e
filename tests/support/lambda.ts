import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { clockHeader } from './clock-header.ts';
import { load, timeOf } from './services.ts';
import { asFunction } from './wire.ts';

/**
 * Runs a function of this process under its name, as Lambda does; or that of the stand-in, with its own time.
 * @param ms the time that it has left
 */
// biome-ignore lint/suspicious/noExplicitAny: each test knows what it expects
export async function run(name: string, event: object = {}, ms = timeOf(name)): Promise<any> {
  if (process.env.INVOKE_URL) return runThere(name, event);
  const handler = await load(name);
  const context = { awsRequestId: randomUUID(), functionName: name, getRemainingTimeInMillis: () => ms };
  return asFunction(name, () => handler(event, context));
}

async function runThere(name: string, event: object) {
  const request = { method: 'POST', body: JSON.stringify(event), headers: clockHeader() };
  const response = await fetch(`${process.env.INVOKE_URL}/${name}`, request);
  const answer = await response.json();
  if (response.headers.has('x-amz-function-error')) throw new Error(JSON.stringify(answer));
  return answer;
}

/** Lambda's Invoke API before the functions of this process. */
export async function startLambda(): Promise<string> {
  const server = createServer(async (request, response) => {
    const name = /\/functions\/([^/]+)\/invocations/.exec(request.url ?? '')?.[1] ?? '';
    try {
      response.end(JSON.stringify(await run(name, JSON.parse(await text(request)))));
    } catch (error) {
      response.setHeader('x-amz-function-error', 'Unhandled');
      response.end(JSON.stringify({ errorMessage: String(error) }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Nothing of it keeps a finished test file alive.
  server.on('connection', (socket) => socket.unref());
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
