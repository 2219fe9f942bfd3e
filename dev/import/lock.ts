import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { notWritable, Refusal } from './refusal.ts';

/**
 * A file is imported by one process at a time. The lock is one that the system itself keeps on a file, as SQLite takes it
 * on Linux, macOS and Windows alike. It ends with the process, however that ends: what is left of a dead one is an
 * empty file that holds nothing, and no process number or age has to be believed.
 */

/**
 * @param inHand what is said when another has it
 * @returns what lets it go
 * @throws Refusal when another has it, or when nothing can be written there
 */
export function lock(path: string, inHand = IN_HAND): () => void {
  for (;;) {
    const own = taken(path);
    if (!own) throw new Refusal(inHand);
    const other = taken(path);
    if (!other) return () => release(own, path);
    // The file was removed in the instant before by the one that had it: another could have the same lock.
    other.close();
    own.close();
  }
}

const IN_HAND = 'Un import de ce fichier est déjà en cours : attendez qu’il finisse, ou arrêtez-le par Ctrl-C.';

/** SQLite's number for a lock that another has. */
const BUSY = 5;

function taken(path: string): DatabaseSync | undefined {
  const file = opened(path);
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return file;
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === BUSY) return undefined;
    throw notWritable(path, error);
  }
}

function opened(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw notWritable(path, error);
  }
}

/** Windows removes no file that is open, and the others none that a second process may have taken since. */
function release(own: DatabaseSync, path: string): void {
  const isRemoved = removed(path);
  own.close();
  if (!isRemoved) removed(path);
}

function removed(path: string): boolean {
  try {
    rmSync(path);
    return true;
  } catch {
    return false;
  }
}
