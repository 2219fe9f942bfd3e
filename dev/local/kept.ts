import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from '../import/lock.ts';
import { Obstacle } from './checks.ts';

/** Where `npm start -- --garder` keeps what was entered. */
export const FOLDER = fileURLToPath(new URL('../../.local/donnees', import.meta.url));

/** The folder as people see it, who are in that of the project. */
export const NAME = '.local/donnees';

export const BEGIN_ANEW = `pour repartir à neuf, effacez ${NAME}`;

const IN_HAND = `Les données de ${NAME} sont déjà ouvertes par un autre « npm start » : arrêtez-le d'abord par Ctrl-C`;

/**
 * Takes the kept data for this process, until it ends.
 * @param today `YYYY-MM-DD`
 * @returns whether they were last taken on this day
 * @throws Obstacle when another has them
 */
export function takeKeptData(today: string, folder = FOLDER): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const release = lock(join(folder, 'verrou'), IN_HAND);
    // Also keeps the lock from being collected as garbage, which would end it.
    process.once('exit', release);
    const file = join(folder, 'jour');
    const isSameDay = existsSync(file) && readFileSync(file, 'utf8') === today;
    writeFileSync(file, today);
    return isSameDay;
  } catch (error) {
    throw new Obstacle((error as Error).message);
  }
}
