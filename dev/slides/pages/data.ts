import { ASSOCIATIONS } from '../../../seed/model/associations.ts';
import type { Table } from '../../../seed/model/model.ts';
import { TABLES } from '../../../seed/model/tables.ts';
import { attributesOf, foreign, identifierOf, marked } from '../../diagrams/merise/keys.ts';
import { card } from '../kit/card.ts';
import type { Presentation, Run } from '../kit/library.ts';
import { association, entity } from '../kit/merise.ts';
import { page } from '../kit/page.ts';
import { table } from '../kit/table.ts';
import { shape, write } from '../kit/text.ts';
import * as texts from '../texts/data.ts';
import { ACCENT, type Accent, COLOUR, FONT, INNER, MARGIN, type Service, SIZE, TOP } from '../theme.ts';

const PART = 'Les données';

const SERVICE: Record<string, Service> = {
  utilisateur: 'users',
  adhesion: 'users',
  penalite: 'users',
  mouvement: 'users',
  livre: 'books',
  exemplaire: 'books',
  emprunt: 'loans',
  reservation: 'loans',
};

const accentOf = (table: string): Accent => ACCENT[SERVICE[table] as Service];

/** The middle of each entity across the page, and where its top is. */
const PLACES: Record<string, { x: number; y: number; w: number }> = {
  mouvement: { x: 1.42, y: 1.42, w: 1.64 },
  penalite: { x: 4.9, y: 1.55, w: 1.5 },
  emprunt: { x: 8.57, y: 1.42, w: 1.55 },
  exemplaire: { x: 12, y: 1.55, w: 1.46 },
  adhesion: { x: 1.42, y: 4.72, w: 1.64 },
  utilisateur: { x: 4.9, y: 5.05, w: 1.5 },
  reservation: { x: 8.57, y: 4.72, w: 1.95 },
  livre: { x: 12, y: 4.42, w: 1.46 },
};

export function mcd(pptx: Presentation): void {
  const slide = page(pptx, texts.mcd, PART);
  const boxes = new Map(
    TABLES.map((table) => {
      const { x, y, w } = PLACES[table.name] as (typeof PLACES)[string];
      const title = table.name.toUpperCase();
      return [
        table.name,
        entity(
          slide,
          { x, y, w },
          accentOf(table.name),
          texts.ACCENTED[title] ?? title,
          attributesOf(table),
          identifierOf(table),
        ),
      ];
    }),
  );
  for (const { verb, legs } of ASSOCIATIONS) {
    const same = ASSOCIATIONS.filter((other) => other.legs.every(([name], i) => name === legs[i]?.[0]));
    const shift = (same.findIndex((other) => other.verb === verb) - (same.length - 1) / 2) * 0.8;
    const ends = legs.map(([name, cardinality]) => ({
      of: boxes.get(name) as NonNullable<ReturnType<typeof boxes.get>>,
      cardinality,
    }));
    association(slide, texts.ACCENTED[verb] ?? verb, ends, shift);
  }
}

/** A relation as it is written: its key underlined, `#` before a foreign key, `°` after what is unique. */
function relation(table: Table): Run[] {
  const [primary] = Object.keys(table.columns);
  const columns = Object.entries(table.columns);
  return columns.flatMap(([column, { isOptional }], i) => {
    const options = { fontFace: FONT.text, fontSize: SIZE.small, color: COLOUR.ink };
    return [
      {
        text: marked(table, column),
        options: {
          ...options,
          bold: column === primary || foreign(table).includes(column),
          italic: Boolean(isOptional),
          ...(column === primary && { underline: { style: 'sng' as const } }),
        },
      },
      ...(i < columns.length - 1 ? [{ text: ', ', options }] : []),
    ];
  });
}

export function mld(pptx: Presentation): void {
  const slide = page(pptx, texts.mld, PART);
  /** The relations that take two lines. */
  const LONG = ['adhesion', 'emprunt', 'reservation'];
  let y = 1.48;
  for (const found of TABLES) {
    const h = LONG.includes(found.name) ? 0.66 : 0.48;
    const accent = accentOf(found.name);
    shape(slide, 'rect', { x: MARGIN, y, w: INNER, h }, { fill: accent.pale });
    shape(
      slide,
      'rect',
      { x: MARGIN, y, w: 1.75, h },
      { fill: accent.strong },
      { words: found.name, size: SIZE.text, isBold: true, colour: COLOUR.white },
    );
    slide.addText(relation(found), {
      x: MARGIN + 1.95,
      y,
      w: INNER - 2.1,
      h,
      margin: 0,
      valign: 'middle',
      fit: 'none',
    });
    y += h + 0.08;
  }
  const { legend } = texts.mld;
  const size = SIZE.small;
  const run = (text: string, more: Run['options'] = {}): Run => ({
    text,
    options: { fontFace: FONT.text, fontSize: size, color: COLOUR.soft, ...more },
  });
  slide.addText(
    [
      run(legend.primary, { underline: { style: 'sng' } }),
      run(` ${legend.keys} `),
      run(legend.optional, { italic: true }),
    ],
    { x: MARGIN + 1.95, y: y + 0.02, w: INNER - 2.1, h: 0.32, margin: 0, valign: 'middle', fit: 'none' },
  );
}

export function dynamo(pptx: Presentation): void {
  const { columns, rows, code, write: written } = texts.dynamo;
  const slide = page(pptx, texts.dynamo, PART);
  const services = Object.keys(rows) as Service[];
  table(
    slide,
    { x: MARGIN, y: TOP, w: INNER, h: 2.45 },
    [
      { head: columns[0] as string, width: 2.3 },
      { head: columns[1] as string, width: 5.8 },
      { head: columns[2] as string, width: INNER - 8.1 },
    ],
    services.map((service) => rows[service].map((words, i) => (i === 0 ? `**${words}**` : words))),
    { size: 20, fills: services.map((service) => ACCENT[service].pale), colour: ACCENT.common.strong },
  );
  const y = 4.3;
  card(slide, { x: MARGIN, y, w: 5.85, h: 2.5 }, ACCENT.common, { ...written, size: 20, hasBullets: true });
  const box = { x: MARGIN + 6.15, y, w: INNER - 6.15, h: 2.5 };
  shape(slide, 'roundRect', box, { fill: COLOUR.code, radius: 0.1 });
  write(slide, { x: box.x + 0.3, y: box.y, w: box.w - 0.6, h: box.h }, code, {
    font: FONT.code,
    isBold: true,
    size: 18,
    colour: COLOUR.codeText,
    valign: 'middle',
    gap: 10,
  });
}
