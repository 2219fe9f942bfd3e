import { readFile, writeFile } from 'node:fs/promises';
import { presentation } from './document.ts';
import { readFacts } from './facts.ts';
import { toPdf } from './pdf.ts';

/**
 * Writes the presentation.
 *
 *   npm run slides               writes docs/presentation/presentation.pptx, and the PDF of it by LibreOffice
 *   npm run slides -- --record   first asks a system that was just started what the slides show
 *   npm run slides -- --check    exits 1 when the file is not what the sources make
 */

const FILE = new URL('../../docs/presentation/presentation.pptx', import.meta.url);

if (process.argv.includes('--record')) await import('./record.ts');
const bytes = await presentation(readFacts());
if (!process.argv.includes('--check')) {
  await writeFile(FILE, bytes);
  await toPdf(FILE);
} else if (!(await readFile(FILE)).equals(bytes)) {
  console.error('Les diapositives ne correspondent plus à leurs sources : lancez « npm run slides ».');
  process.exitCode = 1;
}
