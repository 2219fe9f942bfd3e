import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { etagOf } from '../values/etag.ts';

/** The files of the reference page. The function's package holds them under the same paths as the repository. */

interface Source {
  path: string;
  type: string;
  /** A browser keeps the file for so many seconds. */
  maxAge: number;
}

const MINUTE = 60;
const DAY = 86_400;
const LIBRARY = 'node_modules/swagger-ui-dist';

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';

/** The files by their names below `/docs`. The page itself has the empty name. */
const SOURCES: Record<string, Source> = {
  '': { path: 'functions/docs/page/index.html', type: html, maxAge: MINUTE },
  'start.js': { path: 'functions/docs/page/start.js', type: script, maxAge: MINUTE },
  'style.css': { path: 'functions/docs/page/style.css', type: css, maxAge: MINUTE },
  'openapi.yaml': { path: 'docs/openapi.yaml', type: 'application/yaml; charset=utf-8', maxAge: MINUTE },
  'swagger-ui-bundle.js': { path: `${LIBRARY}/swagger-ui-bundle.js`, type: script, maxAge: DAY },
  'swagger-ui.css': { path: `${LIBRARY}/swagger-ui.css`, type: css, maxAge: DAY },
};

/** A file, compressed or not. */
export interface Representation extends Omit<Source, 'path'> {
  content: Buffer;
  isCompressed: boolean;
  etag: string;
}

const prepared = new Map<string, Representation>();

/**
 * Reads a file of the page. It is read and compressed when it is first asked for.
 * @param name the path below `/docs`, `''` for the page itself
 * @returns `undefined` when the page has no such file
 */
export function fileOf(name: string, isCompressed: boolean): Representation | undefined {
  if (!Object.hasOwn(SOURCES, name)) return undefined;
  const { path, ...source } = SOURCES[name] as Source;
  const key = `${name} ${isCompressed}`;
  const present = prepared.get(key);
  if (present) return present;
  const plain = readFileSync(path);
  const content = isCompressed ? gzipSync(plain) : plain;
  const file = { ...source, content, isCompressed, etag: etagOf(content) };
  prepared.set(key, file);
  return file;
}
