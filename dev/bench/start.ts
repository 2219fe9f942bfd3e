import { startSystem } from '../../tests/support/system.ts';
import { signToken } from '../local/keys.ts';
import { calm } from './support/calm.ts';
import { median } from './support/figures.ts';
import { publish } from './support/publish.ts';

/**
 * npm run bench -- start: what a newcomer waits for after the installation, from the command to the first
 * answered request, in a checkout that was never started: its bundles, tables and data are made.
 */

const ROUNDS = 5;
/** Seconds. */
const LONGEST = 15;
const FIRST_CALL = '/utilisateurs?limite=3';

async function firstAnswer(): Promise<number> {
  await calm();
  const headers = { authorization: `Bearer ${await signToken('bibliothecaire')}` };
  const begun = performance.now();
  const system = await startSystem();
  try {
    const { status } = await fetch(system.url + FIRST_CALL, { headers });
    if (status !== 200) throw new Error(`the first request was answered by ${status}`);
    return (performance.now() - begun) / 1000;
  } finally {
    await system.stop();
  }
}

const seconds: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) seconds.push(await firstAnswer());

const rows = [
  {
    'médiane, s': median(seconds),
    'au mieux, s': Math.min(...seconds),
    'au pire, s': Math.max(...seconds),
  },
];
await publish('start', [{ title: `De la commande à la première réponse, ${ROUNDS} démarrages à neuf`, rows }], seconds);
if (median(seconds) > LONGEST) console.error(`Plus de ${LONGEST} s jusqu'à la première réponse.`);
process.exit(median(seconds) > LONGEST ? 1 : 0);
