import type { Facts } from '../facts.ts';
import { call } from '../kit/call.ts';
import { card, keepsake } from '../kit/card.ts';
import type { Presentation, Slide } from '../kit/library.ts';
import { line, link } from '../kit/link.ts';
import { page } from '../kit/page.ts';
import { type Box, type Named, shape, type Words, write } from '../kit/text.ts';
import { recorded } from '../recorded.ts';
import * as texts from '../texts/services.ts';
import { ACCENT, type Accent, BOTTOM, COLOUR, INNER, MARGIN, type Service, SIZE, TOP, WIDTH } from '../theme.ts';

const PART = 'Les services';
/** Cards stand on the left, calls on the right. */
const LEFT = 4.5;
const GAP = 0.3;
const RIGHT = { x: MARGIN + LEFT + GAP, w: INNER - LEFT - GAP };

type Card = { heading: string; words: string[] };

/** Draws cards one under the other, as high as they have words. */
function cards(slide: Slide, accent: Accent, found: Card[], heights: number[], y = TOP): void {
  let at = y;
  found.forEach(({ heading, words }, i) => {
    const h = heights[i] as number;
    card(slide, { x: MARGIN, y: at, w: LEFT, h }, accent, { heading, words, hasBullets: true });
    at += h + 0.2;
  });
}

export function architecture(pptx: Presentation, facts: Facts): void {
  const said = texts.architecture(facts);
  const slide = page(pptx, said, PART);
  const node = (name: string, box: Box, fill: string, words: Words, size: number = SIZE.text): Named =>
    shape(slide, 'roundRect', box, { fill }, { name, words, size, isBold: true, colour: COLOUR.white });
  const arrow = { head: 'end', width: 2.25 } as const;
  const rows: Record<Service, { y: number; h: number }> = {
    users: { y: TOP, h: 1.25 },
    loans: { y: 3.2, h: 2 },
    books: { y: 5.6, h: 1.2 },
  };
  const white = { fill: COLOUR.white, line: ACCENT.common.strong, lineWidth: 2 };

  const left = { x: MARGIN, w: 2.6 };
  const clients = node('clients', { ...left, y: TOP, h: 1.05 }, COLOUR.ink, said.clients);
  const gateway = node('passerelle', { ...left, y: 3.65, h: 1.1 }, ACCENT.common.strong, said.gateway, SIZE.lead);
  const issuer = shape(slide, 'roundRect', { ...left, y: 5.95, h: 0.85 }, white, {
    name: 'identité',
    words: said.issuer,
  });
  link(slide, [clients, 'bottom'], [gateway, 'top'], arrow);
  link(slide, [issuer, 'top'], [gateway, 'bottom'], { ...arrow, isDashed: true, colour: ACCENT.common.strong });

  const drawn = {} as Record<Service, Named>;
  for (const service of ['users', 'loans', 'books'] as const) {
    const { strong, pale } = ACCENT[service];
    const row = rows[service];
    const look = { fill: pale, line: strong, lineWidth: 2 };
    const box = { x: 4.35, w: 3.1, ...row };
    drawn[service] = shape(slide, 'rect', box, look, {
      name: `service ${service}`,
      words: said.services[service],
      size: 20,
    });
    const table = { x: 8.55, y: row.y + row.h / 2 - 0.47, w: 2, h: 0.94 };
    const words = said.tables[service];
    shape(slide, 'can', table, { fill: strong }, { words, isBold: true, colour: COLOUR.white, valign: 'bottom' });
    const y = table.y + table.h / 2;
    line(slide, { x: 7.45, y }, { x: table.x, y }, { ...arrow, head: 'both', colour: strong });
    link(slide, [gateway, 'right'], [drawn[service], 'left'], { ...arrow, colour: ACCENT.common.strong });
  }
  const command = { ...arrow, colour: ACCENT.loans.strong, width: 3.5 };
  link(slide, [drawn.loans, 'top'], [drawn.users, 'bottom'], command);
  link(slide, [drawn.loans, 'bottom'], [drawn.books, 'top'], command);
  for (const y of [2.84, 5.24]) {
    write(slide, { x: 6.05, y, w: 2.4, h: 0.32 }, said.commands, {
      size: SIZE.small,
      isBold: true,
      colour: ACCENT.loans.strong,
    });
  }

  const right = { x: 10.95, w: WIDTH - MARGIN - 10.95 };
  shape(slide, 'roundRect', { ...right, y: 3.2, h: 0.72 }, white, { name: 'courriel', words: said.mail });
  line(slide, { x: 7.45, y: 3.45 }, { x: right.x, y: 3.45 }, { ...arrow, colour: ACCENT.loans.strong });
  shape(slide, 'roundRect', { ...right, y: 4.2, h: 1.2 }, white, {
    name: 'horloge',
    words: said.clock,
    size: SIZE.small,
  });
  line(slide, { x: right.x, y: 4.97 }, { x: 7.45, y: 4.97 }, { ...arrow, colour: ACCENT.common.strong });
  for (const [y, words] of [
    [rows.users.y, said.laptop],
    [rows.books.y, said.aws],
  ] as const) {
    write(slide, { ...right, y, h: 1.2 }, words, { size: SIZE.small, colour: COLOUR.soft, valign: 'middle' });
  }
}

