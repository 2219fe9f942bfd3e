import { ASSOCIATIONS, type Association } from '../../../seed/model/associations.ts';

/** Where boxes stand: four columns and two rows, chosen so that no two associations cross. Lengths are in SVG units. */

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  /** `x` and `y` are the middle. */
  width: number;
  height: number;
}

const GRID = [
  ['mouvement', 'penalite', 'emprunt', 'exemplaire'],
  ['adhesion', 'utilisateur', 'reservation', 'livre'],
];

/** How far the second of two associations between the same entities stands below the first. */
const APART = 140;
const MARGIN = 24;

export interface Layout {
  width: number;
  height: number;
  boxes: Map<string, Box>;
  /** The middle of each association, by its verb. */
  middles: Map<string, Point>;
}

const keyOf = ({ legs }: Association): string => legs.map(([entity]) => entity).join();

const sum = (lengths: number[]): number => lengths.reduce((all, length) => all + length, 0);

/** @param sizes each entity's box, by name @param gap between columns, and between rows */
export function place(sizes: Map<string, Pick<Box, 'width' | 'height'>>, gap: Pick<Box, 'width' | 'height'>): Layout {
  const size = (name: string) => sizes.get(name) ?? { width: 0, height: 0 };
  const columns = (GRID[0] ?? []).map((_, column) => Math.max(...GRID.map((row) => size(row[column] ?? '').width)));
  const rows = GRID.map((names) => Math.max(...names.map((name) => size(name).height)));
  /** The middle of a column or a row. */
  const middle = (lengths: number[], gap: number, at: number) =>
    MARGIN + sum(lengths.slice(0, at)) + at * gap + (lengths[at] ?? 0) / 2;
  const boxes = new Map(
    GRID.flatMap((names, row) =>
      names.map((name, column): [string, Box] => [
        name,
        { ...size(name), x: middle(columns, gap.width, column), y: middle(rows, gap.height, row) },
      ]),
    ),
  );
  return {
    width: 2 * MARGIN + sum(columns) + (columns.length - 1) * gap.width,
    height: 2 * MARGIN + sum(rows) + (rows.length - 1) * gap.height,
    boxes,
    middles: new Map(ASSOCIATIONS.map((association) => [association.verb, middleOf(association, boxes)])),
  };
}

/** Half way between the sides of the two boxes that face each other. */
function middleOf(association: Association, boxes: Map<string, Box>): Point {
  const [one, other] = association.legs.map(([entity]) => boxes.get(entity) as Box) as [Box, Box];
  const same = ASSOCIATIONS.filter((found) => keyOf(found) === keyOf(association));
  const shift = (same.indexOf(association) - (same.length - 1) / 2) * APART;
  return { x: between('x', 'width', one, other), y: between('y', 'height', one, other) + shift };
}

function between(axis: 'x' | 'y', side: 'width' | 'height', one: Box, other: Box): number {
  const [before, after] = one[axis] < other[axis] ? [one, other] : [other, one];
  if (before[axis] === after[axis]) return before[axis];
  return (before[axis] + before[side] / 2 + after[axis] - after[side] / 2) / 2;
}

/** Where a line from a point to a box ends: straight at it where it can, else towards its middle. */
export function edge(box: Box, from: Point): Point {
  const [halfWidth, halfHeight] = [box.width / 2, box.height / 2];
  const [dx, dy] = [from.x - box.x, from.y - box.y];
  if (Math.abs(dy) < halfHeight) return { x: box.x + Math.sign(dx) * halfWidth, y: from.y };
  if (Math.abs(dx) < halfWidth) return { x: from.x, y: box.y + Math.sign(dy) * halfHeight };
  const scale = Math.min(halfWidth / Math.abs(dx), halfHeight / Math.abs(dy));
  return { x: box.x + dx * scale, y: box.y + dy * scale };
}
