import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { checkAnswers, checkIsLocal, checkJava, checkPorts, Obstacle } from './checks.ts';
import { Doors } from './doors.ts';
import { endOrphans, spawnDynamoDb, untilItAnswers } from './dynamodb.ts';
import { BEGIN_ANEW, FOLDER, takeKeptData } from './kept.ts';
import { signToken } from './keys.ts';
import { offerTokens } from './page-tokens.ts';
import { writeEnvironment } from './postman.ts';
import { addresses, isDatabaseOurs, isKept, leaveAccounts, ports } from './stage.ts';
import { createTables, OtherVersion, type Table } from './tables.ts';
import { type Data, welcome } from './welcome.ts';

/** What is used of the framework, which has no types of its own for it. */
interface Serverless {
  processedInput: { commands: string[] };
  service: {
    provider: { stage: string; environment: Record<string, unknown> };
    functions: Record<
      string,
      { name: string; events: { schedule?: unknown }[]; environment?: Record<string, unknown> }
    >;
    resources: { Resources: Record<string, { Type: string; Properties: unknown }> };
  };
}

const PARENT_MS = 500;
const FIRST_CALL = '/utilisateurs?limite=1';
const SEED_TRIES = 5;

/** What the local stage needs beside `serverless-offline`: a database, its content, safe stops, and plain words. */
export default class LocalPlugin {
  readonly hooks: Record<string, () => unknown> = {};
  readonly #service: Serverless['service'];
  readonly #doors = new Doors(Number(ports.PORT), Number(ports.LAMBDA_PORT), Number(ports.MAIL_PORT));
  #database: Promise<unknown> = Promise.resolve();
  #java: ChildProcess | undefined;
  #data: Data = isDatabaseOurs ? 'memory' : 'elsewhere';
  #isSameDay = false;
  #isReady = false;
  #isStopping = false;

