import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below these are the ports of known services; above them, those that systems give to outgoing connections. */
const [FIRST, END] = [20_000, 32_000];

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A port on which nothing listens, and which no outgoing connection takes before it is used. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
}
