import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { type BuildOptions, type BuildResult, build, context, type OutputFile, type Plugin, stop } from 'esbuild';
import { archive, filesLike } from './archive.ts';
import { bundleOf, bundling, type Handler } from './bundling.ts';

interface Function extends Handler {
  package?: { patterns?: string[]; artifact?: string };
}

/** What is used of the framework, which has no types of its own for it. */
interface Serverless {
  serviceDir: string;
  service: {
    functions: Record<string, Function>;
    custom: { esbuild: BuildOptions; 'serverless-offline'?: { location?: string } };
  };
  pluginManager: { spawn(event: string): Promise<unknown> };
}

/** `function` is the only one that is asked for. `extraServicePath` is where the framework looks for its bundle. */
interface Options {
  function?: string;
  extraServicePath?: string;
}

/** Where functions run from on this machine. */
const RUN = '.bundles';
/** Where the framework looks for packages. */
const PACKAGES = '.serverless';
/** Seventy copies of the big packages cost seconds at each start, for nothing where node_modules is at hand. */
const AT_HAND = ['@aws-sdk/*', '@smithy/*', 'zod/*'];

/** Makes the functions' bundles for the local system, `sls invoke local`, and the packages that are deployed. */
export default class BundlesPlugin {
  readonly hooks: Record<string, () => Promise<void>>;
  readonly #serverless: Serverless;
  readonly #options: Options;

  constructor(serverless: Serverless, options: Options) {
    this.#serverless = serverless;
    this.#options = options;
    this.hooks = {
      'before:offline:start:init': () => this.#serve().catch(giveUp),
      'before:invoke:local:invoke': () => this.#makeInvoked().catch(giveUp),
      'before:package:createDeploymentArtifacts': () => this.#pack().catch(giveUp),
      'before:deploy:function:packageFunction': () => this.#pack().catch(giveUp),
    };
  }

  /** The functions that the command is about, by their names. */
  get #functions(): [string, Function][] {
    const all = Object.entries(this.#serverless.service.functions);
    const { function: only } = this.#options;
    return only ? all.filter(([name]) => name === only) : all;
  }

  /** The bundles are given to whoever asks for them: the bundler would take away the last good ones after a fault. */
  #bundling(external: string[] = []) {
    const { serviceDir, service } = this.#serverless;
    const handlers = this.#functions.map(([, one]) => one);
    const made = bundling(serviceDir, handlers, service.custom.esbuild);
    const outside = [...(made.external ?? []), ...external];
    return { ...made, external: outside, outdir: serviceDir, write: false as const };
  }

  /** Makes the bundles, and makes them again when a source changes. */
  async #serve(): Promise<void> {
    const { service, pluginManager } = this.#serverless;
    const location = this.#ownFolder();
    service.custom['serverless-offline'] = { ...service.custom['serverless-offline'], location };
    // A bundler that finds out by itself that this process is gone may print a stack on the terminal.
    process.once('exit', stop);

    const first = Promise.withResolvers<void>();
    let isServed = false;
    const take = async ({ errors: [fault], outputFiles = [] }: BuildResult): Promise<void> => {
      // The bundler tells where the fault is, and what was served before still is.
      if (fault && isServed) return;
      if (fault) throw new Error(fault.text);
      this.#write(outputFiles, location);
      forget(location);
      if (isServed) await pluginManager.spawn('offline:functionsUpdated');
      isServed = true;
    };
    const tell = (error: Error) => (isServed ? console.error(error.message) : first.reject(error));
    const following: Plugin = {
      name: 'following',
      setup: ({ onEnd }) => onEnd((result) => take(result).then(first.resolve, tell)),
    };
    const made = this.#bundling(AT_HAND);
    const bundler = await context({ ...made, plugins: [...made.plugins, following] });
    await bundler.watch();
    await first.promise;
  }

  async #makeInvoked(): Promise<void> {
    const { outputFiles } = await build(this.#bundling(AT_HAND));
    const folder = this.#ownFolder();
    this.#write(outputFiles, folder);
    this.#options.extraServicePath = folder;
  }

  async #pack(): Promise<void> {
    const { serviceDir } = this.#serverless;
    const { outputFiles } = await build(this.#bundling());
    const bundles = new Map(outputFiles.map((bundle) => [this.#pathOf(bundle), bundle.contents]));
    mkdirSync(join(serviceDir, PACKAGES), { recursive: true });
    for (const [name, one] of this.#functions) {
      const bundle = bundleOf(one);
      const files = {
        [bundle]: bundles.get(bundle) as Uint8Array,
        ...filesLike(serviceDir, one.package?.patterns ?? []),
      };
      const artifact = `${PACKAGES}/${name}.zip`;
      writeFileSync(join(serviceDir, artifact), archive(files));
      one.package = { artifact };
    }
  }

  /**
   * A folder for this process alone, that goes with it: two systems may run from one checkout, each with its policy.
   * What a process that was killed outright has left goes as well.
   */
  #ownFolder(): string {
    const all = join(this.#serverless.serviceDir, RUN);
    mkdirSync(all, { recursive: true });
    const remove = (name: string) => rmSync(join(all, name), { recursive: true, force: true });
    for (const name of readdirSync(all)) if (!isRunning(Number(name))) remove(name);
    const own = String(process.pid);
    process.once('exit', () => remove(own));
    return `${RUN}/${own}`;
  }

  #write(bundles: readonly OutputFile[], folder: string): void {
    for (const bundle of bundles) {
      const file = join(this.#serverless.serviceDir, folder, this.#pathOf(bundle));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bundle.contents);
    }
  }

  /** Where a bundle stands among the bundles. */
  #pathOf({ path }: OutputFile): string {
    return relative(this.#serverless.serviceDir, path).replaceAll(sep, '/');
  }
}

/** Functions run in this process: without this, each would keep its first version until the next start. */
function forget(folder: string): void {
  const { cache } = createRequire(import.meta.url);
  const part = join(folder, sep);
  for (const file of Object.keys(cache)) if (file.includes(part)) delete cache[file];
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The framework would only note the failure, and what runs by now would keep this process alive. */
function giveUp(error: Error): never {
  console.error(`Les fonctions n'ont pas pu être assemblées : ${error.message}`);
  process.exit(1);
}
