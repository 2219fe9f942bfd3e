import { card, keepsake, pill } from '../kit/card.ts';
import { darkPage, type Given, page, shelf } from '../kit/page.ts';
import { label, write } from '../kit/text.ts';
import type { Card } from '../texts.ts';
import { ACCENT, type Accent, BOTTOM, COLOUR, FONT, TOP, third } from '../theme.ts';

const { users, books, loans, common } = ACCENT;
const LARGE = { gap: 14, hasBullets: true };

export function balance(given: Given<{ cards: Card[]; kept: string }>): void {
  const slide = page(given);
  given.said.cards.forEach((found, i) => {
    card(slide, { ...third(i), y: TOP, h: 4.4 }, [books, users, loans][i] as Accent, { ...found, ...LARGE, size: 20 });
  });
  keepsake(slide, given.said.kept);
}

export function next(given: Given<{ horizons: (Card & { when: string })[] }>): void {
  const slide = page(given);
  given.said.horizons.forEach(({ when, ...found }, i) => {
    const accent = [users, books, loans][i] as Accent;
    const { x, w } = third(i);
    label(slide, 'homePlate', { x, y: TOP, w: w + (i < 2 ? 0.2 : 0), h: 0.8 }, accent.strong, when, { size: 24 });
    card(slide, { x, y: TOP + 1, w, h: BOTTOM - TOP - 1 }, accent, { ...found, ...LARGE, size: 22 });
  });
}

export function questions(given: Given<{ lead: string; places: [string, string][] }>): void {
  const slide = darkPage(given);
  const { lead, places } = given.said;
  write(slide, { x: 0.9, y: 2.75, w: 6.2, h: 0.6 }, lead, { size: 26, colour: COLOUR.codeKey, font: FONT.title });
  places.forEach(([what, where], i) => {
    const y = 3.75 + i * 0.66;
    const { strong } = [users, books, loans, common][i] as Accent;
    pill(slide, { x: 0.9, y: y + 0.04, w: 1.3, h: 0.4 }, strong, what, { size: 18 });
    write(slide, { x: 2.45, y, w: 5.1, h: 0.48 }, where, { size: 22, colour: COLOUR.white, valign: 'middle' });
  });
  shelf(slide);
}
