import type { Facts } from '../facts.ts';
import type { Said, Texts } from '../texts.ts';
import { ACCENT, type Accent, COLOUR, FONT, HEIGHT, INNER, MARGIN, SIZE, WIDTH } from '../theme.ts';
import { Library, type Placeholder, type Presentation, type Slide } from './library.ts';
import { shape, write } from './text.ts';
import { typeset } from './typeset.ts';

/** What every page has: its place in the talk, its title, its number, and what is said in how many seconds. */

/** What a page is drawn from. */
export interface Given<Text = object> {
  pptx: Presentation;
  /** The part of the talk that it belongs to. */
  part: string;
  said: Said & Text;
  facts: Facts;
  texts: Texts;
}

/** Books on a shelf, seen by their backs: width and height in parts of the highest, and whose colour they have. */
const BACKS: [width: number, height: number, accent: keyof typeof ACCENT][] = [
  [0.22, 0.82, 'users'],
  [0.16, 1, 'books'],
  [0.26, 0.72, 'loans'],
  [0.18, 0.9, 'common'],
  [0.2, 0.78, 'books'],
];

const small = BACKS.map(([width, height, accent], i) => {
  const x = BACKS.slice(0, i).reduce((all, [before]) => all + before + 0.04, 0);
  const [w, h] = [width * 0.45, height * 0.3];
  const fill = { color: ACCENT[accent].strong };
  return { rect: { x: MARGIN + x * 0.45, y: 7.28 - h, w, h, fill } };
});

const placeholder = (name: string, type: 'title' | 'body', options: Omit<Placeholder, 'name' | 'type'>) => ({
  placeholder: { options: { name, type, margin: 0, ...options }, text: name },
});

const HEADING = { fontFace: FONT.title, bold: true, align: 'left', valign: 'middle' } as const;
const FIELD = { fontFace: FONT.text, fontSize: 22, color: COLOUR.white, align: 'left', valign: 'middle' } as const;

const field = (name: string, y: number) => placeholder(name, 'body', { x: 0.9, y, w: 6.4, h: 0.44, ...FIELD });

const TITLE = { x: MARGIN, y: 0.66, w: INNER, h: 0.66 };
const COVER_TITLE = { x: 0.9, y: 1.5, w: 6.6, h: 1.1 };
const NUMBER = { x: WIDTH - MARGIN - 0.6, y: 6.98, w: 0.6, h: 0.3 };

/** Begins a presentation, with the layouts of its pages. */
export function begin(): Presentation {
  const pptx = new Library();
  pptx.defineLayout({ name: 'LARGE', width: WIDTH, height: HEIGHT });
  pptx.layout = 'LARGE';
  pptx.title = 'La bibliothèque : trois services sans serveur';
  pptx.subject = 'Présentation du projet';
  pptx.author = '';
  pptx.company = '';
  pptx.theme = { headFontFace: FONT.title, bodyFontFace: FONT.text };
  pptx.defineSlideMaster({
    title: 'Page',
    background: { color: COLOUR.paper },
    objects: [
      placeholder('Titre', 'title', { ...TITLE, ...HEADING, fontSize: SIZE.title, color: COLOUR.ink }),
      ...small,
    ],
    slideNumber: {
      ...NUMBER,
      fontFace: FONT.text,
      fontSize: SIZE.least,
      color: COLOUR.soft,
      align: 'right',
      margin: 0,
    },
  });
  pptx.defineSlideMaster({
    title: 'Couverture',
    background: { color: COLOUR.ink },
    objects: [
      placeholder('Titre', 'title', { ...COVER_TITLE, ...HEADING, fontSize: 60, color: COLOUR.white }),
      field('Noms', 4.75),
      field('Cours', 5.3),
      field('Date', 5.85),
    ],
  });
  return pptx;
}

const noted = (slide: Slide, { seconds, notes }: Said): void => {
  slide.addNotes([`${seconds} secondes`, ...notes].map(typeset).join('\n\n'));
};

/** Adds a page. */
export function page({ pptx, said, part }: Given, { strong }: Accent = ACCENT.common): Slide {
  const slide = pptx.addSlide({ masterName: 'Page' });
  shape(slide, 'rect', { x: MARGIN, y: 0.38, w: 0.42, h: 0.24 }, { fill: strong });
  const style = { size: SIZE.small, isBold: true, colour: strong, valign: 'middle' } as const;
  write(slide, { x: MARGIN + 0.54, y: 0.35, w: INNER - 0.54, h: 0.3 }, part, style);
  slide.addText(typeset(said.title), { placeholder: 'Titre' });
  noted(slide, said);
  return slide;
}

/** Adds a page on dark ground: the first and the last. */
export function darkPage({ pptx, said }: Given): Slide {
  const slide = pptx.addSlide({ masterName: 'Couverture' });
  slide.addText(typeset(said.title), { placeholder: 'Titre' });
  noted(slide, said);
  return slide;
}

/** Inches of a part of a book's width and of its height, where the shelf is large. */
const LARGE = { w: 2.3, h: 4 };

/** Draws the shelf large, on the right of a dark page. */
export function shelf(slide: Slide): void {
  const [x, bottom] = [7.55, 6.2];
  let at = x;
  for (const [width, height, accent] of [...BACKS, ...BACKS.toReversed()]) {
    const [w, h] = [width * LARGE.w, height * LARGE.h];
    const back = { x: at, y: bottom - h, w, h };
    shape(slide, 'rect', back, { fill: ACCENT[accent].strong });
    shape(slide, 'rect', { x: at, y: back.y + h * 0.12, w, h: 0.07 }, { fill: COLOUR.codeKey });
    shape(slide, 'rect', { x: at, y: bottom - 0.55, w, h: 0.07 }, { fill: COLOUR.codeKey });
    at += w + 0.05;
  }
  shape(slide, 'rect', { x: x - 0.2, y: bottom, w: at - x + 0.4, h: 0.09 }, { fill: COLOUR.codeKey });
}
