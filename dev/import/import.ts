import { openLibrary } from './access.ts';
import { type Brought, bringIn } from './bring-in.ts';
import { Halted } from './client.ts';
import { optionsIn } from './options.ts';
import { barOn } from './progress.ts';
import { Refusal } from './refusal.ts';
import { UnreadableFile } from './unreadable.ts';

/** npm run import -- <file> */

/** All records were taken, and some of them refused. */
const SOME_REFUSED = 2;
const FAILED = 1;

const say = (line: string): void => console.log(line);

/** npm hands on a signal that the terminal has sent already: what comes so soon is the same Ctrl-C. */
const SAME_MS = 500;

/** The first Ctrl-C lets what is in hand come to its end; the second does not. */
function interruption(): AbortSignal {
  const interrupted = new AbortController();
  let at = Number.POSITIVE_INFINITY;
  process.on('SIGINT', () => {
    if (performance.now() - at > SAME_MS) process.exit(FAILED);
    if (interrupted.signal.aborted) return;
    at = performance.now();
    say('\nInterruption : ce qui est en main est mené à sa fin. Encore Ctrl-C arrête tout de suite.');
    interrupted.abort();
  });
  return interrupted.signal;
}

function codeOf({ isWhole, report }: Brought): number {
  if (!isWhole) say('L’import n’est pas fini. Relancez la même commande : elle reprend où elle s’est arrêtée.');
  return isWhole ? (report ? SOME_REFUSED : 0) : FAILED;
}

try {
  const options = optionsIn(process.argv.slice(2));
  const progress = barOn(process.stderr);
  const library = await openLibrary(options.url, progress.pause);
  process.exitCode = codeOf(await bringIn(options, { ...library, progress, say, signal: interruption() }));
} catch (error) {
  const isTold = error instanceof Refusal || error instanceof UnreadableFile || error instanceof Halted;
  if (!isTold && (error as NodeJS.ErrnoException).syscall === undefined) throw error;
  // A disk that is full, or taken away, says so itself.
  console.error((error as Error).message);
  process.exitCode = FAILED;
}
