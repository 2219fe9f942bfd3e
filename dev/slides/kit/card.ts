import { ACCENT, type Accent, COLOUR, INNER, MARGIN, SIZE } from '../theme.ts';
import type { Slide } from './library.ts';
import { type Box, label, type Style, shape, type Words, write } from './text.ts';

const PAD = 0.22;
const BAR = 0.09;

/** A pale box with a bar of its colour on the left, a heading, and words under it. */
export function card(
  slide: Slide,
  box: Box,
  accent: Accent,
  { heading, words, ...style }: Style & { heading?: string; words?: Words },
): void {
  const { x, y, w, h } = box;
  shape(slide, 'rect', box, { fill: accent.pale });
  shape(slide, 'rect', { x, y, w: BAR, h }, { fill: accent.strong });
  const inner = { x: x + BAR + PAD, w: w - BAR - 2 * PAD };
  const head = heading ? 0.4 : 0;
  if (heading) {
    write(slide, { ...inner, y: y + 0.14, h: head }, heading, { size: 20, isBold: true, colour: accent.strong });
  }
  if (words) {
    const top = y + 0.14 + head + (heading ? 0.06 : 0);
    write(slide, { ...inner, y: top, h: y + h - 0.12 - top }, words, { gap: 5, ...style });
  }
}

/** A band for the one sentence of a page that is to be kept. */
export const keepsake = (slide: Slide, words: string, box: Partial<Box> = {}, accent = ACCENT.common): void =>
  void label(slide, 'rect', { x: MARGIN, y: 6.15, w: INNER, h: 0.62, ...box }, accent.strong, words, { size: 20 });

/** A small rounded label. */
export const pill = (slide: Slide, box: Box, fill: string, words: string, style: Style = {}): void => {
  const look = { fill, radius: box.h / 2 };
  shape(slide, 'roundRect', box, look, { words, size: SIZE.least, isBold: true, colour: COLOUR.white, ...style });
};
