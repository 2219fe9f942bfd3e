import type { BuildOptions } from 'esbuild';
import { usedShapes } from './shapes.ts';

/** A function as `serverless.yml` says it. */
export interface Handler {
  /** The file without its extension, and the name that it exports: `functions/books/create.handler`. */
  handler: string;
}

const entryOf = ({ handler }: Handler) => handler.slice(0, handler.lastIndexOf('.'));

/** Where a function's bundle stands in the folder of bundles, and in its package. */
export const bundleOf = (one: Handler): string => `${entryOf(one)}.cjs`;

/**
 * All functions in one build, a bundle for each: what several of them import is then read and parsed once. A build for
 * each takes five times as long.
 * @param root the project's folder
 * @param options those of esbuild in `custom.esbuild` of serverless.yml
 */
export function bundling(root: string, handlers: readonly Handler[], options: BuildOptions) {
  const entries = [...new Set(handlers.map(entryOf))];
  return {
    ...options,
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: `${entry}.ts`, out: entry })),
    outExtension: { '.js': '.cjs' },
    plugins: [usedShapes],
  };
}
