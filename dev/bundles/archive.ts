import { type Zippable, zipSync } from 'fflate';

/** The archive of the same files is the same on every day and machine, so that a function that has not changed is not deployed. */
const MADE = new Date(1980, 0, 1);
const UNIX = 3;
/** Lambda reads it as another user than the one who owns it. In the upper half of its field, as Unix has it. */
const READ_BY_ALL = 0o100644 << 16;

/** A function's package. @param files their contents, by the paths that they have in it */
export function archive(files: Record<string, Uint8Array>): Uint8Array {
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const entries: Zippable = {};
  for (const [path, content] of sorted) entries[path] = [content, { mtime: MADE, os: UNIX, attrs: READ_BY_ALL }];
  return zipSync(entries);
}
