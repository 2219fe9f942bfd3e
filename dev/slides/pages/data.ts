import { ASSOCIATIONS } from '../../../seed/model/associations.ts';
import type { Table } from '../../../seed/model/model.ts';
import { TABLES } from '../../../seed/model/tables.ts';
import { attributesOf, foreign, identifierOf, marked } from '../../diagrams/merise/keys.ts';
import { card } from '../kit/card.ts';
import type { Run } from '../kit/library.ts';
import { association, entity } from '../kit/merise.ts';
import { type Given, page } from '../kit/page.ts';
import { columnsOf, table } from '../kit/table.ts';
import { label, type Named, put, shape, write } from '../kit/text.ts';
import type { Card } from '../texts.ts';
import { ACCENT, type Accent, COLOUR, FONT, INNER, MARGIN, type Service, SIZE, TOP } from '../theme.ts';

/** The service of each entity, the middle of it across the page, where its top is, and its width. */
const PLACES: Record<string, [service: Service, x: number, y: number, w: number]> = {
  mouvement: ['users', 1.42, 1.42, 1.64],
  penalite: ['users', 4.9, 1.55, 1.5],
  emprunt: ['loans', 8.57, 1.42, 1.55],
  exemplaire: ['books', 12, 1.55, 1.46],
  adhesion: ['users', 1.42, 4.72, 1.64],
  utilisateur: ['users', 4.9, 5.05, 1.5],
  reservation: ['loans', 8.57, 4.72, 1.95],
  livre: ['books', 12, 4.42, 1.46],
};

const placeOf = ({ name }: Table) => PLACES[name] as (typeof PLACES)[string];
const accentOf = (table: Table): Accent => ACCENT[placeOf(table)[0]];

export function mcd(given: Given): void {
  const slide = page(given);
  const accented = (word: string): string => given.texts.accented[word] ?? word;
  const boxes: Record<string, Named> = {};
  for (const table of TABLES) {
    const [, x, y, w] = placeOf(table);
    const title = accented(table.name.toUpperCase());
    const drawn = entity(slide, { x, y, w }, accentOf(table), title, attributesOf(table), identifierOf(table));
    boxes[table.name] = drawn;
  }
  for (const { verb, legs } of ASSOCIATIONS) {
    const same = ASSOCIATIONS.filter((other) => other.legs.every(([name], i) => name === legs[i]?.[0]));
    const shift = (same.findIndex((other) => other.verb === verb) - (same.length - 1) / 2) * 0.8;
    const ends = legs.map(([name, cardinality]) => ({ of: boxes[name] as Named, cardinality }));
    association(slide, accented(verb), ends, shift);
  }
}

const UNDERLINED = { underline: { style: 'sng' } } as const;

/** A relation as it is written: its key underlined, `#` before a foreign key, `°` after what is unique. */
function relation(table: Table): Run[] {
  const [primary] = Object.keys(table.columns);
  const options = { fontFace: FONT.text, fontSize: SIZE.small, color: COLOUR.ink };
  return Object.entries(table.columns).flatMap(([column, { isOptional }], i) => {
    const isPrimary = column === primary;
    const bold = isPrimary || foreign(table).includes(column);
    const look = { ...options, bold, italic: Boolean(isOptional), ...(isPrimary && UNDERLINED) };
    return [...(i > 0 ? [{ text: ', ', options }] : []), { text: marked(table, column), options: look }];
  });
}

/** The relations that take two lines. */
const LONG = ['adhesion', 'emprunt', 'reservation'];

export function mld(given: Given<{ legend: Record<'primary' | 'keys' | 'optional', string> }>): void {
  const slide = page(given);
  const right = { x: MARGIN + 1.95, w: INNER - 2.1 };
  let y = 1.48;
  for (const found of TABLES) {
    const h = LONG.includes(found.name) ? 0.66 : 0.48;
    const { pale, strong } = accentOf(found);
    shape(slide, 'rect', { x: MARGIN, y, w: INNER, h }, { fill: pale });
    label(slide, 'rect', { x: MARGIN, y, w: 1.75, h }, strong, found.name, { size: SIZE.text });
    put(slide, { ...right, y, h }, relation(found), { valign: 'middle' });
    y += h + 0.08;
  }
  const { primary, keys, optional } = given.said.legend;
  const run = (text: string, more: Run['options'] = {}): Run => ({
    text,
    options: { fontFace: FONT.text, fontSize: SIZE.small, color: COLOUR.soft, ...more },
  });
  const legend = [run(primary, UNDERLINED), run(` ${keys} `), run(optional, { italic: true })];
  put(slide, { ...right, y: y + 0.02, h: 0.32 }, legend, { valign: 'middle' });
}

type Dynamo = { columns: string[]; rows: Record<Service, string[]>; code: string[]; write: Card };

export function dynamo(given: Given<Dynamo>): void {
  const slide = page(given);
  const { columns, rows, code, write: written } = given.said;
  const services = Object.keys(rows) as Service[];
  const told = services.map((service) => rows[service].map((words, i) => (i === 0 ? `**${words}**` : words)));
  const fills = services.map((service) => ACCENT[service].pale);
  const look = { size: 20, fills, colour: ACCENT.common.strong };
  table(slide, { x: MARGIN, y: TOP, w: INNER, h: 2.45 }, columnsOf(columns, 2.3, 5.8), told, look);
  const y = 4.3;
  card(slide, { x: MARGIN, y, w: 5.85, h: 2.5 }, ACCENT.common, { ...written, size: 20, hasBullets: true });
  const box = { x: MARGIN + 6.15, y, w: INNER - 6.15, h: 2.5 };
  shape(slide, 'roundRect', box, { fill: COLOUR.code, radius: 0.1 });
  const style = {
    font: FONT.code,
    isBold: true,
    size: 18,
    colour: COLOUR.codeText,
    valign: 'middle',
    gap: 10,
  } as const;
  write(slide, { ...box, x: box.x + 0.3, w: box.w - 0.6 }, code, style);
}
