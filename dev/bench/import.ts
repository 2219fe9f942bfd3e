import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import packageJson from '../../package.json' with { type: 'json' };
import { plausibleBook } from '../../seed/books/plausible.ts';
import { startSystem } from '../../tests/support/system.ts';
import { csvHeader, csvLine } from '../import/csv/write.ts';
import { signToken } from '../local/keys.ts';
import { finish, print } from './report.ts';

/**
 * npm run bench -- import brings books into the local system (`LIVRES`, 20,000), and before and after it has autocannon
 * send the same kind of books by nothing but `POST /livres`, from as many callers. It fails when the import is slower
 * than a part of that, or takes more memory than it may.
 */

const BOOKS = Number(process.env.LIVRES ?? 20_000);
const ALONE = Math.ceil(BOOKS / 8);
const CALLERS = 10;
/** The part of the plain requests' rate that the import must reach. */
const LEAST = 0.7;
const MOST_MEMORY_MB = 300;
const LOOK_MS = 250;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const token = await signToken('bibliothecaire');
const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
const system = await startSystem();

/** @param from the number of the first book: each is sent once, under a key of its own, as the import sends its own */
async function postAlone(from: number): Promise<number> {
  let n = from;
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const { titre, auteur, isbn, annee } = plausibleBook(n);
    n += 1;
    const body = JSON.stringify({ titre, auteur, isbn, annee, exemplaires: 1 });
    return { ...request, body, headers: { ...request.headers, 'idempotency-key': `bench-${n}` } };
  };
  const told = await autocannon({
    url: `${system.url}/livres`,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    requests: [{ setupRequest }],
    connections: CALLERS,
    amount: ALONE,
  });
  if (told['2xx'] !== ALONE) throw new Error(`${told.non2xx} refus et ${told.errors} erreurs`);
  return (ALONE * 1000) / (told.finish.getTime() - told.start.getTime());
}

/** The most memory that a process has had, in megabytes, as Linux tells it; nothing elsewhere. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function importAll(from: number): Promise<{ rate: number; peak: number }> {
  const file = join(folder, 'livres.csv');
  const rows = Array.from({ length: BOOKS }, (_, n) => {
    const { titre, auteur, isbn, annee } = plausibleBook(from + n);
    return csvLine([titre, auteur ?? '', isbn ?? '', String(annee ?? ''), '1']);
  });
  writeFileSync(file, csvHeader(['titre', 'auteur', 'isbn', 'annee', 'exemplaires']) + rows.join(''));
  // As npm runs it, without npm, whose memory is not meant.
  const script = packageJson.scripts.import.split(' ').slice(1);
  const begun = performance.now();
  const child = spawn(process.execPath, [...script, file, '--url', system.url], {
    cwd: ROOT,
    env: { ...process.env, JETON: token },
    stdio: 'inherit',
  });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid as number));
  }, LOOK_MS);
  const [code] = await once(child, 'exit');
  clearInterval(look);
  if (code !== 0) throw new Error(`l’import a fini avec le code ${code}`);
  return { rate: (BOOKS * 1000) / (performance.now() - begun), peak };
}

// Each part has books of its own: autocannon makes some requests that it does not send.
const before = await postAlone(0);
const { rate, peak } = await importAll(2 * ALONE);
const after = await postAlone(2 * ALONE + BOOKS);
const alone = (before + after) / 2;
await system.stop();
rmSync(folder, { recursive: true });

const part = rate / alone;
print(`Faire entrer ${BOOKS} livres, et les mêmes demandes seules (${CALLERS} à la fois)`, [
  { '': 'POST /livres seul, avant', 'livres par seconde': before, rapport: 1, 'mémoire (Mo)': undefined },
  {
    '': `npm run import, ${BOOKS} livres`,
    'livres par seconde': rate,
    rapport: part,
    'mémoire (Mo)': Math.round(peak),
  },
  { '': 'POST /livres seul, après', 'livres par seconde': after, rapport: 1, 'mémoire (Mo)': undefined },
]);
finish([
  ...(part < LEAST ? [`L’import n’atteint pas ${LEAST} fois le débit des demandes seules.`] : []),
  ...(peak > MOST_MEMORY_MB ? [`L’import prend plus de ${MOST_MEMORY_MB} Mo.`] : []),
]);
