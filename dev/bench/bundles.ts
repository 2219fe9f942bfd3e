import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { definedPolicy } from '../politique/read.ts';
import { readYaml } from '../yaml.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = '.bench';

/** A handler as `sls package` leaves it. */
export interface Bundle {
  /** The function's name: `users-create`. */
  name: string;
  file: string;
  /** The name under which the bundle exports it. */
  handler: string;
  bytes: number;
}

type Functions = Record<string, { handler: string }>;

const yaml = <T>(path: string) => readYaml<T>(new URL(`../../${path}`, import.meta.url));

interface System {
  functions: (string | Functions)[];
  /** `exclude` is esbuild's `external`; what the last three say is for the plugin alone. */
  custom: {
    esbuild: BuildOptions &
      Record<'exclude', string[]> &
      Record<'outputFileExtension' | 'keepOutputDirectory' | 'watch', unknown>;
  };
}
const system = yaml<System>('serverless.yml');

/** Every function that is deployed: those of each service.yml, and the system's own. */
function functions(): Functions {
  const parts = system.functions.map((part) => {
    const file = /functions\/\w+\/\w+\.yml/.exec(String(part))?.[0];
    return file ? yaml<{ functions: Functions }>(file).functions : part;
  });
  return Object.assign({}, ...parts);
}

async function bundle(handlers: Functions, options: BuildOptions): Promise<Bundle[]> {
  const named = Object.entries(handlers).map(([name, { handler }]) => ({ name, path: handler.split('.') }));
  const { metafile } = await build({
    ...options,
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(named.map(({ name, path: [entry = ''] }) => [name, `${entry}.ts`])),
    outdir: FOLDER,
    outExtension: { '.js': '.cjs' },
    define: definedPolicy(),
    metafile: true,
  });
  return named.map(({ name, path: [, handler = ''] }) => {
    const file = `${FOLDER}/${name}.cjs`;
    return { name, file: ROOT + file, handler, bytes: metafile.outputs[file]?.bytes ?? Number.NaN };
  });
}

const { outputFileExtension: _, keepOutputDirectory: __, watch: ___, exclude, ...options } = system.custom.esbuild;

/** Bundles every function as `sls package` does. */
export const bundleFunctions = async () => bundle(functions(), { ...options, external: exclude });

/** Bundles the handler to compare with in the same way, but with the packages as they are: no alias, nothing left out. */
export const bundleReference = async (name: string, handler: string) =>
  (await bundle({ [name]: { handler } }, { ...options, alias: {} }))[0] as Bundle;
