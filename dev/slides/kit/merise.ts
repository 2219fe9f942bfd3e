import { edge } from '../../diagrams/merise/place.ts';
import { type Accent, COLOUR, FONT, SIZE } from '../theme.ts';
import type { Slide } from './library.ts';
import { centre, line, type Point } from './link.ts';
import { type Box, label, type Named, put, shape, write } from './text.ts';

/** The parts of a conceptual model as Merise draws it: entities in boxes, associations rounded, cardinalities beside. */

const TITLE = 0.34;
const ROW = 0.222;
const PILL = 0.36;

/** Draws an entity. @param place the middle of its top, and its width */
export function entity(
  slide: Slide,
  { x, y, w }: Point & { w: number },
  accent: Accent,
  title: string,
  attributes: string[],
  identifier: string | undefined,
): Named {
  const h = attributes.length * ROW;
  const box = { x: x - w / 2, y, w, h: TITLE + h + 0.1 };
  const look = { fill: accent.pale, line: accent.strong, lineWidth: 1.5 };
  const frame = shape(slide, 'rect', box, look, { name: `entité ${title}` });
  label(slide, 'rect', { ...box, h: TITLE }, accent.strong, title, { size: 15 });
  const runs = attributes.map((text) => {
    const underlined = text === identifier && { underline: { style: 'sng' as const }, bold: true };
    const options = { fontFace: FONT.text, fontSize: SIZE.least, color: COLOUR.ink, breakLine: true, ...underlined };
    return { text, options };
  });
  const inner = { x: box.x + 0.1, y: y + TITLE + 0.04, w: w - 0.14, h: h + 0.04 };
  put(slide, inner, runs, { lineSpacing: 16 });
  return frame;
}

/** Half way between the sides of two boxes that face each other, on one axis. */
function between([a, lengthA]: [number, number], [b, lengthB]: [number, number]): number {
  if (a < b + lengthB && b < a + lengthA) return (Math.max(a, b) + Math.min(a + lengthA, b + lengthB)) / 2;
  const [end, start] = a < b ? [a + lengthA, b] : [b + lengthB, a];
  return (end + start) / 2;
}

/** Where a cardinality stands: inches along the line from the entity, and off it. */
const BESIDE = {
  upright: { along: 0.2, x: 0.24, y: 0 },
  level: { along: 0.22, x: 0, y: -0.15 },
  slanting: { along: 0.36, x: -0.24, y: -0.06 },
};

interface End {
  of: Named;
  cardinality: string;
}

/** Draws an association between two entities. @param shift inches by which it stands below the middle */
export function association(slide: Slide, verb: string, ends: End[], shift: number): void {
  const [one, other] = ends.map(({ of }) => of.box) as [Box, Box];
  const middle = {
    x: between([one.x, one.w], [other.x, other.w]),
    y: between([one.y, one.h], [other.y, other.h]) + shift,
  };
  for (const { of, cardinality } of ends) {
    const end = edge({ ...centre(of.box), width: of.box.w, height: of.box.h }, middle);
    line(slide, middle, end, { colour: COLOUR.ink });
    const length = Math.hypot(middle.x - end.x, middle.y - end.y);
    const [dx, dy] = [(middle.x - end.x) / length, (middle.y - end.y) / length];
    // On the right of an upright line, above a level one, above on the left of one that slants.
    const { along, x, y } = Math.abs(dx) < 0.2 ? BESIDE.upright : Math.abs(dy) < 0.2 ? BESIDE.level : BESIDE.slanting;
    const at = { x: end.x + dx * along + x, y: end.y + dy * along + y };
    const style = { size: SIZE.least, isBold: true, align: 'center', valign: 'middle' } as const;
    write(slide, { x: at.x - 0.2, y: at.y - 0.13, w: 0.4, h: 0.26 }, cardinality, style);
  }
  const w = 0.26 + verb.length * 0.105;
  const box = { x: middle.x - w / 2, y: middle.y - PILL / 2, w, h: PILL };
  const look = { fill: 'FFF3D1', line: '8A6414', lineWidth: 1.5, radius: PILL / 2 };
  shape(slide, 'roundRect', box, look, { name: `association ${verb}`, words: verb, size: SIZE.least, isBold: true });
}
