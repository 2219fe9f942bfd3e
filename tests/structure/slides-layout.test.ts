import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type Area, PDF, pages } from '../support/slides.ts';

/**
 * How the slides look, as LibreOffice has laid them out in the PDF, of which another test says that it is made from the
 * presentation. The fonts there are as wide as those of PowerPoint.
 */

const PROGRAM = process.env.PDFTOTEXT ?? '/usr/bin/pdftotext';
const isThere = process.env.PDFTOTEXT !== undefined || existsSync(PROGRAM);
if (!isThere)
  console.warn(`The layout of the slides is not looked at: there is no ${PROGRAM}. apt-get install poppler-utils`);

interface Word {
  text: string;
  area: Area;
}

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The letters of a font are lower than its line: the line's upper and lower parts are empty. */
function letters(left: number, top: number, right: number, bottom: number): Area {
  const height = bottom - top;
  return { left, top: top + height * 0.28, right, bottom: bottom - height * 0.26 };
}

/** The words of each page as they are seen. */
function seen(): Word[][] {
  const html = execFileSync(PROGRAM, ['-bbox', fileURLToPath(PDF), '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(WORD)].map(([, left, top, right, bottom, text = '']) => ({
        text: text.replace(/&(\w+);/g, (_, name) => ENTITIES[name] ?? ''),
        area: letters(Number(left), Number(top), Number(right), Number(bottom)),
      })),
    );
}

/** Points by which a letter may lean out of its box, as an italic one does. */
const SLACK = 1.5;

const isWithin = (inner: Area, outer: Area): boolean =>
  inner.left >= outer.left - SLACK &&
  inner.right <= outer.right + SLACK &&
  inner.top >= outer.top - SLACK &&
  inner.bottom <= outer.bottom + SLACK;

/** By how much two areas cover each other, in points: the lesser of width and height. */
const overlap = (one: Area, other: Area): number =>
  Math.min(
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  );

const bare = (text: string): string => text.replace(/\s/g, '');

/** What of a text is not among the letters that are there: empty when each is there as often as it has to be. */
function missing(text: string, there: string): string {
  const rest = [...there];
  return [...text]
    .filter((letter) => {
      const at = rest.indexOf(letter);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    })
    .join('');
}

const pairs = <T>(all: T[]): [T, T][] => all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]));

const laidOut = isThere ? seen() : [];

(isThere ? describe : describe.skip).each(pages.map((page, i) => ({ ...page, number: i + 1 })))(
  'page $number',
  ({ shapes, number }) => {
    const words = laidOut[number - 1] ?? [];
    const written = shapes.filter(({ text }) => text !== '');

    test('has no word but those that the presentation has, and all of these', () => {
      const inPdf = words.map(({ text }) => text).join('');
      const inPresentation = bare(written.map(({ text }) => text).join(''));
      // A bullet is not written, but drawn.
      expect(missing(bare(inPdf).replaceAll('•', ''), inPresentation)).toBe('');
      expect(missing(inPresentation, bare(inPdf))).toBe('');
    });

    test.each(written)('« $text » stays in its box', ({ text, area }) => {
      const inside = words.filter((word) => isWithin(word.area, area));
      expect(missing(bare(text), inside.map((word) => bare(word.text)).join(''))).toBe('');
    });

    test('has no words on top of others', () => {
      const clashes = pairs(words).filter(([one, other]) => overlap(one.area, other.area) > SLACK);
      expect(clashes.map((clash) => clash.map(({ text }) => text))).toEqual([]);
    });

    test('has no shapes that cover a part of others: they stand apart, or one within another', () => {
      const filled = shapes.filter(({ isFilled }) => isFilled);
      const clashes = pairs(filled).filter(
        ([one, other]) =>
          overlap(one.area, other.area) > SLACK && !isWithin(one.area, other.area) && !isWithin(other.area, one.area),
      );
      expect(clashes.map((clash) => clash.map(({ text, area }) => ({ text, area })))).toEqual([]);
    });
  },
);
