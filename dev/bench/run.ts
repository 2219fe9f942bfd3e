import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** npm run bench [-- part…]: all parts or those named, one after the other, each in a process of its own. */
const PARTS = ['start', 'cold', 'warm', 'memory', 'gateway', 'cost', 'growth', 'search'];

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`Partie inconnue : ${unknown.join(', ')}. Les parties : ${PARTS.join(', ')}.`);
  process.exit(1);
}

const failed = (asked.length > 0 ? asked : PARTS).filter((part) => {
  console.log(`\n— ${part} —`);
  const file = fileURLToPath(new URL(`${part}.ts`, import.meta.url));
  return spawnSync(process.execPath, [file], { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`\nUn seuil est manqué ou la mesure a échoué : ${failed.join(', ')}.`);
  process.exit(1);
}
