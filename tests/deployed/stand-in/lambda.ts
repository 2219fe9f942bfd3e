import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type DeployedFunction, REGION } from './template.ts';

/** Lambda: a process for each instance of a function, made when there is work for it, and frozen when there is none. */

export interface Outcome {
  /** 200, also for a function that has failed; 429 when too many run at once. */
  status: number;
  payload: string;
  /** What went wrong in the function: `Unhandled`. */
  failure?: string;
}

interface Work {
  id: string;
  event: string;
  finish: (outcome: Outcome) => void;
}

export interface Instance {
  of: DeployedFunction;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
  child: ChildProcess;
  runtimeApi: Server;
  /** Its question for the next invocation, while there is none. */
  asking?: ServerResponse;
  work?: Work;
}

export interface LambdaOptions {
  functions: Map<string, DeployedFunction>;
  /** Where each function's package is unpacked, under its name. */
  folder: string;
  /** What every process is given beside its function's own environment. */
  environment: Record<string, string>;
  /** How many functions the account may run at once. */
  concurrency?: number;
}

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** This machine has no room for a thousand processes: a call waits for one of so many, as if it were slow to arrive. */
const INSTANCES = 8;
/** Of its memory, what is left to the objects of JavaScript. */
const HEAP = 0.9;
const THROTTLED = { Reason: 'ConcurrentInvocationLimitExceeded', Type: 'User', message: 'Rate Exceeded.' };

export class Lambda {
  /** Called for each instance that is frozen. */
  onFreeze: (instance: Instance) => void = () => {};
  /** Called for each line that a function writes. */
  onLine: (name: string, line: string) => void = () => {};
  /** The most functions that have run at once. */
  peak = 0;
  #clock: number | undefined;
  #running = 0;
  readonly #options: Required<LambdaOptions>;
  readonly #instances = new Map<string, Instance>();
  readonly #waiting: { name: string; take: (instance: Instance) => void }[] = [];

  constructor(options: LambdaOptions) {
    this.#options = { concurrency: 1_000, ...options };
  }

  /** The instant at which a test has stopped the clock. */
  get clock(): number | undefined {
    return this.#clock;
  }

