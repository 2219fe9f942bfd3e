import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** npm run bench [-- part…] runs all parts, or those named, one after the other, each in a process of its own. */
const PARTS = ['cold', 'cost', 'search', 'gateway', 'import'];

const asked = process.argv.slice(2);
const unknown = asked.find((part) => !PARTS.includes(part));
if (unknown) throw new Error(`Partie inconnue : ${unknown}. Les parties : ${PARTS.join(', ')}.`);

for (const part of asked.length > 0 ? asked : PARTS) {
  console.log(`\n— ${part} —`);
  const file = fileURLToPath(new URL(`${part}.ts`, import.meta.url));
  if (spawnSync(process.execPath, [file], { stdio: 'inherit' }).status !== 0) process.exitCode = 1;
}
