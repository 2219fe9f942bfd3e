import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { asFunction } from './wire.ts';

/** Lambda's Invoke API before the handlers of this process: `users-open-loan` is functions/users/open-loan.ts. */
export async function startLambda(): Promise<string> {
  const server = createServer(async (request, response) => {
    const name = /\/functions\/([^/]+)\/invocations/.exec(request.url ?? '')?.[1] ?? '';
    const [service, ...operation] = name.split('-');
    const context = { awsRequestId: randomUUID(), functionName: name, getRemainingTimeInMillis: () => 10_000 };
    try {
      const { handler } = await import(`../../functions/${service}/${operation.join('-')}.ts`);
      const command = JSON.parse(await text(request));
      const output = await asFunction(name, () => handler(command, context));
      response.end(JSON.stringify(output));
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
