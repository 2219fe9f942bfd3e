import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type BuildOptions, build, context, type OutputFile, type Plugin } from 'esbuild';
import { archive } from './archive.ts';
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

/** Each way of running functions has a folder of its own: none takes the bundles from under another that runs. */
const SERVED = '.bundles/offline';
const INVOKED = '.bundles/invoke';
/** Where the framework looks for packages. */
const PACKAGES = '.serverless';

/** Makes the functions' bundles for the local system, `sls invoke local`, and the packages that are deployed. */
export default class BundlesPlugin {
  readonly hooks: Record<string, () => Promise<void>>;
  readonly #serverless: Serverless;
  readonly #options: Options;

  constructor(serverless: Serverless, options: Options) {
    this.#serverless = serverless;
    this.#options = options;
    this.hooks = {
      'before:offline:start:init': () => this.#serve(),
      'before:invoke:local:invoke': () => this.#makeInvoked(),
      'before:package:createDeploymentArtifacts': () => this.#pack(),
      'before:deploy:function:packageFunction': () => this.#pack(),
    };
  }

  /** The functions that the command is about, by their names. */
  get #functions(): [string, Function][] {
    const all = Object.entries(this.#serverless.service.functions);
    const { function: only } = this.#options;
    return only ? all.filter(([name]) => name === only) : all;
  }

  /** The bundles are given to whoever asks for them: the bundler would take away the last good ones after a fault. */
  get #bundling() {
    const { serviceDir, service } = this.#serverless;
    const handlers = this.#functions.map(([, one]) => one);
    return { ...bundling(serviceDir, handlers, service.custom.esbuild), outdir: serviceDir, write: false as const };
  }

  /** Makes the bundles, and makes them again when a source changes. */
  async #serve(): Promise<void> {
    const { service, pluginManager } = this.#serverless;
    service.custom['serverless-offline'] = { ...service.custom['serverless-offline'], location: SERVED };
    await new Promise<void>((resolve, reject) => {
      let isServed = false;
      const follow: Plugin = {
        name: 'follow',
        setup: (bundler) =>
          bundler.onEnd(({ errors: [error], outputFiles = [] }) => {
            // Of a source that is changed later, the bundler tells the fault.
            if (error && !isServed) reject(new Error(error.text));
            if (error) return;
            this.#write(outputFiles, SERVED);
            if (isServed) void pluginManager.spawn('offline:functionsUpdated');
            isServed = true;
            resolve();
          }),
      };
      context({ ...this.#bundling, plugins: [follow] }).then((bundler) => bundler.watch(), reject);
    });
  }

  async #makeInvoked(): Promise<void> {
    const { outputFiles } = await build(this.#bundling);
    this.#write(outputFiles, INVOKED);
    this.#options.extraServicePath = INVOKED;
  }

  async #pack(): Promise<void> {
    const { serviceDir } = this.#serverless;
    const { outputFiles } = await build(this.#bundling);
    const bundles = new Map(outputFiles.map((bundle) => [this.#pathOf(bundle), bundle.contents]));
    mkdirSync(join(serviceDir, PACKAGES), { recursive: true });
    for (const [name, one] of this.#functions) {
      const bundle = bundleOf(one);
      const files = { [bundle]: bundles.get(bundle) as Uint8Array };
      for (const path of globSync(one.package?.patterns ?? [], { cwd: serviceDir }))
        files[path.replaceAll(sep, '/')] = readFileSync(join(serviceDir, path));
      const artifact = `${PACKAGES}/${name}.zip`;
      writeFileSync(join(serviceDir, artifact), archive(files));
      one.package = { artifact };
    }
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
