import { generate, isCheck } from '../generated.ts';
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
generate(FILE, await presentation(readFacts()), 'slides');
if (!isCheck) await toPdf(FILE);
