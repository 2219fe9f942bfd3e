import type { Box, Point } from './place.ts';

/** The shapes of which both drawings are made, as SVG text: an SVG shown as an image can hold no HTML. */

export const FONT = 28;
export const LINE = 38;
/** The widths of letters of Liberation Sans or Arial, as parts of their size: a little more than most have. */
const [SMALL, CAPITAL] = [0.52, 0.74];

export const widthOf = (text: string, size = FONT): number =>
  Array.from(text, (letter) => (/[A-Z]/.test(letter) ? CAPITAL : SMALL) * size).reduce((sum, width) => sum + width, 0);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const round = (value: number): number => Math.round(value * 10) / 10;

export const text = ({ x, y }: Point, words: string, attributes = ''): string =>
  `<text x="${round(x)}" y="${round(y)}"${attributes && ` ${attributes}`}>${escaped(words)}</text>`;

export const line = (from: Point, to: Point, attributes = ''): string =>
  `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}"${attributes && ` ${attributes}`}/>`;

export const rectangle = ({ x, y, width, height }: Box, attributes: string): string =>
  `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" ${attributes}/>`;

/** A line of a box: its words from the left, a remark from the right. */
export interface Entry {
  words: string;
  isUnderlined: boolean;
  remark?: string;
}

const TITLE = 52;
const PADDING = 16;

export const sizeOf = (title: string, entries: Entry[]): Pick<Box, 'width' | 'height'> => ({
  width:
    2 * PADDING +
    Math.max(widthOf(title, FONT + 4), ...entries.map(({ words, remark = '' }) => widthOf(`${words}  ${remark}`))),
  height: TITLE + entries.length * LINE + PADDING,
});

/** A box with a title above a rule, and a line for each entry. */
export function titledBox(box: Box, title: string, entries: Entry[]): string {
  const [left, right, top] = [box.x - box.width / 2, box.x + box.width / 2, box.y - box.height / 2];
  const shown = entries.flatMap(({ words, isUnderlined, remark }, i) => {
    const y = top + TITLE + (i + 0.8) * LINE;
    return [
      text({ x: left + PADDING, y }, words, isUnderlined ? 'text-decoration="underline"' : ''),
      ...(remark ? [text({ x: right - PADDING, y }, remark, 'class="remark"')] : []),
    ];
  });
  return [
    rectangle(box, 'class="box"'),
    line({ x: left, y: top + TITLE }, { x: right, y: top + TITLE }),
    text({ x: box.x, y: top + TITLE - 14 }, title, 'class="title"'),
    ...shown,
  ].join('\n');
}

const STYLE = `text { font: ${FONT}px "Liberation Sans", Arial, Helvetica, sans-serif; fill: #111 }
.title { font-size: ${FONT + 4}px; font-weight: bold; text-anchor: middle }
.middle { text-anchor: middle }
.verb { font-weight: bold; text-anchor: middle }
.cardinality { font-weight: bold; font-size: ${FONT + 4}px; text-anchor: middle }
.shade { fill: #fff }
.remark { text-anchor: end; fill: #777; font-style: italic }
line { stroke: #333; stroke-width: 2.5 }
.box { fill: #eef4fb; stroke: #1f4e79; stroke-width: 3 }
.round { fill: #fff4d6; stroke: #8a6200; stroke-width: 3 }`;

export const drawing = (width: number, height: number, title: string, parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" role="img">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z" fill="#333"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
