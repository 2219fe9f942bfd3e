import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { parse } from 'yaml';

const root = new URL('../../../', import.meta.url);
const BUNDLES = new URL('.bench/bundles/', root);

/** A handler as `sls package` leaves it. */
export interface Bundle {
  /** The function's name: `users-create`. */
  name: string;
  file: string;
  /** What the bundle exports it as. */
  handler: string;
  bytes: number;
}

interface Functions {
  functions: Record<string, { handler: string }>;
}

const yaml = async (path: string) => parse(await readFile(new URL(path, root), 'utf8'), { merge: true });

/** Every function that is deployed: `users-create` and where its handler is. */
async function functions(): Promise<[name: string, handler: string][]> {
  const system: { functions: (string | Functions['functions'])[] } = await yaml('serverless.yml');
  const files = system.functions.flatMap((entry) => /functions\/\w+\/service\.yml/.exec(String(entry)) ?? []);
  const services: Functions[] = await Promise.all(files.map(yaml));
  const own = system.functions.filter((entry) => typeof entry === 'object');
  return [...services.map((service) => service.functions), ...own]
    .flatMap((entries) => Object.entries(entries))
    .map(([name, { handler }]) => [name, handler]);
}

/** Options of the plugin itself, which esbuild does not know; `exclude` is its `external`. */
const PLUGINS_OWN = ['outputFileExtension', 'exclude', 'keepOutputDirectory', 'watch'];

async function esbuildOptions(): Promise<BuildOptions> {
  const options: Record<string, unknown> = (await yaml('serverless.yml')).custom.esbuild;
  const own = Object.entries(options).filter(([name]) => !PLUGINS_OWN.includes(name));
  return { ...Object.fromEntries(own), external: options.exclude as string[] };
}

async function bundle(
  options: BuildOptions,
  entries: string[],
  folder = '',
): Promise<Map<string, Omit<Bundle, 'name' | 'handler'>>> {
  await mkdir(BUNDLES, { recursive: true });
  const { metafile } = await build({
    ...options,
    absWorkingDir: fileURLToPath(root),
    entryPoints: entries,
    outbase: '.',
    outdir: fileURLToPath(new URL(folder, BUNDLES)),
    outExtension: { '.js': '.cjs' },
    metafile: true,
    logLevel: 'warning',
  });
  return new Map(
    Object.entries(metafile.outputs).map(([output, { bytes, entryPoint = '' }]) => [
      entryPoint,
      { file: fileURLToPath(new URL(output, root)), bytes },
    ]),
  );
}

const split = (handler: string): [entry: string, name: string] => {
  const dot = handler.lastIndexOf('.');
  return [`${handler.slice(0, dot)}.ts`, handler.slice(dot + 1)];
};

/** Bundles every function as `sls package` does, by serverless.yml's own options. */
export async function bundleFunctions(): Promise<Bundle[]> {
  const all = await functions();
  const bundles = await bundle(await esbuildOptions(), [...new Set(all.map(([, handler]) => split(handler)[0]))]);
  return all.map(([name, handler]) => {
    const [entry, exported] = split(handler);
    return { name, handler: exported, ...(bundles.get(entry) as Omit<Bundle, 'name' | 'handler'>) };
  });
}

/** Bundles a file of the benchmarks as the plugin does when nobody tells it how: neither minified nor shaken. */
export async function bundleByDefault(entry: string): Promise<Omit<Bundle, 'name' | 'handler'>> {
  const options: BuildOptions = { bundle: true, format: 'cjs', platform: 'node', target: 'node24' };
  const [made] = (await bundle(options, [entry], 'by-default/')).values();
  return made as Omit<Bundle, 'name' | 'handler'>;
}

/** Bundles a file of the benchmarks in the same way, but with the packages as they are: no alias, nothing left out. */
export async function bundlePlainly(entry: string): Promise<Omit<Bundle, 'name' | 'handler'>> {
  const { alias: _, external: __, ...options } = await esbuildOptions();
  const [made] = (await bundle(options, [entry])).values();
  return made as Omit<Bundle, 'name' | 'handler'>;
}
