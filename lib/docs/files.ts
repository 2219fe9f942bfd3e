import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { CORE_SCHEMA, load } from 'js-yaml';
import { etagOf } from '../values/etag.ts';

/** The files of the reference page. The function's package holds them under the same paths as the repository. */

interface Source {
  path: string;
  type: string;
  /** A browser keeps the file for so many seconds. */
  maxAge: number;
  /** Makes what is sent from what the file holds. */
  convert?: (text: string) => string;
}

const MINUTE = 60;
const DAY = 86_400;
const LIBRARY = 'node_modules/@scalar/api-reference/dist/browser';
const DOCUMENT = 'docs/openapi.yaml';

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';

const toJson = (yaml: string): string => JSON.stringify(load(yaml, { schema: CORE_SCHEMA }));

/** The files by their addresses. */
const SOURCES: Record<string, Source> = {
  '/docs': { path: 'functions/docs/page/index.html', type: html, maxAge: MINUTE },
  '/docs/start.js': { path: 'functions/docs/page/start.js', type: script, maxAge: MINUTE },
  '/docs/marks.js': { path: 'functions/docs/page/marks.js', type: script, maxAge: MINUTE },
  '/docs/session.js': { path: 'functions/docs/page/session.js', type: script, maxAge: MINUTE },
  '/docs/style.css': { path: 'functions/docs/page/style.css', type: css, maxAge: MINUTE },
  '/docs/openapi.yaml': { path: DOCUMENT, type: 'application/yaml; charset=utf-8', maxAge: MINUTE },
  '/openapi.json': { path: DOCUMENT, type: 'application/json; charset=utf-8', maxAge: MINUTE, convert: toJson },
  // It names the parts of its own version, and so may not outlive them.
  '/docs/scalar/standalone.esm.js': { path: `${LIBRARY}/standalone.esm.js`, type: script, maxAge: MINUTE },
};

/** The library loads its parts when it needs them; the name of each changes with its content. */
const PART = /^\/docs\/scalar\/(chunks\/[\w.-]+\.js)$/;

function sourceAt(address: string): Source | undefined {
  if (Object.hasOwn(SOURCES, address)) return SOURCES[address];
  const part = PART.exec(address)?.[1];
  return part ? { path: `${LIBRARY}/${part}`, type: script, maxAge: DAY } : undefined;
}

/** Reads a file. @returns `undefined` when there is none: a part's name may be of another version */
function read({ path, convert }: Source): Buffer | undefined {
  try {
    const content = readFileSync(path);
    return convert ? Buffer.from(convert(String(content))) : content;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file, compressed or not. */
export interface Representation extends Pick<Source, 'type' | 'maxAge'> {
  content: Buffer;
  isCompressed: boolean;
  etag: string;
}

const prepared = new Map<string, Representation>();

/**
 * Reads a file of the page. It is read and compressed when it is first asked for.
 * @param address where it is asked for: `/docs` for the page itself
 * @returns `undefined` when the page has no such file
 */
export function fileOf(address: string, isCompressed: boolean): Representation | undefined {
  const key = `${address} ${isCompressed}`;
  const present = prepared.get(key);
  if (present) return present;
  const source = sourceAt(address);
  const plain = source && read(source);
  if (!plain) return undefined;
  const content = isCompressed ? gzipSync(plain) : plain;
  const { type, maxAge } = source;
  const file = { type, maxAge, content, isCompressed, etag: etagOf(content) };
  prepared.set(key, file);
  return file;
}
