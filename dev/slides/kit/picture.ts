import { readFileSync } from 'node:fs';
import { COLOUR } from '../theme.ts';
import type { Slide } from './library.ts';
import { type Box, shape } from './text.ts';

/** Pixels of a PNG, as its first chunk says. */
function sizeOf(file: string): { w: number; h: number } {
  const bytes = readFileSync(file);
  return { w: bytes.readUInt32BE(16), h: bytes.readUInt32BE(20) };
}

/** Shows a real picture, whole, as large as it can be in the box. @param words what it shows, for those who do not see it */
export function picture(slide: Slide, box: Box, file: string, words: string): void {
  const size = sizeOf(file);
  const scale = Math.min((box.w - 0.2) / size.w, (box.h - 0.2) / size.h);
  const [w, h] = [size.w * scale, size.h * scale];
  const at = { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2 };
  const frame = { x: at.x - 0.1, y: at.y - 0.1, w: w + 0.2, h: h + 0.2 };
  shape(slide, 'rect', frame, { fill: COLOUR.white, line: COLOUR.line });
  slide.addImage({ data: `image/png;base64,${readFileSync(file, 'base64')}`, ...at, w, h, altText: words });
}
