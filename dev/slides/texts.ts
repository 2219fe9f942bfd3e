import { readYaml } from '../yaml.ts';
import type { Facts } from './facts.ts';

/** The content of texts/, with the facts in their places: what the pages say, part by part. */

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
  accented: Record<string, string>;
}

const PLACE = /\$\{([\w.]+)\}/g;

function factAt(facts: Facts, path: string): string {
  const found = path.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], facts);
  if (found === undefined) throw new Error(`A text asks for ${path}, which is no fact.`);
  return Array.isArray(found) ? found.join(', ') : String(found);
}

const PARTS = ['opening', 'services', 'data', 'running', 'closing', 'annex'];

const read = <T extends object>(name: string): T => readYaml<T>(new URL(`texts/${name}.yml`, import.meta.url));

export function readTexts(facts: Facts): Texts {
  const texts = { pages: Object.assign({}, ...PARTS.map(read)), accented: read('capitals') };
  return JSON.parse(JSON.stringify(texts), (_, value) =>
    typeof value === 'string' ? value.replaceAll(PLACE, (_, path: string) => factAt(facts, path)) : value,
  );
}
