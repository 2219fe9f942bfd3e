import type { Recorded } from '../recorded.ts';
import { COLOUR, FONT, SIZE } from '../theme.ts';
import { answered, coded, columnsIn } from './call.ts';
import { pill } from './card.ts';
import type { Slide } from './library.ts';
import { line } from './link.ts';
import { type Box, label, put, shape, write } from './text.ts';

/** A drawing of the window of an HTTP client, as Postman looks, with a real call in it. */

const ORANGE = 'FF6C37';
const BAR = 'F2F2F2';
const EDGE = 'D8D8D8';
const KEY = '8A4B08';
const SIDE = 3.9;
const NAMES: Record<number, string> = { 200: 'OK', 201: 'Created', 409: 'Conflict' };

export interface Client {
  window: string;
  folder: string;
  chapters: string[];
  /** The chapter from which the request is. */
  open: string;
  tabs: string[];
  send: string;
  fields: string[];
}

/** @param made the call, whose answer is shown by some of its fields */
export function client(
  slide: Slide,
  box: Box,
  { window, folder, chapters, open, tabs, send, fields }: Client,
  made: Recorded,
): void {
  const { x, y, w, h } = box;
  shape(slide, 'roundRect', box, { fill: COLOUR.white, line: EDGE, lineWidth: 1.5 });
  shape(slide, 'rect', { x, y: y + 0.05, w, h: 0.4 }, { fill: BAR });
  ['E8645A', 'F0BC42', '5FBF57'].forEach((fill, i) => {
    shape(slide, 'ellipse', { x: x + 0.2 + i * 0.26, y: y + 0.17, w: 0.16, h: 0.16 }, { fill });
  });
  const heading = { size: SIZE.small, isBold: true, align: 'center', valign: 'middle', colour: COLOUR.soft } as const;
  write(slide, { x, y: y + 0.05, w, h: 0.4 }, window, heading);

  write(slide, { x: x + 0.25, y: y + 0.58, w: SIDE - 0.4, h: 0.36 }, folder, { size: SIZE.text, isBold: true });
  const step = (h - 1.1) / chapters.length;
  chapters.forEach((chapter, i) => {
    const row = { x: x + 0.1, y: y + 1 + i * step, w: SIDE - 0.2, h: step - 0.06 };
    const isOpen = chapter === open;
    if (isOpen) shape(slide, 'rect', row, { fill: 'FDEAE3' });
    const style = { size: SIZE.small, isBold: isOpen, valign: 'middle' } as const;
    write(slide, { ...row, x: row.x + 0.4, w: row.w - 0.45 }, chapter, style);
  });
  line(slide, { x: x + SIDE, y: y + 0.45 }, { x: x + SIDE, y: y + h }, { colour: EDGE });

  const left = x + SIDE + 0.25;
  const inner = w - SIDE - 0.5;
  const { method, path, sent = {}, status, body } = made;
  const bar = { x: left, y: y + 0.65, w: inner - 1.25, h: 0.48 };
  shape(slide, 'rect', bar, { fill: COLOUR.white, line: EDGE, lineWidth: 1.5 });
  write(slide, { ...bar, x: bar.x + 0.15, w: 0.85 }, method, { isBold: true, colour: '9A6A00', valign: 'middle' });
  const address = { size: SIZE.small, font: FONT.code, isBold: true, valign: 'middle' } as const;
  write(slide, { ...bar, x: bar.x + 1.05, w: bar.w - 1.1 }, `{{base_url}}${path}`, address);
  label(slide, 'roundRect', { x: left + inner - 1.1, y: bar.y, w: 1.1, h: bar.h }, 'B8441A', send);

  const width = 1.55;
  tabs.forEach((tab, i) => {
    const at = { x: left + i * width, y: y + 1.26, w: width - 0.1, h: 0.32 };
    const isOpen = i === tabs.length - 1;
    write(slide, at, tab, { size: SIZE.small, isBold: isOpen, colour: isOpen ? COLOUR.ink : COLOUR.soft });
    if (isOpen) shape(slide, 'rect', { x: at.x, y: at.y + 0.33, w: 0.55, h: 0.05 }, { fill: ORANGE });
  });
  const columns = columnsIn(inner) - 2;
  const braces = (lines: string[]) => coded(['{', ...lines.map((found) => `  ${found}`), '}'], COLOUR.ink, KEY);
  const at = (top: number, height: number): Box => ({ x: left, y: y + top, w: inner, h: height });
  const request = sent as Record<string, unknown>;
  put(slide, at(1.7, 1.1), braces(answered(request, Object.keys(request), columns)));
  line(slide, { x: left - 0.25, y: y + 2.82 }, { x: x + w, y: y + 2.82 }, { colour: EDGE });
  const fill = status < 400 ? COLOUR.good : COLOUR.bad;
  pill(slide, { x: left, y: y + 2.93, w: 1.9, h: 0.34 }, fill, `${status} ${NAMES[status] ?? ''}`);
  put(slide, at(3.32, h - 3.4), braces(answered(body, fields, columns)));
}
