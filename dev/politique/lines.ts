import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';

/** Reads YAML so that each part of it is known by its line. */

/** What is wrong with a file, and on which line. */
export interface LineFault {
  line: number;
  message: string;
}

const TWICE = 'ce nom est écrit deux fois : gardez une seule des deux lignes';
const STAR = 'ce qui commence par une étoile s’écrit entre guillemets, comme "*/*"';
const UNREADABLE =
  'ne se lit pas, ou la ligne d’avant : vérifiez leur décalage, leurs guillemets, et que chaque crochet ouvert est fermé';

/** What makes a line unreadable. The parser would notice it further down, and complain about right lines as well. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/^ *\t/, 'la ligne commence par une tabulation : décalez-la par des espaces'],
  [/^ *(- +)?("[^"]*"|[^\s"#:]+):[^\s]/, 'il manque une espace après les deux-points'],
];

const slipsIn = (text: string): LineFault[] =>
  text
    .split('\n')
    .flatMap((written, n) => SLIPS.flatMap(([slip, message]) => (slip.test(written) ? { line: n + 1, message } : [])));

/** A YAML file, or what keeps it from being read. */
export interface ReadYaml {
  /** `undefined` when the file cannot be read as YAML. */
  content: unknown;
  faults: LineFault[];
  /** The line of a part; that of the closest part around it when it is not there. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

interface Noticed {
  line: number;
  code: string;
}

export function readLines(text: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number | undefined) => Math.max(1, lines.linePos(offset ?? 0).line);
  const [twice, unreadable] = [
    document.errors.filter(({ code }) => code === 'DUPLICATE_KEY'),
    document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY'),
  ].map((errors) => errors.map(({ code, pos: [start] }) => ({ line: lineAt(start), code }))) as [Noticed[], Noticed[]];
  const stars = new Set(unreadable.filter(({ code }) => code === 'BAD_ALIAS').map(({ line }) => line));
  // Nothing that a librarian writes needs YAML's anchors: a star is a forgotten quotation mark.
  visit(document, { Alias: (_, { range }) => void stars.add(lineAt(range?.[0])) });
  const first = unreadable.slice(0, 1).map(({ line }) => ({ line, message: UNREADABLE }));
  const slips = [...[...stars].map((line) => ({ line, message: STAR })), ...(first.length > 0 ? slipsIn(text) : [])];
  const hidden = slips.length > 0 ? slips : first;
  return {
    // A name that is written twice leaves the rest readable; anything else may hide where a part begins and ends.
    content: hidden.length > 0 ? undefined : document.toJS(),
    faults: [...hidden, ...twice.map(({ line }) => ({ line, message: TWICE }))],
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  let offset = document.contents?.range?.[0];
  let node: unknown = document.contents;
  for (const name of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(name)];
      if (!node) break;
      offset = (node as Node).range?.[0];
    } else break;
  }
  return offset;
}
