import { rowOf } from '../facts.ts';
import { keepsake } from '../kit/card.ts';
import { type Given, page } from '../kit/page.ts';
import { type Column, table } from '../kit/table.ts';
import { write } from '../kit/text.ts';
import { ACCENT, COLOUR, INNER, MARGIN, TOP } from '../theme.ts';

const WHOLE = { x: MARGIN, y: TOP, w: INNER, h: 4.4 };
const colour = ACCENT.common.strong;

/** A first column of words, and columns of figures. */
const columnsOf = (heads: string[], first: number, width: number): Column[] =>
  heads.map((head, i) =>
    i === 0 ? { head, width: first } : { head, width: (width - first) / (heads.length - 1), align: 'right' },
  );

/** `5 383`, with the space that stays on its line. */
const figure = (found: string): string => found.replace(/(\d) (\d)/g, '$1\u00a0$2');

/** `0,80`: the second decimal is a figure too. */
const hundredths = (found: string): string => Number(found.replace(',', '.')).toFixed(2).replace('.', ',');

type Costs = {
  columns: string[];
  /** The row of docs/performance.md, and how the slide names it. */
  rows: [string, string][];
  kept: string;
};

export function costs(given: Given<Costs>): void {
  const { columns, rows, kept } = given.said;
  const slide = page(given);
  const found = rows.map(([operation, name]) => [name, ...rowOf(given.facts.costs, operation).slice(1).map(figure)]);
  table(slide, WHOLE, columnsOf(columns, 6, INNER), found, { size: 20, colour });
  keepsake(slide, kept);
}

export function memory(given: Given<{ columns: string[]; sizes: string[]; chosen: string; kept: string }>): void {
  const { columns, sizes, chosen, kept } = given.said;
  const slide = page(given);
  const found = sizes.map((size) => {
    const [, , cold = '', warm = '', price = ''] = rowOf(given.facts.memory, size, 'POST /emprunts');
    const named = size.replace(/^(\d)(\d{3})/, '$1\u00a0$2');
    return [named, `${figure(cold)} ms`, `${figure(warm)} ms`, `${hundredths(price)} $`].map((cell) =>
      size === chosen ? `**${cell}**` : cell,
    );
  });
  const fills = sizes.map((size) => (size === chosen ? ACCENT.common.pale : undefined));
  table(slide, WHOLE, columnsOf(columns, 3, INNER), found, { size: 24, fills, colour });
  keepsake(slide, kept);
}

type Compared = { columns: string[]; rows: string[]; caption: string };

export function rates(given: Given<{ search: Compared; gateway: Compared; kept: string }>): void {
  const { search, gateway, kept } = given.said;
  const { facts } = given;
  const slide = page(given);
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
    table(slide, { x, y: TOP + 0.5, w, h: 3.9 }, columnsOf(columns, first, w), rows, { size: 20, colour });
  }
  keepsake(slide, kept);
}