export function users(pptx: Presentation, facts: Facts): void {
  const said = texts.users(facts);
  const slide = page(pptx, said, PART, ACCENT.users);
  cards(slide, ACCENT.users, said.cards, [2.95, 2.1]);
  const h = call(slide, { ...RIGHT, y: TOP }, recorded().verify, { fields: said.fields });
  const y = TOP + h + 0.2;
  keepsake(slide, { ...RIGHT, y, h: BOTTOM - y }, ACCENT.users, said.kept);
}

export function penalties(pptx: Presentation, facts: Facts): void {
  const said = texts.penalties(facts);
  const slide = page(pptx, said, PART, ACCENT.users);
  const w = INNER / said.steps.length;
  const fills = [ACCENT.loans.strong, ACCENT.users.strong, COLOUR.bad, ACCENT.users.strong, COLOUR.good];
  said.steps.forEach(([what, how], i) => {
    const box = { x: MARGIN + i * w, y: TOP, w: w - (i < said.steps.length - 1 ? 0.06 : 0), h: 0.7 };
    const words = [`**${what}**`, how as string];
    shape(slide, 'homePlate', box, { fill: fills[i] as string }, { words, colour: COLOUR.white });
  });
  const top = 2.4;
  cards(slide, ACCENT.users, said.cards, [2.1, 2.1], top);
  const { returned, paid } = recorded();
  const h = call(slide, { ...RIGHT, y: top }, returned, { fields: said.returned });
  call(slide, { ...RIGHT, y: top + h + 0.15, h: BOTTOM - top - h - 0.15 }, paid, { fields: said.paid });
}

export function books(pptx: Presentation, facts: Facts): void {
  const said = texts.books(facts);
  const slide = page(pptx, said, PART, ACCENT.books);
  const { found, available } = recorded();
  cards(slide, ACCENT.books, said.cards, [3, 2.05]);
  const h = call(slide, { ...RIGHT, y: TOP }, found, { fields: said.found, of: found.body.elements[0] });
  call(slide, { ...RIGHT, y: TOP + h + 0.2, h: BOTTOM - TOP - h - 0.2 }, available, { fields: said.available });
}

export function loans(pptx: Presentation, facts: Facts): void {
  const said = texts.loans(facts);
  const slide = page(pptx, said, PART, ACCENT.loans);
  const { lent, notified } = recorded();
  cards(slide, ACCENT.loans, said.cards, [2.8, 2.25]);
  const h = call(slide, { ...RIGHT, y: TOP }, lent, { fields: said.lent });
  call(slide, { ...RIGHT, y: TOP + h + 0.2, h: BOTTOM - TOP - h - 0.2 }, notified, { fields: said.notified });
}
