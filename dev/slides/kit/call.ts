import type { Recorded } from '../recorded.ts';
import { COLOUR, FONT } from '../theme.ts';
import { pill } from './card.ts';
import type { Run, Slide } from './library.ts';
import { type Box, put, shape, write } from './text.ts';

/** A call that was really made, and the fields of its answer that a slide shows. */

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const PAD = 0.22;
const SIZE = 15;
/** Of a line, in points and in inches. */
const LEADING = 19;
const LINE = LEADING / 72;
/** Every character of the font is six tenths of its size wide. */
const CHARACTER = (SIZE * 0.6) / 72;
const HEAD = 0.62;
const PILL = { w: 0.8, h: 0.3 };

const METHOD: Record<string, string> = { GET: '2F6DB5', POST: '3A7D44' };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Identifiers are shown by their beginning: nobody reads them. */
const shortened = (text: string): string => text.replace(UUID, (id) => `${id.slice(0, 8)}…`);

/** A value on one line. */
function written(value: unknown): string {
  if (!isObject(value)) return shortened(JSON.stringify(value).replaceAll('","', '", "'));
  const members = Object.entries(value).map(([key, inner]) => `"${key}": ${written(inner)}`);
  return `{${members.join(', ')}}`;
}

/** Breaks a line that is too long after a space, or before a part of a path or of a query. */
function folded(text: string, columns: number): string[] {
  const lines = [''];
  for (const piece of text.split(/(?<= )|(?=[/?&])/)) {
    const isFull = `${lines.at(-1)}${piece}`.trimEnd().length > columns;
    if (isFull) lines.push(`  ${piece}`);
    else lines.push(`${lines.pop()}${piece}`);
  }
  return lines.map((line) => line.trimEnd());
}

/** Fields as JSON has them, without the outer braces; a last line says when there are others. */
export function answered(body: Record<string, unknown>, fields: string[], columns: number): string[] {
  const hasMore = Object.keys(body).length > fields.length;
  const lines = fields.flatMap((field, i) => {
    if (!(field in body)) throw new Error(`The answer has no field ${field}.`);
    const value = body[field];
    const comma = i < fields.length - 1 || hasMore ? ',' : '';
    const line = `"${field}": ${written(value)}${comma}`;
    if (!isObject(value) || line.length <= columns) return folded(line, columns);
    const inner = answered(value, Object.keys(value), columns - 2).map((found) => `  ${found}`);
    return [`"${field}": {`, ...inner, `}${comma}`];
  });
  return hasMore ? [...lines, '…'] : lines;
}

/** Lines of code, with the keys of JSON in a colour of their own. */
export function coded(lines: string[], colour: string, keyColour: string): Run[] {
  const run = (text: string, color: string, breakLine: boolean): Run => ({
    text,
    options: { fontFace: FONT.code, fontSize: SIZE, bold: true, color, breakLine, align: 'left', lineSpacing: LEADING },
  });
  return lines.flatMap((line) => {
    const [, key = '', rest = ''] = /^(\s*"\w+"(?=:))?(.*)$/.exec(line) ?? [];
    return key ? [run(key, keyColour, false), run(rest, colour, true)] : [run(rest, colour, true)];
  });
}

export const columnsIn = (width: number): number => Math.floor(width / CHARACTER);

interface Shown {
  /** Of the answer, those that are shown. */
  fields: string[];
  /** The part of the answer whose fields they are, when it is not the whole. */
  of?: Record<string, unknown>;
}

/**
 * Draws the call and its answer, one under the other.
 * @param at a height, if any, is the least that the block has
 * @returns the height of the block
 */
export function call(
  slide: Slide,
  { x, y, w, h: least = 0 }: Omit<Box, 'h'> & { h?: number },
  { method, path, sent, status, body }: Recorded,
  { fields, of = body }: Shown,
): number {
  const inner = { x: x + PAD, w: w - 2 * PAD };
  const columns = columnsIn(inner.w);
  const beside = { x: inner.x + PILL.w + 0.15, w: inner.w - 2 * (PILL.w + 0.15) };
  const asked = folded(decodeURI(shortened(path)), columnsIn(beside.w));
  const said = sent ? folded(written(sent), columns) : [];
  const told = answered(of, fields, columns);
  const head = HEAD + (asked.length - 1) * LINE;
  const h = Math.max(least, head + (said.length + told.length) * LINE + (said.length > 0 ? 0.1 : 0) + 0.12);

  shape(slide, 'roundRect', { x, y, w, h }, { fill: COLOUR.code, radius: 0.1 });
  const white = { size: SIZE, font: FONT.code, isBold: true, colour: COLOUR.white, leading: LEADING } as const;
  pill(slide, { ...PILL, x: inner.x, y: y + 0.18 }, METHOD[method] as string, method);
  pill(slide, { ...PILL, x: x + w - PAD - PILL.w, y: y + 0.18 }, status < 400 ? COLOUR.good : COLOUR.bad, `${status}`);
  write(slide, { ...beside, y: y + 0.19, h: asked.length * LINE + 0.05 }, asked, white);
  if (said.length > 0) write(slide, { ...inner, y: y + head, h: said.length * LINE + 0.05 }, said, white);
  const top = y + head + said.length * LINE + (said.length > 0 ? 0.1 : 0);
  const box = { ...inner, y: top, h: told.length * LINE + 0.05 };
  put(slide, box, coded(told, COLOUR.codeText, COLOUR.codeKey));
  return h;
}
