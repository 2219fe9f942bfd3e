import { actor, useCase } from '../kit/actor.ts';
import { keepsake, pill } from '../kit/card.ts';
import { line, link } from '../kit/link.ts';
import { darkPage, type Given, page, shelf } from '../kit/page.ts';
import { label, type Named, paragraphs, put, shape, write } from '../kit/text.ts';
import type { Texts } from '../texts.ts';
import {
  ACCENT,
  type Accent,
  BOTTOM,
  COLOUR,
  FONT,
  INNER,
  MARGIN,
  type Service,
  SIZE,
  TOP,
  third,
  WIDTH,
} from '../theme.ts';

const { users, books, loans, common } = ACCENT;

export function cover(given: Given<{ lead: string[]; names: string; course: string; date: string }>): void {
  const slide = darkPage(given);
  const { lead, names, course, date } = given.said;
  write(slide, { x: 0.9, y: 2.75, w: 6.2, h: 1 }, lead, { size: 26, colour: COLOUR.codeKey, font: FONT.title });
  for (const [placeholder, words] of Object.entries({ Noms: names, Cours: course, Date: date }))
    slide.addText(words, { placeholder });
  line(slide, { x: 0.9, y: 4.5 }, { x: 7.1, y: 4.5 }, { colour: COLOUR.soft });
  shelf(slide);
}

/** How many pages come before the first part: the cover and the plan. */
const BEFORE = 2;

export function plan(given: Given<Texts['pages']['plan']>): void {
  const slide = page(given);
  const { parts } = given.said;
  const step = (BOTTOM - TOP) / parts.length;
  let last = BEFORE;
  parts.forEach(({ name, about, pages }, i) => {
    const seconds = pages.reduce((all, one) => all + (given.texts.pages[one]?.seconds ?? 0), 0);
    const { strong, pale } = [common, users, books, loans, common][i] as Accent;
    const row = { y: TOP + i * step, h: step - 0.16 };
    shape(slide, 'rect', { x: MARGIN, w: INNER, ...row }, { fill: pale });
    label(slide, 'rect', { x: MARGIN, w: 1, ...row }, strong, `${i + 1}`, { size: 30, font: FONT.title });
    const named = { size: 24, isBold: true, colour: strong, valign: 'middle' } as const;
    write(slide, { x: 1.9, w: 2.4, ...row }, name, named);
    write(slide, { x: 4.3, w: 6.6, ...row }, about, { size: 20, valign: 'middle' });
    const minutes = `${Math.round(seconds / 30) / 2} min`.replace('.', ',');
    const told = { valign: 'middle', align: 'right', colour: COLOUR.soft } as const;
    const first = last + 1;
    last += pages.length;
    write(slide, { x: 10.9, w: 1.65, ...row }, [minutes, `pages ${first} à ${last}`], told);
  });
}

type Functions = { services: Record<Service, { name: string; functions: [string, string][] }>; counted: string };

/** How the call that renders a function is written. */
const CALL = { size: SIZE.least, font: FONT.code, isBold: true, gap: 4 };

export function functions(given: Given<Functions>): void {
  const slide = page(given);
  const { services, counted } = given.said;
  (['books', 'users', 'loans'] as const).forEach((service, i) => {
    const { name, functions } = services[service];
    const { strong, pale } = ACCENT[service];
    const { x, w } = third(i);
    shape(slide, 'rect', { x, y: TOP, w, h: 5.95 - TOP }, { fill: pale });
    label(slide, 'rect', { x, y: TOP, w, h: 0.62 }, strong, name, { size: SIZE.lead });
    functions.forEach(([what, how], at) => {
      const y = TOP + 0.82 + at * 1.2;
      const number = { x: x + 0.18, y: y + 0.03, w: 0.44, h: 0.44 };
      label(slide, 'ellipse', number, strong, `${i * 3 + at + 1}`, { size: SIZE.text });
      const words = [...paragraphs(what, { isBold: true }), ...paragraphs(how, { ...CALL, colour: strong })];
      put(slide, { x: x + 0.76, y, w: w - 0.86, h: 1.05 }, words);
    });
  });
  keepsake(slide, counted);
}

