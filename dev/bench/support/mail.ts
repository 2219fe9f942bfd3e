import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** SES as far as a sender sees it: every message is taken at once. @returns its address */
export async function startMail(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
