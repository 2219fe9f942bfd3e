import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { FREE, TIED } from './kit/link.ts';

/** Makes of what the library writes a file that is the same at every build, whose lines are connectors. */

/** When the document says that it was made, always. */
const WHEN = '2026-01-01T00:00:00Z';
/** The same of its entries, which an archive dates in the time of the place where it is made. */
const WHEN_HERE = new Date(2026, 0, 1);

/** Where a connector can be tied to a shape, in the order in which PowerPoint counts. An ellipse has a place between each two. */
const SITES = ['top', 'left', 'bottom', 'right'];

const LINE = new RegExp(
  `<p:sp><p:nvSpPr><p:cNvPr id="(\\d+)" name="((?:${FREE}|${TIED})[^"]*)">.*?<p:spPr>(.*?)</p:spPr>.*?</p:sp>`,
  'gs',
);

/** Where a connector ends, as the file says it. */
function tie(tag: string, end: string, slide: string): string {
  const [name, side = ''] = end.split('@');
  const shape = new RegExp(`<p:cNvPr id="(\\d+)" name="${name}">.*?<a:prstGeom prst="(\\w+)"`, 's').exec(slide);
  if (!shape) throw new Error(`No shape is named « ${name} ».`);
  const [, id, kind] = shape;
  return `<a:${tag} id="${id}" idx="${SITES.indexOf(side) * (kind === 'ellipse' ? 2 : 1)}"/>`;
}

/** Gives every object of a slide a number of its own. */
function numbered(slide: string): string {
  let id = 0;
  return slide.replace(/<p:cNvPr id="\d+"/g, () => {
    id += 1;
    return `<p:cNvPr id="${id}"`;
  });
}

/**
 * A paragraph says its properties once, before its first run, while the library says them before each; and the language
 * is French, so that PowerPoint does not underline every word.
 */
const tidied = (part: string): string =>
  part.replace(/(?<=<\/a:r>)<a:pPr\b.*?<\/a:pPr>/gs, '').replaceAll('lang="en-US"', 'lang="fr-FR"');

/** Makes connectors of the lines, tied to the shapes that their names say. */
const connected = (slide: string): string =>
  slide.replace(LINE, (_, id, name, properties) => {
    const [from, to] = name.startsWith(TIED) ? name.slice(TIED.length + 1).split(' &gt; ') : [];
    const ties = from ? tie('stCxn', from, slide) + tie('endCxn', to, slide) : '';
    const head = `<p:nvCxnSpPr><p:cNvPr id="${id}" name="${from ? `${TIED} ${id}` : `${FREE} ${id}`}"/><p:cNvCxnSpPr>${ties}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>`;
    return `<p:cxnSp>${head}<p:spPr>${properties}</p:spPr></p:cxnSp>`;
  });

/** The digest of all the parts but `core`, which carries it: a PDF made from the file keeps it among its keywords. */
const digestOf = (parts: Record<string, Uint8Array>, core: string): string => {
  const hash = createHash('sha256');
  for (const name of Object.keys(parts).sort()) if (name !== core) hash.update(name).update(parts[name] as Uint8Array);
  return hash.digest('hex').slice(0, 32);
};

const CORE = 'docProps/core.xml';
const TYPES = '[Content_Types].xml';

/** @param bytes what the library has written @returns the bytes of the file */
export function packed(bytes: Uint8Array): Uint8Array {
  const changed = (name: string, content: Uint8Array): Uint8Array => {
    if (/^ppt\/slides\/slide\d+[.]xml$/.test(name)) return strToU8(connected(numbered(tidied(strFromU8(content)))));
    return name.startsWith('ppt/') && name.endsWith('.xml') ? strToU8(tidied(strFromU8(content))) : content;
  };
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') })).map(([name, content]) => [
      name,
      changed(name, content),
    ]),
  );
  // The library lists a master for every page, and writes one.
  const types = strFromU8(parts[TYPES] as Uint8Array).replace(
    /<Override PartName="\/([^"]+)"[^>]*\/>/g,
    (line, name) => (name in parts ? line : ''),
  );
  parts[TYPES] = strToU8(types);
  const core = strFromU8(parts[CORE] as Uint8Array)
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${WHEN}`)
    .replace('</cp:coreProperties>', `<cp:keywords>${digestOf(parts, CORE)}</cp:keywords></cp:coreProperties>`);
  return zipSync({ ...parts, [CORE]: strToU8(core) }, { mtime: WHEN_HERE, level: 9 });
}
