import { listed } from './names.ts';
import type { CsvFile } from './read.ts';

/** What was found out of a file, for the librarian who can tell whether it is right. */

const SEPARATORS: Record<string, string> = { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre' };

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  macintosh: 'Macintosh',
} as const;

export const toldOf = ({ kind, separator, encoding, ignored }: CsvFile): string[] => [
  `Contenu : ${kind}.`,
  `Écriture : ${encoding ? ENCODINGS[encoding] : 'sans accent jusqu’ici'}, cellules séparées par ${SEPARATORS[separator]}.`,
  ...(ignored.length > 0 ? [`Colonnes laissées de côté : ${listed(ignored)}.`] : []),
];