  /** Processes that have lived in the future go on counting from there: others take their places. */
  set clock(instant: number | undefined) {
    if (this.#clock !== undefined && instant === undefined) this.#replace();
    this.#clock = instant;
  }

  /** @param name the whole name of a function that there is */
  async invoke(name: string, event: string): Promise<Outcome> {
    const of = this.#options.functions.get(name) as DeployedFunction;
    if (this.#running >= this.#options.concurrency) return { status: 429, payload: JSON.stringify(THROTTLED) };
    this.#running += 1;
    this.peak = Math.max(this.peak, this.#running);
    try {
      const instance = await this.#instanceOf(of);
      return await this.#run(instance, event);
    } finally {
      this.#running -= 1;
    }
  }

  /** The instance to which Lambda gave this session token. */
  instanceWith = (sessionToken: string): Instance | undefined => this.#instances.get(sessionToken);

  /** Ends an instance in the middle of its work, as when its machine fails. */
  kill = ({ child }: Instance): boolean => child.kill('SIGKILL');

  close(): void {
    for (const instance of this.#instances.values()) this.kill(instance);
  }

  #replace(): void {
    for (const [token, instance] of this.#instances) {
      if (instance.work) continue;
      this.#instances.delete(token);
      this.kill(instance);
    }
  }

  async #instanceOf(of: DeployedFunction): Promise<Instance> {
    const all = [...this.#instances.values()].filter((instance) => instance.of === of);
    const idle = all.findLast(({ asking, work }) => asking && !work);
    if (idle) return idle;
    if (all.length < INSTANCES) return this.#start(of);
    return new Promise((take) => this.#waiting.push({ name: of.name, take }));
  }

  #run(instance: Instance, event: string): Promise<Outcome> {
    const { of, child } = instance;
    return new Promise((resolve) => {
      const id = randomUUID();
      const cut = setTimeout(() => {
        const errorMessage = `${new Date().toISOString()} ${id} Task timed out after ${of.timeout / 1_000} seconds`;
        finish({ status: 200, payload: JSON.stringify({ errorMessage }), failure: 'Unhandled' });
        this.kill(instance);
      }, of.timeout);
      const finish = (outcome: Outcome) => {
        clearTimeout(cut);
        delete instance.work;
        resolve(outcome);
      };
      instance.work = { id, event, finish };
      child.kill('SIGCONT');
      this.#handOver(instance);
    });
  }

  #handOver(instance: Instance): void {
    const { asking, work, of } = instance;
    if (!asking || !work) return;
    delete instance.asking;
    asking.writeHead(200, {
      'lambda-runtime-aws-request-id': work.id,
      'lambda-runtime-deadline-ms': (this.clock ?? Date.now()) + of.timeout,
      'lambda-runtime-invoked-function-arn': of.arn,
      ...(this.clock !== undefined && { 'x-clock': this.clock }),
    });
    asking.end(work.event);
  }

  async #start(of: DeployedFunction): Promise<Instance> {
    const sessionToken = randomUUID();
    const credentials = { accessKeyId: `ASIA.${of.name}`, secretAccessKey: randomUUID(), sessionToken };
    // Known before anything is waited for, so that the next call sees it.
    const instance = { of, credentials } as Instance;
    this.#instances.set(sessionToken, instance);
    instance.runtimeApi = createServer(
      (request, response) => void this.#answer(instance, request.url ?? '', request, response),
    );
    // It is spawned only when there is a port, and has its work before that: nobody else takes it for idle.
    instance.work = { id: '', event: '', finish: () => {} };
    await new Promise<void>((resolve) => instance.runtimeApi.listen(0, '127.0.0.1', resolve));
    const { port } = instance.runtimeApi.address() as AddressInfo;
    instance.child = this.#spawn(instance, `127.0.0.1:${port}`);
    instance.child.once('exit', (code, signal) => {
      this.#instances.delete(sessionToken);
      instance.runtimeApi.close();
      instance.runtimeApi.closeAllConnections();
      const errorMessage = `Runtime exited with ${signal ?? code}`;
      const payload = JSON.stringify({ errorType: 'Runtime.ExitError', errorMessage });
      instance.work?.finish({ status: 200, payload, failure: 'Unhandled' });
      this.#next(of);
    });
    return instance;
  }

  /** Whoever has waited longest for an instance of this function. */
  async #next(of: DeployedFunction, idle?: Instance): Promise<boolean> {
    const place = this.#waiting.findIndex(({ name }) => name === of.name);
    const [first] = place < 0 ? [] : this.#waiting.splice(place, 1);
    first?.take(idle ?? (await this.#start(of)));
    return first !== undefined;
  }

  #spawn({ of, credentials }: Instance, runtimeApi: string): ChildProcess {
    const root = join(this.#options.folder, of.name);
    // Nothing but what Lambda gives a process: its packages can be read, and nothing can be written.
    const flags = ['--permission', '--allow-fs-read=*', `--max-old-space-size=${Math.floor(of.memory * HEAP)}`];
    const child = spawn(process.execPath, [...flags, '--import', file('network.mjs'), file('bootstrap.mjs')], {
      cwd: root,
      env: {
        TZ: ':UTC',
        LANG: 'en_US.UTF-8',
        AWS_REGION: REGION,
        AWS_DEFAULT_REGION: REGION,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_SESSION_TOKEN: credentials.sessionToken,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        AWS_LAMBDA_FUNCTION_NAME: of.name,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(of.memory),
        AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${of.name}`,
        AWS_LAMBDA_LOG_STREAM_NAME: credentials.sessionToken,
        AWS_LAMBDA_RUNTIME_API: runtimeApi,
        LAMBDA_TASK_ROOT: root,
        _HANDLER: of.handler,
        ...this.#options.environment,
        ...of.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer) => {
      for (const line of String(chunk).split('\n').filter(Boolean)) this.onLine(of.name, line);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    return child;
  }

  /** The Runtime API, as one instance's bootstrap sees it. */
  async #answer(instance: Instance, path: string, request: NodeJS.ReadableStream, response: ServerResponse) {
    const { work } = instance;
    if (path.endsWith('/invocation/next')) {
      instance.asking = response;
      if (work?.id) return this.#handOver(instance);
      delete instance.work;
      if (await this.#next(instance.of, instance)) return;
      instance.child.kill('SIGSTOP');
      this.onFreeze(instance);
      return;
    }
    const payload = await text(request);
    response.writeHead(202).end();
    const [, id, kind] = /\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    if (id === work?.id) work?.finish({ status: 200, payload, ...(kind === 'error' && { failure: 'Unhandled' }) });
  }
}
