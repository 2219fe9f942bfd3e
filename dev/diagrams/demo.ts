import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';

/** Draws docs/images/demo.svg: the demonstration in a terminal, as it really went against the running system. */

const FILE = new URL('../../docs/images/demo.svg', import.meta.url);
const CHAPTER = '5. ';

const FONT = 14;
const LINE = 20;
/** The width of a character of nearly every monospaced font, in its height. */
const RATIO = 0.602;
const MARGIN = 20;
const COLOURS: Record<string, string> = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 36: '#76e3ea' };
const OFF: Record<string, string> = { 22: 'style', 39: 'colour' };

const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A line with its terminal colours, as SVG. */
function drawn(line: string, top: number): string {
  const marks = { style: '', colour: '' };
  const spans = line.split('\u001b[').map((part, index) => {
    const [, codes = '', text = ''] = index === 0 ? ['', '', part] : (/^([\d;]+)m(.*)$/s.exec(part) ?? []);
    for (const code of codes.split(';')) {
      if (code === '1') marks.style = ' font-weight="bold"';
      if (code === '2') marks.style = ' opacity="0.6"';
      if (COLOURS[code]) marks.colour = ` fill="${COLOURS[code]}"`;
      if (OFF[code]) marks[OFF[code] as keyof typeof marks] = '';
    }
    return text && `<tspan${marks.style}${marks.colour}>${escaped(text)}</tspan>`;
  });
  return `<text xml:space="preserve" x="${MARGIN}" y="${top}">${spans.join('')}</text>`;
}

const { stdout } = await promisify(execFile)(
  process.execPath,
  ['--disable-warning=DEP0176', fileURLToPath(new URL('../postman/demo.ts', import.meta.url))],
  { env: { ...process.env, FORCE_COLOR: '1' } },
);
const all = stdout.trimEnd().split('\n');
const isChapter = (line: string) => /^\d\. /.test(stripVTControlCharacters(line));
const from = all.findIndex((line) => stripVTControlCharacters(line).startsWith(CHAPTER));
const to = all.findIndex((line, index) => index > from && isChapter(line));
const lines = ['$ npm run demo', '…', '', ...all.slice(from, to - 1), '', '…', '', all.at(-1) ?? ''];

const columns = Math.max(...lines.map((line) => stripVTControlCharacters(line).length));
const width = Math.ceil(columns * FONT * RATIO) + 2 * MARGIN;
const height = lines.length * LINE + 2 * MARGIN;
await mkdir(new URL('.', FILE), { recursive: true });
await writeFile(
  FILE,
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>La démonstration dans un terminal</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${FONT}" fill="#e6edf3">
${lines.map((line, index) => drawn(line, MARGIN + (index + 0.75) * LINE)).join('\n')}
</g>
</svg>
`,
);
