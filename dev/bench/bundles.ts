import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { bundleOf, bundling, type Handler } from '../bundles/bundling.ts';
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

type Functions = Record<string, Handler>;

const nameOf = ({ handler }: Handler) => handler.slice(handler.lastIndexOf('.') + 1);

const yaml = <T>(path: string) => readYaml<T>(new URL(`../../${path}`, import.meta.url));

interface System {
  functions: (string | Functions)[];
  custom: { esbuild: BuildOptions };
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
  const { metafile } = await build({
    ...bundling(ROOT, Object.values(handlers), options),
    outdir: FOLDER,
    define: definedPolicy(),
    metafile: true,
  });
  return Object.entries(handlers).map(([name, one]) => {
    const file = `${FOLDER}/${bundleOf(one)}`;
    return { name, file: ROOT + file, handler: nameOf(one), bytes: metafile.outputs[file]?.bytes ?? Number.NaN };
  });
}

/** Bundles every function as `sls package` does. */
export const bundleFunctions = async () => bundle(functions(), system.custom.esbuild);

/** Bundles the handler to compare with in the same way, but with the packages as they are: no alias, nothing left out. */
export const bundleReference = async (name: string, handler: string) =>
  (await bundle({ [name]: { handler } }, { ...system.custom.esbuild, alias: {} }))[0] as Bundle;
