import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

const UNIX = 3;
/** Lambda reads it as another user than the one who owns it. In the upper half of its field, as Unix has it. */
const READ_BY_ALL = 0o100644 << 16;

/** A function's package. @param files their contents, by the paths that they have in it */
export function archive(files: Record<string, Uint8Array>): Uint8Array {
  // The same files make the same archive on every day and machine: a function that has not changed is not deployed. The
  // format has dates of no time zone, from 1980 on.
  const mtime = new Date(1980, 0, 1);
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const entries: Zippable = {};
  for (const [path, content] of sorted) entries[path] = [content, { mtime, os: UNIX, attrs: READ_BY_ALL }];
  return zipSync(entries);
}

/**
 * The files that a function wants beside its bundle, by their paths in its package.
 * @param patterns as `package.patterns` has them, relative to the project's folder
 * @throws Error when there is none for one of them: a part would be missing
 */
export const filesLike = (root: string, patterns: readonly string[]): Record<string, Uint8Array> =>
  Object.fromEntries(
    patterns.flatMap((pattern) => {
      const paths = globSync(pattern, { cwd: root });
      if (paths.length === 0) throw new Error(`Aucun fichier n'a un chemin comme ${pattern}`);
      return paths.map((path) => [path.replaceAll(sep, '/'), readFileSync(join(root, path))]);
    }),
  );
