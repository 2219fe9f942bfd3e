import { ASSOCIATIONS } from '../../../seed/model/associations.ts';
import type { Table } from '../../../seed/model/model.ts';
import { TABLES } from '../../../seed/model/tables.ts';
import { generate } from '../../generated.ts';
import { attributesOf, identifierOf, marked } from './keys.ts';
import { type Box, edge, type Layout, type Point, place } from './place.ts';
import { drawing, type Entry, LINE, line, rectangle, sizeOf, text, titledBox, widthOf } from './svg.ts';

/**
 * Draws the conceptual and the relational model as Merise does, from the tables and associations of seed/model.
 *
 *   npm run mcd               rewrites docs/diagrams/mcd.svg and mld.svg
 *   npm run mcd -- --check    exits 1 when one of them is stale
 */

const attributes = (table: Table): Entry[] =>
  attributesOf(table).map((words) => ({ words, isUnderlined: words === identifierOf(table) }));

/** A table's columns: `#` for a foreign key, `°` for what is unique, and which may be left empty. */
function columnsOf(table: Table): Entry[] {
  const [primary] = Object.keys(table.columns);
  return Object.entries(table.columns).map(([column, { isOptional }]) => ({
    words: marked(table, column),
    isUnderlined: column === primary,
    ...(isOptional ? { remark: 'NULL' } : {}),
  }));
}

const layoutOf = (entriesOf: (table: Table) => Entry[], gap: Pick<Box, 'width' | 'height'>): Layout =>
  place(new Map(TABLES.map((table) => [table.name, sizeOf(table.name.toUpperCase(), entriesOf(table))])), gap);

const boxesOf = ({ boxes }: Layout, entriesOf: (table: Table) => Entry[], titled: (name: string) => string): string[] =>
  TABLES.map((table) => titledBox(boxes.get(table.name) as Box, titled(table.name), entriesOf(table)));

/** Beside a line, near where it leaves a box: above it, or on its right where it is upright. */
function beside(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const normal = dx === 0 ? { x: 1, y: 0 } : { x: dy * Math.sign(dx), y: -Math.abs(dx) };
  const away = 34 * Math.abs(normal.x) + 22 * Math.abs(normal.y);
  return { x: from.x + dx * 40 + normal.x * away, y: from.y + dy * 40 + normal.y * away + 10 };
}

function conceptual(): string {
  const layout = layoutOf(attributes, { width: 360, height: 350 });
  const links = ASSOCIATIONS.map(({ verb, legs }) => {
    const middle = layout.middles.get(verb) as Point;
    const ends = legs.map(([entity, cardinality]) => ({
      cardinality,
      end: edge(layout.boxes.get(entity) as Box, middle),
    }));
    const round = { ...middle, width: widthOf(verb) + 40, height: 58 };
    return {
      lines: ends.map(({ end }) => line(end, middle)),
      shapes: [
        rectangle(round, 'rx="29" class="round"'),
        text({ x: middle.x, y: middle.y + 9 }, verb, 'class="verb"'),
        ...ends.map(({ end, cardinality }) => text(beside(end, middle), cardinality, 'class="cardinality"')),
      ],
    };
  });
  return drawing(layout.width, layout.height, 'Modèle conceptuel de données', [
    ...links.flatMap(({ lines }) => lines),
    ...links.flatMap(({ shapes }) => shapes),
    ...boxesOf(layout, attributes, (name) => name.toUpperCase()),
  ]);
}

function relational(): string {
  const layout = layoutOf(columnsOf, { width: 260, height: 220 });
  const links = ASSOCIATIONS.map(({ verb, legs: [[target], [holder]] }) => {
    const middle = layout.middles.get(verb) as Point;
    const table = TABLES.find(({ name }) => name === holder);
    const keys = Object.values(table?.references ?? {}).filter((reference) => reference.verb === verb);
    const [from, to] = [edge(layout.boxes.get(holder) as Box, middle), edge(layout.boxes.get(target) as Box, middle)];
    const words = [verb, ...keys.map(({ columns: [key] }) => `#${key}`)];
    // A level line passes between the verb and the key; another is interrupted by them.
    const isLevel = from.y === to.y;
    const shade = {
      x: middle.x,
      y: middle.y + 4 + ((words.length - 2) * LINE) / 2,
      width: Math.max(...words.map((word) => widthOf(word))) + 20,
      height: words.length * LINE + 4,
    };
    return {
      lines: [line(from, middle), line(middle, to, 'marker-end="url(#arrow)"')],
      shapes: [
        ...(isLevel ? [] : [rectangle(shade, 'class="shade"')]),
        ...words.map((word, i) =>
          text({ x: middle.x, y: middle.y - 12 + i * LINE }, word, `class="${i === 0 ? 'verb' : 'middle'}"`),
        ),
      ],
    };
  });
  return drawing(layout.width, layout.height, 'Modèle logique de données', [
    ...links.flatMap(({ lines }) => lines),
    ...links.flatMap(({ shapes }) => shapes),
    ...boxesOf(layout, columnsOf, (name) => name),
  ]);
}

for (const [name, svg] of Object.entries({ mcd: conceptual(), mld: relational() }))
  generate(new URL(`../../../docs/diagrams/${name}.svg`, import.meta.url), svg, 'mcd');
