import { readFileSync } from 'node:fs';

/**
 * The environment of a newcomer's shell, with nothing of the suites' own: `PATH`, `HOME`, and where the programs of a run
 * keep what they have compiled.
 */
export function newShell(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'NODE_COMPILE_CACHE'].map((name) => [name, process.env[name]]);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

const root = new URL('../../', import.meta.url);
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
);

/**
 * What `npm run` starts for a script that is one call of Node: the arguments of Node. npm itself takes as much processor
 * time as many of the scripts. Paths are relative to the folder of package.json.
 */
export function nodeArgsOf(script: string): string[] {
  const [program, ...args] = scripts[script]?.split(' ') ?? [];
  if (program !== 'node' || args.includes('&&')) throw new Error(`${script} is not one call of Node`);
  return args;
}
