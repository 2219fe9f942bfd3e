import { SingleBar } from 'cli-progress';
import { checkAnswers, checkIsLocal, Obstacle } from '../dev/local/checks.ts';
import { addresses, joinLocalStage } from '../dev/local/stage.ts';
import { MOST_BOOKS, plausibleStock } from './books/plausible.ts';

/**
 * npm run seed:large -- <n>: fills the running local system with n books that nobody wrote, the same
 * ones every time. Cut off, it goes on where it stopped.
 */

function countAsked(): number {
  const [text = '', ...rest] = process.argv.slice(2);
  const count = /^\d{1,7}$/.test(text) && rest.length === 0 ? Number(text) : 0;
  if (count >= 1 && count <= MOST_BOOKS) return count;
  throw new Obstacle(`Usage : npm run seed:large -- <nombre de livres, de 1 à ${MOST_BOOKS}>`);
}

/** The store reads the environment when it is imported, so the local one is set first, in place of any real account. */
async function localStore() {
  joinLocalStage();
  checkIsLocal(addresses.database);
  await checkAnswers(addresses.database);
  return import('./books/fill.ts');
}

async function main(): Promise<void> {
  const count = countAsked();
  const { fill, filled } = await localStore();
  const there = await filled().catch((error: Error) => {
    if (error.name !== 'ResourceNotFoundException') throw error;
    throw new Obstacle(`La table ${process.env.LIVRES_TABLE} n'existe pas encore : lancez d'abord npm start.`);
  });
  if (there >= count) return console.log(`Rien à faire : le catalogue a déjà ${there} livres de ce semis.`);
  if (there > 0) console.log(`Reprise après ${there} livres.`);

  const bar = new SingleBar({
    format: '{bar} {percentage} % | {value}/{total} livres | reste {eta_formatted}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    noTTYOutput: true,
  });
  process.once('SIGINT', () => {
    bar.stop();
    console.log('Interrompu. La même commande reprendra où celle-ci s’est arrêtée.');
    process.exit(130);
  });
  bar.start(count, there);
  await fill(count, plausibleStock, (now) => bar.update(now)).finally(() => bar.stop());
  console.log(`Le catalogue a maintenant ${count} livres de ce semis.`);
}

main().catch((error: Error) => {
  console.error(error instanceof Obstacle ? error.message : error);
  process.exitCode = 1;
});
