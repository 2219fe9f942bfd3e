import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Resources } from '../../../dev/template/resources.ts';
import { newCheckout } from '../../support/checkout.ts';

/** The framework in a folder of its own, for a stage that is no local one. */

/** What a stage must be given. */
export const PARAMETERS: Record<string, string> = {
  cors_origins: 'https://bibliotheque.example, https://guichet.example:8443',
  sender: 'bibliotheque@bibliotheque.example',
};

/** A bound for a busy machine, in milliseconds. */
export const PACKAGE_MS = 600_000;

export class Framework {
  readonly folder: string;
  readonly remove: () => Promise<void>;
  readonly #stage: string;
  readonly #parameters: string[];

  private constructor(checkout: Awaited<ReturnType<typeof newCheckout>>, stage: string, parameters: object) {
    this.folder = checkout.folder;
    this.remove = checkout.remove;
    this.#stage = stage;
    this.#parameters = Object.entries(parameters).map(([name, value]) => `--param=${name}=${value}`);
  }

  static async for(stage: string, parameters: object = PARAMETERS): Promise<Framework> {
    return new Framework(await newCheckout(), stage, parameters);
  }

  /** Runs one of its commands. @param environment in the place of what is said of AWS here @returns what it prints */
  async run(args: string[], environment: Record<string, string> = {}): Promise<string> {
    const program = [join('node_modules', 'serverless', 'bin', 'serverless.js'), ...args, '--stage', this.#stage];
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
    const running = promisify(execFile)(process.execPath, [...program, ...this.#parameters], {
      cwd: this.folder,
      env: { ...Object.fromEntries(own), AWS_EC2_METADATA_DISABLED: 'true', NODE_OPTIONS: '', ...environment },
    });
    // What went wrong is printed where results are.
    const { stdout } = await running.catch((error) => {
      error.message += error.stdout;
      throw error;
    });
    return stdout;
  }

  get templateFile(): string {
    return join(this.folder, '.serverless/cloudformation-template-update-stack.json');
  }

  async resources(): Promise<Resources> {
    return JSON.parse(await readFile(this.templateFile, 'utf8')).Resources;
  }
}
