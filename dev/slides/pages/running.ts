import type { Facts } from '../facts.ts';
import { card, keepsake } from '../kit/card.ts';
import type { Presentation } from '../kit/library.ts';
import { line } from '../kit/link.ts';
import { page } from '../kit/page.ts';
import { picture } from '../kit/picture.ts';
import { table } from '../kit/table.ts';
import { shape, write } from '../kit/text.ts';
import { client } from '../kit/window.ts';
import { INBOX, recorded } from '../recorded.ts';
import * as texts from '../texts/running.ts';
import { ACCENT, BOTTOM, COLOUR, INNER, MARGIN, TOP } from '../theme.ts';

const RELIABILITY = 'La fiabilité';
const CONCLUSION = 'Le bilan';

export function communication(pptx: Presentation): void {
  const { columns, rows, kept } = texts.communication;
  const slide = page(pptx, texts.communication, RELIABILITY);
  const [first = '', second = '', third = ''] = columns;
  table(
    slide,
    { x: MARGIN, y: TOP, w: INNER, h: 4.35 },
    [
      { head: first, width: 3.9 },
      { head: second, width: 4.1 },
      { head: third, width: INNER - 8 },
    ],
    rows,
    { size: 20, fills: [ACCENT.common.pale], colour: ACCENT.common.strong },
  );
  keepsake(slide, { x: MARGIN, y: 6.12, w: INNER, h: 0.66 }, ACCENT.common, kept);
}

export function failures(pptx: Presentation, facts: Facts): void {
  const said = texts.failures(facts);
  const slide = page(pptx, said, RELIABILITY);
  const [first = '', second = '', third = ''] = said.columns;
  table(
    slide,
    { x: MARGIN, y: TOP, w: INNER, h: 3 },
    [
      { head: first, width: 3.4 },
      { head: second, width: 3.4 },
      { head: third, width: INNER - 6.8 },
    ],
    said.rows,
    { size: 20, colour: ACCENT.common.strong },
  );
  const [gap, y] = [0.25, 4.8];
  const w = (INNER - 2 * gap) / 3;
  said.cards.forEach((found, i) => {
    const accent = [ACCENT.common, ACCENT.books, ACCENT.loans][i] as typeof ACCENT.common;
    card(slide, { x: MARGIN + i * (w + gap), y, w, h: BOTTOM - y }, accent, { ...found, hasBullets: true });
  });
}

export function demonstration(pptx: Presentation, facts: Facts): void {
  const said = texts.demonstration(facts);
  const slide = page(pptx, said, CONCLUSION);
  client(slide, { x: MARGIN, y: TOP, w: INNER, h: BOTTOM - TOP }, said, recorded().refused);
}

export function inbox(pptx: Presentation, facts: Facts): void {
  const said = texts.inbox(facts);
  const slide = page(pptx, said, CONCLUSION, ACCENT.loans);
  const accent = ACCENT.loans;
  const width = 6.7;
  const y = TOP + 0.35;
  const step = (width - 0.9) / said.steps.length;
  line(slide, { x: MARGIN, y }, { x: MARGIN + width, y }, { colour: accent.strong, width: 3 });
  const stop = (i: number, words: string, isDue: boolean) => {
    const x = MARGIN + i * step;
    shape(
      slide,
      'ellipse',
      { x: x + 0.35, y: y - 0.13, w: 0.26, h: 0.26 },
      { fill: isDue ? COLOUR.white : accent.strong, line: accent.strong, lineWidth: 3 },
    );
    write(slide, { x: x - 0.12, y: y + 0.18, w: 1.2, h: 0.34 }, words, {
      align: 'center',
      isBold: !isDue,
      colour: isDue ? COLOUR.soft : COLOUR.ink,
    });
  };
  const [before, ...after] = said.steps as [string, ...string[]];
  [before, said.due, ...after].forEach((words, i) => {
    stop(i, words, words === said.due);
  });
  card(slide, { x: MARGIN, y: TOP + 1.2, w: width, h: BOTTOM - TOP - 1.2 }, accent, {
    words: said.words,
    size: 24,
    gap: 14,
  });
  picture(slide, { x: MARGIN + width + 0.35, y: TOP, w: INNER - width - 0.35, h: BOTTOM - TOP }, INBOX, said.picture);
}
