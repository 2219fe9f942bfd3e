import { type Facts, rowOf } from '../facts.ts';
import { keepsake } from '../kit/card.ts';
import type { Presentation } from '../kit/library.ts';
import { page } from '../kit/page.ts';
import { type Column, table } from '../kit/table.ts';
import { write } from '../kit/text.ts';
import * as texts from '../texts/annex.ts';
import { ACCENT, COLOUR, INNER, MARGIN, TOP } from '../theme.ts';

const PART = 'Annexe';
const KEPT = { x: MARGIN, y: 6.15, w: INNER, h: 0.62 };

/** A first column of words, and columns of figures. */
const columnsOf = (heads: string[], first: number, width: number): Column[] =>
  heads.map((head, i) =>
    i === 0 ? { head, width: first } : { head, width: (width - first) / (heads.length - 1), align: 'right' },
  );

/** `5 383`, with the space that stays on its line. */
const figure = (found: string): string => found.replace(/(\d) (\d)/g, '$1\u00a0$2');

/** `0,80`: the second decimal is a figure too. */
const hundredths = (found: string): string => Number(found.replace(',', '.')).toFixed(2).replace('.', ',');

export function costs(pptx: Presentation, facts: Facts): void {
  const { columns, rows, kept } = texts.costs;
  const slide = page(pptx, texts.costs, PART);
  const found = rows.map(([operation, name]) => [name, ...rowOf(facts.costs, operation).slice(1).map(figure)]);
  table(slide, { x: MARGIN, y: TOP, w: INNER, h: 4.4 }, columnsOf(columns, 6, INNER), found, {
    size: 20,
    colour: ACCENT.common.strong,
  });
  keepsake(slide, KEPT, ACCENT.common, kept);
}

export function memory(pptx: Presentation, facts: Facts): void {
  const { columns, sizes, chosen, kept } = texts.memory;
  const slide = page(pptx, texts.memory, PART);
  const found = sizes.map((size) => {
    const [, , cold = '', warm = '', price = ''] = rowOf(facts.memory, size, 'POST /emprunts');
    return [
      size.replace(/^(\d)(\d{3})/, '$1\u00a0$2'),
      `${figure(cold)} ms`,
      `${figure(warm)} ms`,
      `${hundredths(price)} $`,
    ].map((cell) => (size === chosen ? `**${cell}**` : cell));
  });
  const fills = sizes.map((size) => (size === chosen ? ACCENT.common.pale : undefined));
  table(slide, { x: MARGIN, y: TOP, w: INNER, h: 4.4 }, columnsOf(columns, 3, INNER), found, {
    size: 24,
    fills,
    colour: ACCENT.common.strong,
  });
  keepsake(slide, KEPT, ACCENT.common, kept);
}

export function rates(pptx: Presentation, facts: Facts): void {
  const { search, gateway, kept } = texts.rates;
  const slide = page(pptx, texts.rates, PART);
  const w = (INNER - 0.4) / 2;
  const asked = search.rows.map((typed) => {
    const row = rowOf(facts.searches, typed);
    return [`\`${typed}\``, row.at(-2) ?? '', row.at(-1) ?? ''];
  });
  const ratio = (name: string, callers: number) => hundredths(rowOf(facts.gateway, `${name}, ${callers}`)[3] ?? '');
  const compared = gateway.rows.map((name) => [name, ratio(name, 1), ratio(name, 20)]);
  for (const [x, { caption, columns }, rows, first] of [
    [MARGIN, search, asked, 3.3],
    [MARGIN + w + 0.4, gateway, compared, 2.7],
  ] as const) {
    write(slide, { x, y: TOP, w, h: 0.4 }, caption, { size: 20, isBold: true, colour: COLOUR.ink, valign: 'middle' });
    table(slide, { x, y: TOP + 0.5, w, h: 3.9 }, columnsOf([...columns], first, w), rows, {
      size: 20,
      colour: ACCENT.common.strong,
    });
  }
  keepsake(slide, KEPT, ACCENT.common, kept);
}
