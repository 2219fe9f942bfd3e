import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** docs/presentation/presentation.pptx as the tests read it. Lengths are points of the page, as in the PDF. */

const EMU_A_POINT = 12_700;

export const PPTX = new URL('../../docs/presentation/presentation.pptx', import.meta.url);
export const PDF = new URL('../../docs/presentation/presentation.pdf', import.meta.url);

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Shape {
  area: Area;
  /** All that is written in it, a line for each paragraph. */
  text: string;
  /** Whether it hides what is behind it. */
  isFilled: boolean;
}

export interface Page {
  xml: string;
  shapes: Shape[];
  /** A line for each paragraph. */
  notes: string;
}

const parts = unzipSync(readFileSync(PPTX));
export const part = (name: string): string => strFromU8(parts[name] as Uint8Array);
export const names = Object.keys(parts);

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
export const unescaped = (text: string): string => text.replace(/&(\w+);/g, (_, name) => ENTITIES[name] as string);

/** The words of a part of a document. */
export const textOf = (xml: string): string =>
  xml
    .split('</a:p>')
    .map((paragraph) => [...paragraph.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => unescaped(text as string)).join(''))
    .filter((line) => line !== '')
    .join('\n');

/** Connectors have no area to speak of, and are left out. */
function shapesOf(xml: string): Shape[] {
  return [...xml.matchAll(/<p:(sp|graphicFrame|pic)>.*?<\/p:\1>/gs)].flatMap(([shape]) => {
    const [, x, y, w, h] = /<a:off x="(\d+)" y="(\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"/.exec(shape) ?? [];
    if (h === undefined) throw new Error(`A shape has no place: ${shape.slice(0, 300)}`);
    const [left, top, width, height] = [x, y, w, h].map((length) => Number(length) / EMU_A_POINT) as [
      number,
      number,
      number,
      number,
    ];
    const properties = shape.split('<p:txBody>')[0] as string;
    return {
      area: { left, top, right: left + width, bottom: top + height },
      text: textOf(shape),
      isFilled: !shape.startsWith('<p:sp>') || /<\/a:prstGeom><a:solidFill>/.test(properties),
    };
  });
}

/** Every page, in its order. */
export const pages: Page[] = names
  .flatMap((name) => /^ppt\/slides\/slide(\d+)[.]xml$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b)
  .map((number) => {
    const xml = part(`ppt/slides/slide${number}.xml`);
    return { xml, shapes: shapesOf(xml), notes: textOf(part(`ppt/notesSlides/notesSlide${number}.xml`)) };
  });
