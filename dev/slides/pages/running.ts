import { card, keepsake } from '../kit/card.ts';
import { line } from '../kit/link.ts';
import { type Given, page } from '../kit/page.ts';
import { picture } from '../kit/picture.ts';
import { columnsOf, table } from '../kit/table.ts';
import { shape, write } from '../kit/text.ts';
import { type Client, client } from '../kit/window.ts';
import { INBOX, recorded } from '../recorded.ts';
import type { Card } from '../texts.ts';
import { ACCENT, type Accent, BOTTOM, COLOUR, INNER, MARGIN, TOP, third } from '../theme.ts';

const { books, loans, common } = ACCENT;

export function communication(given: Given<{ columns: string[]; rows: string[][]; kept: string }>): void {
  const slide = page(given);
  const { columns, rows, kept } = given.said;
  const look = { size: 20, fills: [common.pale], colour: common.strong };
  table(slide, { x: MARGIN, y: TOP, w: INNER, h: 4.35 }, columnsOf(columns, 3.9, 4.1), rows, look);
  keepsake(slide, kept, { y: 6.12, h: 0.66 });
}

export function failures(given: Given<{ columns: string[]; rows: string[][]; cards: Card[] }>): void {
  const slide = page(given);
  const { columns, rows, cards } = given.said;
  const look = { size: 20, colour: common.strong };
  table(slide, { x: MARGIN, y: TOP, w: INNER, h: 3 }, columnsOf(columns, 3.4, 3.4), rows, look);
  const y = 4.8;
  cards.forEach((found, i) => {
    const accent = [common, books, loans][i] as Accent;
    card(slide, { ...third(i, 0.25), y, h: BOTTOM - y }, accent, { ...found, hasBullets: true });
  });
}

export function demonstration(given: Given<Omit<Client, 'chapters' | 'open'>>): void {
  const { chapters } = given.facts;
  const open = chapters.find((chapter) => chapter.includes('refus')) ?? '';
  const box = { x: MARGIN, y: TOP, w: INNER, h: BOTTOM - TOP };
  client(page(given), box, { ...given.said, chapters, open }, recorded().refused);
}

export function inbox(given: Given<{ due: string; words: string[]; picture: string }>): void {
  const slide = page(given, loans);
  const { due, words, picture: shown } = given.said;
  const [before, ...after] = given.facts.notices as [string, ...string[]];
  const width = 6.7;
  const y = TOP + 0.35;
  const step = (width - 0.9) / (after.length + 1);
  line(slide, { x: MARGIN, y }, { x: MARGIN + width, y }, { colour: loans.strong, width: 3 });
  [before, due, ...after].forEach((stop, i) => {
    const x = MARGIN + i * step;
    const isDue = stop === due;
    const look = { fill: isDue ? COLOUR.white : loans.strong, line: loans.strong, lineWidth: 3 };
    shape(slide, 'ellipse', { x: x + 0.35, y: y - 0.13, w: 0.26, h: 0.26 }, look);
    const style = { align: 'center', isBold: !isDue, colour: isDue ? COLOUR.soft : COLOUR.ink } as const;
    write(slide, { x: x - 0.12, y: y + 0.18, w: 1.2, h: 0.34 }, stop, style);
  });
  const box = { x: MARGIN, y: TOP + 1.2, w: width, h: BOTTOM - TOP - 1.2 };
  card(slide, box, loans, { words, size: 24, gap: 14 });
  picture(slide, { x: MARGIN + width + 0.35, y: TOP, w: INNER - width - 0.35, h: BOTTOM - TOP }, INBOX, shown);
}
