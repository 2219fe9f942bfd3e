import { COLOUR } from '../theme.ts';
import type { Slide } from './library.ts';
import type { Box, Named } from './text.ts';

/** Lines between shapes. One that is tied to two shapes follows them when they are moved (package.ts). */

type Side = 'top' | 'left' | 'bottom' | 'right';

export interface Point {
  x: number;
  y: number;
}

interface LineLook {
  colour?: string;
  /** Points. */
  width?: number;
  isDashed?: boolean;
  head?: 'none' | 'end' | 'both';
}

export const centre = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 });

const POINTS: Record<Side, (box: Box) => Point> = {
  top: ({ x, y, w }) => ({ x: x + w / 2, y }),
  left: ({ x, y, h }) => ({ x, y: y + h / 2 }),
  bottom: ({ x, y, w, h }) => ({ x: x + w / 2, y: y + h }),
  right: ({ x, y, w, h }) => ({ x: x + w, y: y + h / 2 }),
};

/** What begins the name of a connector in the file. */
export const FREE = 'ligne';
export const TIED = 'lien';

function draw(slide: Slide, from: Point, to: Point, name: string, look: LineLook): void {
  const { colour = COLOUR.soft, width = 1.5, isDashed = false, head = 'none' } = look;
  slide.addShape('line', {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    w: Math.abs(to.x - from.x),
    h: Math.abs(to.y - from.y),
    flipH: to.x < from.x,
    flipV: to.y < from.y,
    line: {
      color: colour,
      width,
      ...(isDashed && { dashType: 'dash' as const }),
      ...(head !== 'none' && { endArrowType: 'triangle' as const }),
      ...(head === 'both' && { beginArrowType: 'triangle' as const }),
    },
    objectName: name,
  });
}

/** Draws a straight line between two points. */
export const line = (slide: Slide, from: Point, to: Point, look: LineLook = {}): void =>
  draw(slide, from, to, FREE, look);

/** Ties the middle of a side of one shape to the middle of a side of another. */
export const link = (slide: Slide, from: [Named, Side], to: [Named, Side], look: LineLook = {}): void => {
  const ends = [from, to].map(([{ name }, side]) => `${name}@${side}`);
  draw(slide, POINTS[from[1]](from[0].box), POINTS[to[1]](to[0].box), `${TIED} ${ends.join(' > ')}`, look);
};
