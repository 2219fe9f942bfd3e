import { readFile } from 'node:fs/promises';
import { readMapping } from './csv/mapping.ts';
import { readCsv } from './csv/read.ts';
import { toldOf } from './csv/told.ts';
import { containerOf, withHead } from './marc/container.ts';
import { type Findings, newFindings } from './marc/model.ts';
import { readMarc } from './marc/read.ts';
import type { Options } from './options.ts';
import type { BookFields, MemberFields, SourceRecord } from './record.ts';
import { Refusal } from './refusal.ts';
import { UnreadableFile } from './unreadable.ts';

/** What a file is and what is in it, whatever program has written it. */

export type Source =
  | { genre: 'livres'; records: AsyncGenerator<SourceRecord<BookFields>>; told: () => string[] }
  | { genre: 'utilisateurs'; records: AsyncGenerator<SourceRecord<MemberFields>>; told: () => string[] };

type Asked = Pick<Options, 'genre' | 'format' | 'dialect' | 'columns'>;

const DIALECTS = { unimarc: 'UNIMARC', marc21: 'MARC 21' } as const;

/**
 * Finds out what the file is, unless that is said.
 * @returns its records, and what has been found, which is all told when the last of them has come
 * @throws UnreadableFile, also while the records come
 */
export async function openSource(bytes: AsyncIterable<Uint8Array>, asked: Asked): Promise<Source> {
  const { head, whole } = await withHead(bytes);
  if ((asked.format ?? formatOf(head)) === 'csv') return csvSource(whole, asked);
  if (asked.genre === 'utilisateurs') throw new Refusal('Un fichier MARC contient des documents : --genre livres.');
  const findings = newFindings();
  const dialect = asked.dialect && { dialect: DIALECTS[asked.dialect] };
  return { genre: 'livres', records: readMarc(whole, { findings, ...dialect }), told: () => saidOf(findings) };
}

/** What is not MARC may be CSV, whose reader says better what is missing. */
function formatOf(head: Uint8Array): 'csv' | 'marc' {
  try {
    containerOf(head);
    return 'marc';
  } catch (error) {
    if (error instanceof UnreadableFile) return 'csv';
    throw error;
  }
}

async function csvSource(bytes: AsyncIterable<Uint8Array>, { genre, columns }: Asked): Promise<Source> {
  const names = columns === undefined ? undefined : readMapping(await textOf(columns));
  const file = await readCsv(bytes, { ...(genre && { kind: genre }), ...(names && { columns: names }) });
  const told = () => toldOf(file);
  return file.kind === 'livres'
    ? { genre: file.kind, records: file.records, told }
    : { genre: file.kind, records: file.records, told };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new Refusal(`Le fichier des colonnes « ${path} » ne peut pas être lu.`);
  }
}

const saidOf = ({ container, dialect, encodings }: Findings): string[] => [
  'Contenu : livres.',
  `Écriture : ${dialect ?? 'MARC'}, ${container ?? ''}${[...encodings].map(([name, count]) => `, ${name} (${count})`).join('')}.`,
];