  constructor({ service, processedInput }: Serverless) {
    this.#service = service;
    if (service.provider.stage !== 'local') return;

    leaveAccounts();
    offerTokens(Number(ports.PORT));
    // The local schedules know no time zone but the process's; nothing else asks it for one.
    process.env.TZ = service.provider.environment.FUSEAU_HORAIRE as string;

    this.hooks = {
      initialize: this.#orGiveUp(() => this.#refuse(processedInput.commands[0])),
      'before:offline:start': this.#orGiveUp(() => {
        throw new Obstacle(
          'Lancez « npm start » ou « npx sls offline start » : « sls offline » seul ne démarre pas la base',
        );
      }),
      'before:offline:start:init': this.#orGiveUp(() => this.#prepare()),
      'offline:start:init': this.#orGiveUp(() => this.#fill()),
      'after:offline:start:init': this.#orGiveUp(() => this.#welcome()),
      // The framework would close its servers at once; `#stop` ends the process when the calls in hand are answered.
      'before:offline:start:end': () => new Promise(() => {}),
    };
  }

  #refuse(command: string | undefined): void {
    if (command !== 'deploy') return;
    throw new Obstacle('Le stage « local » ne se déploie pas : choisissez-en un autre, par exemple --stage prod');
  }

  /** Runs before the other plugins, so that they make the bundles while the database starts. */
  async #prepare(): Promise<void> {
    this.#stopOnSignal();
    const { provider, functions } = this.#service;
    for (const { environment } of [provider, ...Object.values(functions)]) {
      const plain = Object.entries(environment ?? {}).filter(([, value]) => typeof value === 'string');
      Object.assign(process.env, Object.fromEntries(plain));
    }
    await import('../../lib/runtime/config.ts').catch(({ message }: Error) => {
      throw new Obstacle(message);
    });

    const { DYNAMODB_PORT, ...others } = ports;
    if (isDatabaseOurs) {
      await checkJava();
      await endOrphans();
      await checkPorts(ports);
      if (isKept) {
        const { today } = await import('../../lib/runtime/clock.ts');
        this.#isSameDay = takeKeptData(today());
      }
    } else {
      checkIsLocal(addresses.database);
      await checkPorts(others);
    }
    this.#database = isDatabaseOurs ? this.#startDatabase(Number(DYNAMODB_PORT)) : checkAnswers(addresses.database);
    // Awaited only once the bundles are made; until then a failure is not an unhandled one.
    this.#database.catch(() => {});
  }

  async #startDatabase(port: number): Promise<void> {
    const java = spawnDynamoDb(port, { isApart: true, folder: isKept ? FOLDER : undefined });
    this.#java = java;
    // The process that has started this one can then end the database, should this one be killed outright.
    process.send?.({ dynamodb: java.pid });
    await untilItAnswers(java, port);
    java.once('exit', () => this.#giveUp(new Obstacle("DynamoDB Local s'est arrêté : relancez npm start")));
  }

  async #fill(): Promise<void> {
    await this.#database;
    const resources = Object.values(this.#service.resources.Resources);
    const tables = resources.filter(({ Type }) => Type === 'AWS::DynamoDB::Table').map(({ Properties }) => Properties);
    const isFresh = await createTables(addresses.database, tables as Table[]).catch((error: Error) => {
      throw new Obstacle(obstacleInTables(error));
    });
    if (isKept) this.#data = isFresh ? 'fresh' : this.#isSameDay ? 'found' : 'aged';
    await fillWithSeed().catch(({ message }: Error) => {
      throw new Obstacle(`Les données n'ont pas pu être écrites dans ${addresses.database} : ${message}`);
    });
  }

  async #welcome(): Promise<void> {
    this.#doors.check();
    const token = await signToken('bibliothecaire');
    // The first person to call waits for nothing that a first call alone has to load.
    await fetch(addresses.api + FIRST_CALL, { headers: { authorization: `Bearer ${token}` } });
    const owner = await writeEnvironment(addresses);
    this.#isReady = true;
    console.log(welcome({ ...addresses, data: this.#data, token, owner }));
    if (this.#data === 'found' || this.#data === 'aged') void this.#catchUp();
  }

  /** Has the scheduled jobs make up for the nights that the kept library was closed. Each writes in the log how it went. */
  async #catchUp(): Promise<void> {
    for (const { name, events } of Object.values(this.#service.functions)) {
      if (this.#isStopping || !events.some(({ schedule }) => schedule)) continue;
      const url = `${addresses.lambda}/2015-03-31/functions/${name}/invocations`;
      const headers = { 'content-type': 'application/json' };
      await fetch(url, { method: 'POST', headers, body: '{}' }).catch(() => undefined);
    }
  }

  #stopOnSignal(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => this.#stop(this.#isReady ? 0 : 128 + constants.signals[signal]));
    }
    process.once('disconnect', () => this.#stop(1));
    // When npm, npx or their shell is killed outright, it passes no signal on; only the id of the parent changes.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && this.#stop(1), PARENT_MS).unref();
  }

  /** Ends the database before this process, so that its port is free once this process is gone. */
  async #stop(code: number): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    if (this.#isReady) await this.#doors.close();
    if (this.#java?.kill('SIGKILL')) await once(this.#java, 'exit');
    process.exit(code);
  }

  #orGiveUp(work: () => unknown): () => Promise<void> {
    return async () => {
      try {
        await work();
      } catch (error) {
        this.#giveUp(error);
      }
    };
  }

  #giveUp(error: unknown): void {
    // A failure that the stop itself causes is not reported.
    if (this.#isStopping) return;
    console.error(error instanceof Obstacle ? error.message : error);
    process.exit(1);
  }
}

/** On a busy machine, or a slow disk, a request may wait for too long. What was written stays, and each try goes on. */
async function fillWithSeed(): Promise<void> {
  const { seed } = await import('../../seed/seed.ts');
  for (let n = 1; ; n += 1) {
    try {
      return await seed();
    } catch (error) {
      if (n === SEED_TRIES) throw error;
    }
  }
}

function obstacleInTables(error: Error): string {
  const anew = isKept ? BEGIN_ANEW : 'pour repartir à neuf, docker compose down -v';
  if (error instanceof OtherVersion)
    return `Les données gardées viennent d'une autre version, ${error.message} : ${anew}`;
  const reason = error.message.split('\n')[0];
  if (!isKept) return `Les tables n'ont pas pu être créées dans ${addresses.database} : ${reason}`;
  const cure = /^[ -~]*$/.test(FOLDER) ? 'relancez' : 'mettez le projet dans un dossier au nom sans accents';
  return `Les données gardées ne s'ouvrent pas (${reason}) : ${cure}. Si cela dure, et si vous pouvez les perdre, ${BEGIN_ANEW}`;
}
