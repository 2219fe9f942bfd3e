import { readYaml } from '../yaml.ts';
import type { Facts } from './facts.ts';

/** The content of texts.yml, with the facts in their places. */

/** What every page says, whatever else it shows. */
export interface Said {
  title: string;
  /** How long it takes to say the notes. */
  seconds: number;
  notes: string[];
}

export interface Card {
  heading: string;
  words: string[];
}

/** A part of the talk, and its pages in their order. */
interface Part {
  name: string;
  pages: string[];
}

export interface Texts {
  pages: Record<string, Said> & { plan: Said & { parts: (Part & { about: string })[]; annex: Part } };
  /** Words of the model, which are identifiers there, as French writes them in capitals. */
  accented: Record<string, string>;
}

const PLACE = /\$\{([\w.]+)\}/g;

function factAt(facts: Facts, path: string): string {
  const found = path.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], facts);
  if (found === undefined) throw new Error(`texts.yml asks for ${path}, which is no fact.`);
  return Array.isArray(found) ? found.join(', ') : String(found);
}

export const readTexts = (facts: Facts): Texts =>
  JSON.parse(JSON.stringify(readYaml<Texts>(new URL('texts.yml', import.meta.url))), (_, value) =>
    typeof value === 'string' ? value.replaceAll(PLACE, (_, path: string) => factAt(facts, path)) : value,
  );
