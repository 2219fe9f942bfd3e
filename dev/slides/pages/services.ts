import { call } from '../kit/call.ts';
import { card, keepsake } from '../kit/card.ts';
import type { Slide } from '../kit/library.ts';
import { line, link } from '../kit/link.ts';
import { type Given, page } from '../kit/page.ts';
import { type Box, label, type Named, shape, type Words, write } from '../kit/text.ts';
import { recorded } from '../recorded.ts';
import type { Card } from '../texts.ts';
import { ACCENT, type Accent, BOTTOM, COLOUR, INNER, MARGIN, type Service, SIZE, TOP, WIDTH } from '../theme.ts';

/** Cards stand on the left, calls on the right. */
const LEFT = 4.5;
const GAP = 0.3;
const RIGHT = { x: MARGIN + LEFT + GAP, w: INNER - LEFT - GAP };

/** Draws cards one under the other, as high as they have words. */
function cards(slide: Slide, accent: Accent, found: Card[], heights: number[], y = TOP): void {
  let at = y;
  found.forEach((words, i) => {
    const h = heights[i] as number;
    card(slide, { x: MARGIN, y: at, w: LEFT, h }, accent, { ...words, hasBullets: true });
    at += h + 0.2;
  });
}

type Place = 'clients' | 'gateway' | 'issuer' | 'commands' | 'clock' | 'mail' | 'laptop' | 'aws';
type Architecture = Record<Place, Words> & { services: Record<Service, string[]>; tables: Record<Service, string> };

export function architecture(given: Given<Architecture>): void {
  const slide = page(given);
  const { said } = given;
  const { common } = ACCENT;
  const arrow = { head: 'end', width: 2.25 } as const;
  const rows: Record<Service, { y: number; h: number }> = {
    users: { y: TOP, h: 1.25 },
    loans: { y: 3.2, h: 2 },
    books: { y: 5.6, h: 1.2 },
  };
  const white = { fill: COLOUR.white, line: common.strong, lineWidth: 2 };
  const beside = (name: string, box: Box, words: Words, size = SIZE.text) =>
    shape(slide, 'roundRect', box, white, { name, words, size });

  const left = { x: MARGIN, w: 2.6 };
  const onTop = { ...left, y: TOP, h: 1.05 };
  const clients = label(slide, 'roundRect', onTop, COLOUR.ink, said.clients, { name: 'clients', size: SIZE.text });
  const big = { name: 'passerelle', size: SIZE.lead };
  const gateway = label(slide, 'roundRect', { ...left, y: 3.65, h: 1.1 }, common.strong, said.gateway, big);
  const issuer = beside('identité', { ...left, y: 5.95, h: 0.85 }, said.issuer);
  link(slide, [clients, 'bottom'], [gateway, 'top'], arrow);
  link(slide, [issuer, 'top'], [gateway, 'bottom'], { ...arrow, isDashed: true, colour: common.strong });

  const drawn = {} as Record<Service, Named>;
  for (const service of ['users', 'loans', 'books'] as const) {
    const { strong, pale } = ACCENT[service];
    const row = rows[service];
    const look = { fill: pale, line: strong, lineWidth: 2 };
    const told = { name: `service ${service}`, words: said.services[service], size: 20 };
    drawn[service] = shape(slide, 'rect', { x: 4.35, w: 3.1, ...row }, look, told);
    const table = { x: 8.55, y: row.y + row.h / 2 - 0.47, w: 2, h: 0.94 };
    label(slide, 'can', table, strong, said.tables[service], { valign: 'bottom' });
    const y = table.y + table.h / 2;
    line(slide, { x: 7.45, y }, { x: table.x, y }, { ...arrow, head: 'both', colour: strong });
    link(slide, [gateway, 'right'], [drawn[service], 'left'], { ...arrow, colour: common.strong });
  }
  const colour = ACCENT.loans.strong;
  const command = { ...arrow, colour, width: 3.5 };
  link(slide, [drawn.loans, 'top'], [drawn.users, 'bottom'], command);
  link(slide, [drawn.loans, 'bottom'], [drawn.books, 'top'], command);
  for (const y of [2.84, 5.24])
    write(slide, { x: 6.05, y, w: 2.4, h: 0.32 }, said.commands, { size: SIZE.small, isBold: true, colour });

  const right = { x: 10.95, w: WIDTH - MARGIN - 10.95 };
  beside('courriel', { ...right, y: 3.2, h: 0.72 }, said.mail);
  line(slide, { x: 7.45, y: 3.45 }, { x: right.x, y: 3.45 }, { ...arrow, colour });
  beside('horloge', { ...right, y: 4.2, h: 1.2 }, said.clock, SIZE.small);
  line(slide, { x: right.x, y: 4.97 }, { x: 7.45, y: 4.97 }, { ...arrow, colour: common.strong });
  const small = { size: SIZE.small, colour: COLOUR.soft, valign: 'middle' } as const;
  write(slide, { ...right, y: rows.users.y, h: 1.2 }, said.laptop, small);
  write(slide, { ...right, y: rows.books.y, h: 1.2 }, said.aws, small);
}

