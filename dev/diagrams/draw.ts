import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Draws every `*.mmd` of docs/diagrams into the `*.svg` beside it, with labels as SVG text: an SVG
 * shown as an image (GitHub, PDF, slides) may hold no HTML.
 *
 * The tool is far larger than the project and seldom needed: it is fetched when asked for.
 */
const PACKAGES = ['@mermaid-js/mermaid-cli@12.2.0', 'puppeteer@25.16.0'];

const { CHROMIUM = '/usr/bin/chromium' } = process.env;
if (!existsSync(CHROMIUM)) {
  console.error(`Il n'y a pas de Chromium à ${CHROMIUM} : installez-le, ou donnez son chemin dans CHROMIUM.`);
  process.exit(1);
}

const folder = join(import.meta.dirname, '../../docs/diagrams');
const scratch = mkdtempSync(join(tmpdir(), 'diagrammes-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

const puppeteer = join(scratch, 'puppeteer.json');
// Chromium refuses its sandbox to root, as in a container.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
writeFileSync(puppeteer, JSON.stringify({ executablePath: CHROMIUM, args }));

for (const source of readdirSync(folder).filter((name) => name.endsWith('.mmd'))) {
  const name = source.slice(0, -'.mmd'.length);
  const { status } = spawnSync(
    'npx',
    [
      ...['--yes', ...PACKAGES.flatMap((name) => ['--package', name]), '--', 'mmdc', '--quiet'],
      ...['--input', join(folder, source), '--output', join(folder, `${name}.svg`), '--svgId', name],
      ...['--configFile', join(import.meta.dirname, 'mermaid.json'), '--puppeteerConfigFile', puppeteer],
    ],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: 'true' },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  console.log(`${name}.svg`);
}
