import { type Accent, COLOUR, SIZE } from '../theme.ts';
import type { Slide } from './library.ts';
import { line, type Point } from './link.ts';
import { type Box, type Named, shape, write } from './text.ts';

/** The parts of a use case diagram. */

/** Draws a person by its head, with a name under it; what it is tied to is tied to an invisible box round it. */
export function actor(slide: Slide, { x, y }: Point, name: string, colour: string): Named {
  const look = { colour, width: 2.5 };
  shape(slide, 'ellipse', { x: x - 0.17, y, w: 0.34, h: 0.34 }, { line: colour, lineWidth: 2.5, fill: COLOUR.white });
  line(slide, { x, y: y + 0.34 }, { x, y: y + 0.82 }, look);
  line(slide, { x: x - 0.32, y: y + 0.5 }, { x: x + 0.32, y: y + 0.5 }, look);
  line(slide, { x, y: y + 0.82 }, { x: x - 0.26, y: y + 1.2 }, look);
  line(slide, { x, y: y + 0.82 }, { x: x + 0.26, y: y + 1.2 }, look);
  write(slide, { x: x - 0.95, y: y + 1.26, w: 1.9, h: 0.34 }, name, { align: 'center', isBold: true });
  return shape(slide, 'rect', { x: x - 0.45, y: y - 0.05, w: 0.9, h: 1.3 }, {}, { name: `acteur ${name}` });
}

export const useCase = (slide: Slide, box: Box, words: string, { pale, strong }: Accent): Named => {
  const look = { fill: pale, line: strong, lineWidth: 1.5 };
  return shape(slide, 'ellipse', box, look, { name: `cas ${words}`, words, size: SIZE.small });
};
