import { COLOUR, INNER, SIZE } from '../theme.ts';
import type { Cell, CellLook, Row, Slide } from './library.ts';
import { type Box, paragraphs, type Style } from './text.ts';

export interface Column {
  head: string;
  /** Inches. */
  width: number;
  align?: 'left' | 'right';
}

/** Columns as wide as the page, by the widths of all but the last. */
export const columnsOf = (heads: string[], ...widths: number[]): Column[] =>
  heads.map((head, i) => ({ head, width: widths[i] ?? INNER - widths.reduce((all, width) => all + width, 0) }));

const side = (color: string, pt: number) => ({ type: 'solid', color, pt }) as const;
const NONE = { type: 'none' } as const;

/** Draws a table whose rows share the height of the box. @param rows the words of each cell, with the marks of text */
export function table(
  slide: Slide,
  { x, y, w, h }: Box,
  columns: Column[],
  rows: string[][],
  { size = SIZE.text, fills = [], colour = COLOUR.ink }: Style & { fills?: (string | undefined)[] } = {},
): void {
  const head = 0.46;
  const cell = (words: string, { align = 'left' }: Column, style: Style, options: CellLook) => ({
    text: paragraphs(words, { ...style, align }) as unknown as Cell[],
    options: {
      align,
      valign: 'middle' as const,
      fontSize: style.size,
      margin: [3, 8, 3, 8] as [number, number, number, number],
      ...options,
    },
  });
  const ofHead = { size: SIZE.small, isBold: true, colour: COLOUR.white };
  const headed = { fill: { color: colour }, border: [NONE, NONE, NONE, NONE] } satisfies CellLook;
  const heads = columns.map((column) => cell(column.head, column, ofHead, headed));
  const border: CellLook['border'] = [NONE, NONE, side(COLOUR.line, 1), NONE];
  const body = rows.map((words, i) =>
    columns.map((column, at) =>
      cell(words[at] ?? '', column, { size }, { fill: { color: fills[i] ?? COLOUR.white }, border }),
    ),
  );
  slide.addTable([heads, ...body] as unknown as Row[], {
    x,
    y,
    w,
    h,
    colW: columns.map(({ width }) => width),
    rowH: [head, ...rows.map(() => (h - head) / rows.length)],
  });
}
