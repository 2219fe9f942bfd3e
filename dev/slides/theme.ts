/** How the slides look. Lengths are inches on a page of 13.33 by 7.5, sizes of type are points. */

export const WIDTH = 13.333;
export const HEIGHT = 7.5;
/** Left and right of what stands on a page. */
export const MARGIN = 0.6;
export const INNER = WIDTH - 2 * MARGIN;
/** Where the content of a page begins and ends. */
export const TOP = 1.55;
export const BOTTOM = 6.8;

/** Fonts that PowerPoint has. LibreOffice draws them with Caladea, Carlito and Liberation Mono, of the same widths. */
export const FONT = { title: 'Cambria', text: 'Calibri', code: 'Courier New' };

export const SIZE = { title: 32, lead: 22, text: 18, small: 16, least: 14 };

export const COLOUR = {
  ink: '1B2A33',
  soft: '55636C',
  line: 'C9C2B4',
  paper: 'FBF8F1',
  white: 'FFFFFF',
  code: '1E2A32',
  codeText: 'F4F1E8',
  codeKey: 'F2C879',
  good: '2E7D4F',
  bad: 'B3261E',
};

/** A colour, and a pale one on which ink is read. */
export interface Accent {
  strong: string;
  pale: string;
}

/** Each service has its colour on every page; `common` is for what belongs to none. */
export const ACCENT = {
  users: { strong: '1F5C99', pale: 'E4EEF7' },
  books: { strong: '2B7350', pale: 'E3F1E9' },
  loans: { strong: 'A8501F', pale: 'F9EADF' },
  common: { strong: '54426B', pale: 'ECE7F2' },
} satisfies Record<string, Accent>;

export type Service = 'users' | 'books' | 'loans';

/** Where the `i`th of three things that stand side by side is. */
export function third(i: number, gap = 0.3): { x: number; w: number } {
  const w = (INNER - 2 * gap) / 3;
  return { x: MARGIN + i * (w + gap), w };
}
