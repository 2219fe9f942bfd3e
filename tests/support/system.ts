import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { newCheckout } from './checkout.ts';
import { freePort } from './port.ts';

/** The whole local system, as `npx sls offline start` starts it, on ports of its own. */
export interface System {
  /** `http://localhost:…`. */
  url: string;
  /** The address of its DynamoDB Local. */
  dynamodb: string;
  /** Where it was started, and with which environment: whoever runs a command beside it needs the same. */
  folder: string;
  env: Record<string, string | undefined>;
  /** The last that it printed. */
  said: () => string;
  /** @returns the exit code */
  stop: () => Promise<number | null>;
}

/** Variables that the suite sets for the code under test, and that a system of its own must not get. */
const OWN = /^(AWS_|JWT_|DYNAMODB_|LAMBDA_|SES_|NODE_OPTIONS|API_URL|.*_TABLE$|FUNCTIONS_PREFIX)/;

const START_MS = 90_000;

interface Beside {
  /** Starts from the folder of a system that runs, which is left there. */
  folder?: string;
  over?: Record<string, string>;
}

export async function startSystem({ folder: other, over = {} }: Beside = {}): Promise<System> {
  const [http = 0, lambda = 0, dynamodb = 0, mail = 0] = await Promise.all([0, 1, 2, 3].map(freePort));
  const { folder, remove } = other ? { folder: other, remove: async () => {} } : await newCheckout();
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name))),
    PORT: String(http),
    LAMBDA_PORT: String(lambda),
    DYNAMODB_PORT: String(dynamodb),
    MAIL_PORT: String(mail),
    COURRIELS_PAR_SECONDE: '1000',
    ...over,
  };
  const child = spawn(process.execPath, ['node_modules/serverless/bin/serverless.js', 'offline', 'start'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const said = () => lines.join('');
  const opened = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      lines.push(String(chunk));
      lines.splice(0, lines.length - 50);
      if (String(chunk).includes('La bibliothèque est ouverte')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`the system has stopped:\n${said()}`)));
    setTimeout(() => reject(new Error(`the system has not started in time:\n${said()}`)), START_MS).unref();
  });
  const stop = async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
    await remove();
    return child.exitCode;
  };
  try {
    await opened;
  } catch (error) {
    await stop();
    throw error;
  }
  const [url, database] = [`http://localhost:${http}`, `http://localhost:${dynamodb}`];
  return { url, dynamodb: database, folder, env, said, stop };
}
