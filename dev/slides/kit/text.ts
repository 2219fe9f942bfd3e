import { COLOUR, FONT, SIZE } from '../theme.ts';
import type { Run, ShapeName, Slide, TextLook } from './library.ts';
import { typeset } from './typeset.ts';

/** Text on a page, alone or in a shape. Boxes have no inner margin, so that what is written is where the box is. */

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** One paragraph, or several. `**…**` is bold, and what stands between backquotes is code. */
export type Words = string | string[];

export interface Style {
  size?: number;
  colour?: string;
  font?: string;
  isBold?: boolean;
  align?: 'left' | 'center' | 'right';
  valign?: 'top' | 'middle' | 'bottom';
  hasBullets?: boolean;
  /** Points between two paragraphs. */
  gap?: number;
  /** Points from one line to the next, for code, whose lines are broken by hand. */
  leading?: number;
}

/** What a shape is called in the file; a connector is tied to it by this name. */
export interface Named {
  name: string;
  box: Box;
}

const MARKED = /\*\*(.+?)\*\*|`(.+?)`/g;

/** Splits one paragraph into runs of the same look. */
function runsOf(paragraph: string, { size = SIZE.text, colour = COLOUR.ink, font = FONT.text, isBold }: Style): Run[] {
  const isCode = font === FONT.code;
  const run = (text: string, more: Run['options'] = {}): Run => ({
    text,
    options: { fontFace: font, fontSize: size, color: colour, bold: isBold ?? false, ...more },
  });
  const plain = (text: string, more: Run['options'] = {}): Run => run(isCode ? text : typeset(text), more);
  const runs: Run[] = [];
  let end = 0;
  for (const { 0: whole, 1: bold, 2: code = '', index } of paragraph.matchAll(MARKED)) {
    if (index > end) runs.push(plain(paragraph.slice(end, index)));
    runs.push(bold ? plain(bold, { bold: true }) : run(code, { fontFace: FONT.code, bold: true, fontSize: size - 2 }));
    end = index + whole.length;
  }
  return end < paragraph.length || runs.length === 0 ? [...runs, plain(paragraph.slice(end))] : runs;
}

/** Writes paragraphs as the library takes them: alignment on every run, what else concerns a paragraph on its first. */
export function paragraphs(words: Words, { align = 'left', gap, leading, hasBullets, ...style }: Style = {}): Run[] {
  return [words].flat().flatMap((paragraph, i) => {
    const runs = runsOf(paragraph, style);
    return runs.map(
      ({ text, options }, at): Run => ({
        text: text as string,
        options: {
          ...options,
          align,
          ...(leading !== undefined && { lineSpacing: leading }),
          ...(at === 0 && i > 0 && gap !== undefined && { paraSpaceBefore: gap }),
          ...(at === 0 && hasBullets && { bullet: { indent: 14 } }),
          ...(at === runs.length - 1 && { breakLine: true }),
        },
      }),
    );
  });
}

const placed = ({ x, y, w, h }: Box, { align = 'left', valign = 'top' }: Style) =>
  ({ x, y, w, h, align, valign, margin: 0, fit: 'none', wrap: true }) as const;

/** Writes runs that have their look already. */
export const put = (slide: Slide, box: Box, runs: Run[], more: TextLook = {}): void =>
  void slide.addText(runs, { ...box, margin: 0, valign: 'top', fit: 'none', ...more });

/** Writes without a shape round it. */
export function write(slide: Slide, box: Box, words: Words, style: Style = {}): void {
  slide.addText(paragraphs(words, style), placed(box, style));
}

interface Look {
  fill?: string;
  line?: string;
  /** Points; 1 when nothing is said. */
  lineWidth?: number;
  /** Inches. */
  radius?: number;
}

type Kind = 'rect' | 'roundRect' | 'ellipse' | 'can' | 'homePlate';

/** Draws a shape, with its text in its middle if it has any. */
export function shape(
  slide: Slide,
  kind: Kind,
  box: Box,
  { fill, line, lineWidth = 1, radius = 0.08 }: Look,
  { name, words, ...style }: Style & { name?: string; words?: Words } = {},
): Named {
  const look = {
    ...(fill && { fill: { color: fill } }),
    ...(line && { line: { color: line, width: lineWidth } }),
    ...(kind === 'roundRect' && { rectRadius: radius }),
    ...(name && { objectName: name }),
  };
  if (words === undefined) slide.addShape(kind as ShapeName, { ...box, ...look });
  else {
    const centred = { align: 'center', valign: 'middle', ...style } as const;
    slide.addText(paragraphs(words, centred), { ...placed(box, centred), ...look, shape: kind as ShapeName });
  }
  return { name: name ?? '', box };
}

/** Draws a filled shape with words in white. */
export const label = (
  slide: Slide,
  kind: Kind,
  box: Box,
  fill: string,
  words: Words,
  style: Style & { name?: string } = {},
): Named => shape(slide, kind, box, { fill }, { words, isBold: true, colour: COLOUR.white, ...style });
