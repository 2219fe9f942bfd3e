import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import selfsigned from 'selfsigned';
import { createTables, type Table } from '../../../dev/local/tables.ts';
import { tell } from '../../support/whole-run.ts';
import { Front } from './front.ts';
import { newGateway } from './gateway.ts';
import { type Instance, Lambda } from './lambda.ts';
import type { Mailing } from './mail.ts';
import { rightsIn } from './policy.ts';
import { REGION, readTemplate, type Statement } from './template.ts';

/** An AWS of the packaged stage, on this machine. */

export interface StandInOptions {
  /** Where `sls package` has written. */
  package: string;
  /** The address of DynamoDB Local. */
  dynamodb: string;
  mailing: Mailing;
  keys: { url: string; jwks: string };
  /** How many functions may run at once. */
  concurrency?: number;
  /** What a role allows, when it is not what the template says. */
  rights?: (statements: Statement[]) => Statement[];
}

export interface StandIn {
  /** The gateway's address. */
  url: string;
  /** Where a function is invoked by its short name, with the rights of whoever has deployed it. */
  invokeUrl: string;
  lambda: Lambda;
  front: Front;
  /** The last lines that the functions have written. */
  lines: string[];
  close: () => Promise<void>;
}

const LINES = 200;

const listen = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

/** A certificate for these hosts, which is its own authority. */
export function certificateFor(...hosts: string[]) {
  const names = hosts.map((value) => ({ type: 2, value }));
  const extensions = [
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: names },
  ];
  const { private: key, cert } = selfsigned.generate([{ name: 'commonName', value: 'stand-in' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions,
  });
  return { key, cert };
}

async function unpack(from: string, name: string, to: string): Promise<void> {
  const files = Object.entries(unzipSync(await readFile(join(from, `${name}.zip`))));
  for (const [path, content] of files) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), content);
  }
}

/** Invokes a function by its short name, as a schedule does. */
const newInvoker = (lambda: Lambda, prefix: string): Server =>
  createServer(async (request, response) => {
    const clock = request.headers['x-clock'];
    lambda.clock = clock === undefined ? undefined : Number(clock);
    const { status, payload, failure } = await lambda.invoke(`${prefix}${request.url?.slice(1)}`, await text(request));
    if (failure) response.setHeader('x-amz-function-error', failure);
    response.writeHead(status).end(payload);
  });

export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const template = readTemplate(options.package);
  await createTables(options.dynamodb, template.tables as Table[]);
  const names = [...template.functions.keys()];
  const prefix = (names.find((name) => name.endsWith('-not-found')) as string).replace('not-found', '');
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
  await Promise.all(names.map((name) => unpack(options.package, name.replace(prefix, ''), join(folder, name))));
  const tls = certificateFor(`*.${REGION}.amazonaws.com`, new URL(options.keys.url).hostname);
  const authority = join(folder, 'authority.pem');
  await writeFile(authority, tls.cert);

  const environment: Record<string, string> = { NODE_EXTRA_CA_CERTS: authority };
  const { concurrency = 1_000, rights, mailing } = options;
  const lambda = new Lambda({ functions: template.functions, folder, environment, concurrency });
  const statementsOf = ({ of }: Instance) => rights?.(of.statements) ?? of.statements;
  // Other rights than the template's say nothing of those.
  const say = (kind: string, name: string, right: string) =>
    void (rights || tell(`${kind} ${name.replace(prefix, '')}: ${right}`));
  const front = new Front({
    tls,
    lambda,
    mailing,
    dynamodb: options.dynamodb,
    keys: options.keys,
    statementsOf,
    tell: say,
  });
  environment.STAND_IN_PORT = String(await listen(front.server));
  lambda.onFreeze = (instance) => front.closeIdle(instance);
  const lines: string[] = [];
  lambda.onLine = (name, line) => {
    lines.push(`${name} ${line}`);
    lines.splice(0, lines.length - LINES);
  };
  for (const { name, statements } of template.functions.values())
    for (const right of rightsIn(statements)) say('granted', name, right);

  const [gateway, invoker] = [newGateway(template, lambda), newInvoker(lambda, prefix)];
  const [url, invokeUrl] = (await Promise.all([gateway, invoker].map(listen))).map(
    (port) => `http://127.0.0.1:${port}`,
  );
  const close = async () => {
    lambda.close();
    for (const server of [gateway, invoker, front.server]) {
      server.close();
      server.closeAllConnections();
    }
    await rm(folder, { recursive: true });
  };
  process.once('exit', () => lambda.close());
  return { url: url as string, invokeUrl: invokeUrl as string, lambda, front, lines, close };
}