type Uses = {
  system: string;
  actors: Record<'public' | 'member' | 'librarian' | 'clock', string>;
  cases: Record<string, string>;
};

export function uses(given: Given<Uses>): void {
  const slide = page(given);
  const { system, actors, cases } = given.said;
  const frame = { x: 2.85, y: TOP, w: WIDTH - 5.7, h: BOTTOM - TOP };
  shape(slide, 'rect', frame, { fill: COLOUR.white, line: common.strong, lineWidth: 2 });
  const heading = { isBold: true, align: 'center', colour: common.strong } as const;
  write(slide, { ...frame, y: frame.y + 0.08, h: 0.34 }, system, heading);
  const w = 3.2;
  const [left, right] = [frame.x + 0.3, frame.x + frame.w - w - 0.3];
  const drawn: Record<string, Named> = {};
  const column = (x: number, top: number, found: Record<string, Accent>) => {
    Object.entries(found).forEach(([key, accent], i) => {
      drawn[key] = useCase(slide, { x, y: TOP + top + i * 0.93, w, h: 0.8 }, cases[key] as string, accent);
    });
  };
  column(left, 0.5, { search: books, available: books });
  column(left, 3.29, { follow: loans, renew: loans });
  column(right, 0.5, { desk: loans, accounts: users, catalogue: books, notify: loans, finish: common });
  const person = (x: number, top: number, name: string) => actor(slide, { x, y: TOP + top }, name, COLOUR.ink);
  const visitor = person(1.4, 0.55, actors.public);
  const member = person(1.4, 3.3, actors.member);
  const librarian = person(WIDTH - 1.4, 1, actors.librarian);
  const clock = person(WIDTH - 1.4, 3.4, actors.clock);
  for (const [one, from, to, keys] of [
    [visitor, 'right', 'left', ['search', 'available']],
    [member, 'right', 'left', ['follow', 'renew']],
    [librarian, 'left', 'right', ['desk', 'accounts', 'catalogue']],
    [clock, 'left', 'right', ['notify', 'finish']],
  ] as const)
    for (const key of keys) link(slide, [one, from], [drawn[key] as Named, to]);
}

type Problem = {
  loan: string;
  changes: Record<Service, [string, string]>;
  dangers: [string, string][];
  promise: string;
};

export function problem(given: Given<Problem>): void {
  const slide = page(given);
  const { loan, changes, dangers, promise } = given.said;
  const begun = { x: MARGIN, y: 2.16, w: 2.3, h: 1.1 };
  const start = label(slide, 'roundRect', begun, common.strong, loan, { name: 'prêt', size: 26 });
  (Object.keys(changes) as Service[]).forEach((service, i) => {
    const { strong, pale } = ACCENT[service];
    const [name, what] = changes[service];
    const box = { x: 5.1, y: TOP + i * 0.82, w: WIDTH - MARGIN - 5.1, h: 0.68 };
    const target = shape(slide, 'rect', box, { fill: pale, line: strong }, { name: `change ${service}`, words: '' });
    pill(slide, { x: box.x + 0.2, y: box.y + 0.15, w: 1.8, h: 0.38 }, strong, name, { size: SIZE.small });
    write(slide, { ...box, x: box.x + 2.25, w: box.w - 2.4 }, what, { size: SIZE.lead, valign: 'middle' });
    link(slide, [start, 'right'], [target, 'left'], { colour: strong, width: 2.5, head: 'end' });
  });
  dangers.forEach(([heading, words], i) => {
    const { x, w } = third(i);
    const y = 4.2;
    shape(slide, 'rect', { x, y, w, h: 1.65 }, { fill: COLOUR.white, line: COLOUR.line });
    shape(slide, 'rect', { x, y, w, h: 0.08 }, { fill: COLOUR.bad });
    const inner = { x: x + 0.25, w: w - 0.5 };
    write(slide, { ...inner, y: y + 0.22, h: 0.4 }, heading, { size: SIZE.lead, isBold: true, colour: COLOUR.bad });
    write(slide, { ...inner, y: y + 0.7, h: 0.8 }, words, { size: 20 });
  });
  keepsake(slide, promise, { y: 6.12, h: 0.66 });
}
