import type { Facts } from './facts.ts';
import { begin, type Given } from './kit/page.ts';
import { packed } from './package.ts';
import * as annex from './pages/annex.ts';
import * as closing from './pages/closing.ts';
import * as data from './pages/data.ts';
import * as opening from './pages/opening.ts';
import * as running from './pages/running.ts';
import * as services from './pages/services.ts';
import { readTexts } from './texts.ts';

/** What draws each page, by the name that the page has in texts/. */
const DRAWN: Record<string, (given: Given<never>) => void> = {
  ...opening,
  ...services,
  ...data,
  ...running,
  ...closing,
  ...annex,
};

/** Draws every page. @returns the bytes of a `.pptx`, always the same for the same sources */
export async function presentation(facts: Facts): Promise<Uint8Array> {
  const pptx = begin();
  const texts = readTexts(facts);
  const { parts, annex } = texts.pages.plan;
  const all = [{ name: 'Plan', pages: ['cover', 'plan'] }, ...parts, annex];
  const missing = Object.keys(texts.pages).filter((page) => !all.some(({ pages }) => pages.includes(page)));
  if (missing.length > 0) throw new Error(`No part of the plan has the page ${missing}.`);
  for (const { name, pages } of all)
    for (const page of pages) DRAWN[page]?.({ pptx, part: name, said: texts.pages[page] as never, facts, texts });
  return packed((await pptx.write({ outputType: 'uint8array' })) as Uint8Array);
}
