import type { Facts } from '../facts.ts';
import { card, keepsake, pill } from '../kit/card.ts';
import type { Presentation } from '../kit/library.ts';
import { cover as coverPage, page, shelf } from '../kit/page.ts';
import { shape, write } from '../kit/text.ts';
import * as texts from '../texts/closing.ts';
import { ACCENT, BOTTOM, COLOUR, FONT, INNER, MARGIN, TOP } from '../theme.ts';

const PART = 'Le bilan';
const GAP = 0.3;
const THIRD = (INNER - 2 * GAP) / 3;

export function balance(pptx: Presentation, facts: Facts): void {
  const said = texts.balance(facts);
  const slide = page(pptx, said, PART);
  said.cards.forEach((found, i) => {
    const accent = [ACCENT.books, ACCENT.users, ACCENT.loans][i] as typeof ACCENT.common;
    const box = { x: MARGIN + i * (THIRD + GAP), y: TOP, w: THIRD, h: 4.4 };
    card(slide, box, accent, { ...found, size: 20, gap: 14, hasBullets: true });
  });
  keepsake(slide, { x: MARGIN, y: 6.15, w: INNER, h: 0.62 }, ACCENT.common, said.kept);
}

export function next(pptx: Presentation): void {
  const slide = page(pptx, texts.next, PART);
  texts.next.horizons.forEach(({ when, heading, words }, i) => {
    const accent = [ACCENT.users, ACCENT.books, ACCENT.loans][i] as typeof ACCENT.common;
    const x = MARGIN + i * (THIRD + GAP);
    shape(
      slide,
      'homePlate',
      { x, y: TOP, w: THIRD + (i < 2 ? 0.2 : 0), h: 0.8 },
      { fill: accent.strong },
      { words: when, size: 24, isBold: true, colour: COLOUR.white },
    );
    card(slide, { x, y: TOP + 1, w: THIRD, h: BOTTOM - TOP - 1 }, accent, {
      heading,
      words,
      size: 22,
      gap: 14,
      hasBullets: true,
    });
  });
}

export function questions(pptx: Presentation): void {
  const { lead, places } = texts.questions;
  const slide = coverPage(pptx, texts.questions);
  write(slide, { x: 0.9, y: 2.75, w: 6.2, h: 0.6 }, lead, { size: 26, colour: COLOUR.codeKey, font: FONT.title });
  places.forEach(([what, where], i) => {
    const y = 3.75 + i * 0.66;
    pill(
      slide,
      { x: 0.9, y: y + 0.04, w: 1.3, h: 0.4 },
      [ACCENT.users, ACCENT.books, ACCENT.loans, ACCENT.common][i]?.strong as string,
      what as string,
      { size: 18 },
    );
    write(slide, { x: 2.45, y, w: 5.1, h: 0.48 }, where as string, {
      size: 22,
      colour: COLOUR.white,
      valign: 'middle',
    });
  });
  shelf(slide);
}
