import type { Facts } from '../facts.ts';
import { actor, useCase } from '../kit/actor.ts';
import { keepsake, pill } from '../kit/card.ts';
import type { Presentation } from '../kit/library.ts';
import { line, link } from '../kit/link.ts';
import { cover as coverPage, page, shelf } from '../kit/page.ts';
import { type Named, paragraphs, shape, write } from '../kit/text.ts';
import * as texts from '../texts/opening.ts';
import { ACCENT, type Accent, BOTTOM, COLOUR, FONT, INNER, MARGIN, type Service, SIZE, TOP, WIDTH } from '../theme.ts';

const PROJECT = 'Le projet';
/** How the call that renders a function is written. */
const CALL = { size: SIZE.least, font: FONT.code, isBold: true, gap: 4 };

export function cover(pptx: Presentation): void {
  const { lead, names, course, date } = texts.cover;
  const slide = coverPage(pptx, texts.cover);
  write(slide, { x: 0.9, y: 2.75, w: 6.2, h: 1 }, lead, { size: 26, colour: COLOUR.codeKey, font: FONT.title });
  for (const [name, words] of [
    ['Noms', names],
    ['Cours', course],
    ['Date', date],
  ] as const) {
    slide.addText(words, { placeholder: name });
  }
  line(slide, { x: 0.9, y: 4.5 }, { x: 7.1, y: 4.5 }, { colour: COLOUR.soft });
  shelf(slide);
}

/** @param pages the number and the seconds of the pages of each part, in their order */
export function plan(pptx: Presentation, parts: { first: number; last: number; seconds: number }[]): void {
  const slide = page(pptx, texts.plan, 'Plan');
  const accents = [ACCENT.common, ACCENT.users, ACCENT.books, ACCENT.loans, ACCENT.common];
  const step = (BOTTOM - TOP) / texts.plan.parts.length;
  texts.plan.parts.forEach(({ name, about }, i) => {
    const { first, last, seconds } = parts[i] as (typeof parts)[number];
    const accent = accents[i] as (typeof accents)[number];
    const box = { x: MARGIN, y: TOP + i * step, w: INNER, h: step - 0.16 };
    shape(slide, 'rect', box, { fill: accent.pale });
    const number = { x: box.x, y: box.y, w: 1, h: box.h };
    shape(
      slide,
      'rect',
      number,
      { fill: accent.strong },
      { words: `${i + 1}`, size: 30, isBold: true, font: FONT.title, colour: COLOUR.white },
    );
    write(slide, { x: 1.9, y: box.y, w: 2.4, h: box.h }, name, {
      size: 24,
      isBold: true,
      colour: accent.strong,
      valign: 'middle',
    });
    write(slide, { x: 4.3, y: box.y, w: 6.6, h: box.h }, about, { size: 20, valign: 'middle' });
    write(
      slide,
      { x: 10.9, y: box.y, w: 1.65, h: box.h },
      [`${Math.round(seconds / 30) / 2} min`.replace('.', ','), `pages ${first} à ${last}`],
      {
        valign: 'middle',
        align: 'right',
        colour: COLOUR.soft,
      },
    );
  });
}

export function functions(pptx: Presentation, facts: Facts): void {
  const said = texts.functions(facts);
  const slide = page(pptx, said, PROJECT);
  const [gap, bottom] = [0.3, 5.95];
  const w = (INNER - 2 * gap) / 3;
  (['books', 'users', 'loans'] as const).forEach((service, i) => {
    const { name, functions } = said.services[service];
    const accent = ACCENT[service];
    const x = MARGIN + i * (w + gap);
    shape(slide, 'rect', { x, y: TOP, w, h: bottom - TOP }, { fill: accent.pale });
    shape(
      slide,
      'rect',
      { x, y: TOP, w, h: 0.62 },
      { fill: accent.strong },
      { words: name, size: SIZE.lead, isBold: true, colour: COLOUR.white },
    );
    functions.forEach(([what, how], at) => {
      const y = TOP + 0.82 + at * 1.2;
      shape(
        slide,
        'ellipse',
        { x: x + 0.18, y: y + 0.03, w: 0.44, h: 0.44 },
        { fill: accent.strong },
        {
          words: `${i * 3 + at + 1}`,
          size: SIZE.text,
          isBold: true,
          colour: COLOUR.white,
        },
      );
      const words = [
        ...paragraphs(what as string, { isBold: true }),
        ...paragraphs(how as string, { ...CALL, colour: accent.strong }),
      ];
      slide.addText(words, { x: x + 0.76, y, w: w - 0.86, h: 1.05, margin: 0, valign: 'top', fit: 'none' });
    });
  });
  keepsake(slide, { x: MARGIN, y: 6.15, w: INNER, h: 0.62 }, ACCENT.common, said.counted);
}