export function users(given: Given<{ cards: Card[]; kept: string; fields: string[] }>): void {
  const slide = page(given, ACCENT.users);
  const { said } = given;
  cards(slide, ACCENT.users, said.cards, [2.95, 2.1]);
  const h = call(slide, { ...RIGHT, y: TOP }, recorded().verify, { fields: said.fields });
  const y = TOP + h + 0.2;
  keepsake(slide, said.kept, { ...RIGHT, y, h: BOTTOM - y }, ACCENT.users);
}

type Penalties = { steps: [string, string][]; cards: Card[]; returned: string[]; paid: string[] };

export function penalties(given: Given<Penalties>): void {
  const slide = page(given, ACCENT.users);
  const { said } = given;
  const w = INNER / said.steps.length;
  const fills = [ACCENT.loans.strong, ACCENT.users.strong, COLOUR.bad, ACCENT.users.strong, COLOUR.good];
  said.steps.forEach(([what, how], i) => {
    const box = { x: MARGIN + i * w, y: TOP, w: w - (i < said.steps.length - 1 ? 0.06 : 0), h: 0.7 };
    const words = [`**${what}**`, how];
    shape(slide, 'homePlate', box, { fill: fills[i] as string }, { words, colour: COLOUR.white });
  });
  const top = 2.4;
  cards(slide, ACCENT.users, said.cards, [2.1, 2.1], top);
  const { returned, paid } = recorded();
  const h = call(slide, { ...RIGHT, y: top }, returned, { fields: said.returned });
  call(slide, { ...RIGHT, y: top + h + 0.15, h: BOTTOM - top - h - 0.15 }, paid, { fields: said.paid });
}

export function books(given: Given<{ cards: Card[]; found: string[]; available: string[] }>): void {
  const slide = page(given, ACCENT.books);
  const { said } = given;
  const { found, available } = recorded();
  cards(slide, ACCENT.books, said.cards, [3, 2.05]);
  const h = call(slide, { ...RIGHT, y: TOP }, found, { fields: said.found, of: found.body.elements[0] });
  call(slide, { ...RIGHT, y: TOP + h + 0.2, h: BOTTOM - TOP - h - 0.2 }, available, { fields: said.available });
}

export function loans(given: Given<{ cards: Card[]; lent: string[]; notified: string[] }>): void {
  const slide = page(given, ACCENT.loans);
  const { said } = given;
  const { lent, notified } = recorded();
  cards(slide, ACCENT.loans, said.cards, [2.8, 2.25]);
  const h = call(slide, { ...RIGHT, y: TOP }, lent, { fields: said.lent });
  call(slide, { ...RIGHT, y: TOP + h + 0.2, h: BOTTOM - TOP - h - 0.2 }, notified, { fields: said.notified });
}