export function uses(pptx: Presentation): void {
  const { system, actors, cases } = texts.uses;
  const slide = page(pptx, texts.uses, PROJECT);
  const frame = { x: 2.85, y: TOP, w: WIDTH - 5.7, h: BOTTOM - TOP };
  shape(slide, 'rect', frame, { fill: COLOUR.white, line: ACCENT.common.strong, lineWidth: 2 });
  write(slide, { x: frame.x, y: frame.y + 0.08, w: frame.w, h: 0.34 }, system, {
    isBold: true,
    align: 'center',
    colour: ACCENT.common.strong,
  });
  const w = 3.2;
  type Case = keyof typeof cases;
  const drawn = {} as Record<Case, Named>;
  const column = (x: number, top: number, step: number, found: [Case, Accent][]) => {
    found.forEach(([key, accent], i) => {
      drawn[key] = useCase(slide, { x, y: TOP + top + i * step, w, h: 0.8 }, cases[key], accent);
    });
  };
  const [left, right] = [frame.x + 0.3, frame.x + frame.w - w - 0.3];
  column(left, 0.5, 0.93, [
    ['search', ACCENT.books],
    ['available', ACCENT.books],
  ]);
  column(left, 3.29, 0.93, [
    ['follow', ACCENT.loans],
    ['renew', ACCENT.loans],
  ]);
  column(right, 0.5, 0.93, [
    ['desk', ACCENT.loans],
    ['accounts', ACCENT.users],
    ['catalogue', ACCENT.books],
    ['notify', ACCENT.loans],
    ['finish', ACCENT.common],
  ]);
  const colour = COLOUR.ink;
  const visitor = actor(slide, { x: 1.4, y: TOP + 0.55 }, actors.public, colour);
  const member = actor(slide, { x: 1.4, y: TOP + 3.3 }, actors.member, colour);
  const librarian = actor(slide, { x: WIDTH - 1.4, y: TOP + 1 }, actors.librarian, colour);
  const clock = actor(slide, { x: WIDTH - 1.4, y: TOP + 3.4 }, actors.clock, colour);
  for (const key of ['search', 'available'] as const) link(slide, [visitor, 'right'], [drawn[key], 'left']);
  for (const key of ['follow', 'renew'] as const) link(slide, [member, 'right'], [drawn[key], 'left']);
  for (const key of ['desk', 'accounts', 'catalogue'] as const) link(slide, [librarian, 'left'], [drawn[key], 'right']);
  for (const key of ['notify', 'finish'] as const) link(slide, [clock, 'left'], [drawn[key], 'right']);
}

export function problem(pptx: Presentation): void {
  const { loan, changes, dangers, promise } = texts.problem;
  const slide = page(pptx, texts.problem, PROJECT);
  const start = shape(
    slide,
    'roundRect',
    { x: MARGIN, y: 2.16, w: 2.3, h: 1.1 },
    { fill: ACCENT.common.strong },
    {
      name: 'prêt',
      words: loan,
      size: 26,
      isBold: true,
      colour: COLOUR.white,
    },
  );
  (Object.keys(changes) as Service[]).forEach((service, i) => {
    const accent = ACCENT[service];
    const [name, what] = changes[service] as [string, string];
    const box = { x: 5.1, y: TOP + i * 0.82, w: WIDTH - MARGIN - 5.1, h: 0.68 };
    const target = shape(
      slide,
      'rect',
      box,
      { fill: accent.pale, line: accent.strong },
      { name: `change ${service}`, words: '' },
    );
    pill(slide, { x: box.x + 0.2, y: box.y + 0.15, w: 1.8, h: 0.38 }, accent.strong, name, { size: SIZE.small });
    write(slide, { x: box.x + 2.25, y: box.y, w: box.w - 2.4, h: box.h }, what, { size: SIZE.lead, valign: 'middle' });
    link(slide, [start, 'right'], [target, 'left'], { colour: accent.strong, width: 2.5, head: 'end' });
  });
  const [gap, y] = [0.3, 4.2];
  const w = (INNER - 2 * gap) / 3;
  dangers.forEach(([heading, words], i) => {
    const x = MARGIN + i * (w + gap);
    shape(slide, 'rect', { x, y, w, h: 1.65 }, { fill: COLOUR.white, line: COLOUR.line });
    shape(slide, 'rect', { x, y, w, h: 0.08 }, { fill: COLOUR.bad });
    write(slide, { x: x + 0.25, y: y + 0.22, w: w - 0.5, h: 0.4 }, heading as string, {
      size: SIZE.lead,
      isBold: true,
      colour: COLOUR.bad,
    });
    write(slide, { x: x + 0.25, y: y + 0.7, w: w - 0.5, h: 0.8 }, words as string, { size: 20 });
  });
  keepsake(slide, { x: MARGIN, y: 6.12, w: INNER, h: 0.66 }, ACCENT.common, promise);
}
