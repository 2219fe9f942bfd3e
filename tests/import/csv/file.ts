import { type CsvFile, readCsv } from '../../../dev/import/csv/read.ts';

/** Files for the tests of reading, which come in pieces as they do from a disk. */

/** What is asked of the reader. */
export type Asked = Parameters<typeof readCsv>[1];

export async function* pieces(bytes: Uint8Array, size = 64): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

export const read = (content: string | Uint8Array, asked?: Asked, size?: number): Promise<CsvFile> =>
  readCsv(pieces(typeof content === 'string' ? Buffer.from(content) : content, size), asked);

/** What a record may say, of a book or of a member. */
export type Fields = Partial<Record<string, string>> & { exemplaires?: Partial<Record<string, string>>[] };

export interface Told {
  number: number;
  line: number;
  fields: Fields;
  faults: { champ: string; raison: string }[];
}

export async function recordsIn({ records }: CsvFile): Promise<Told[]> {
  const all: Told[] = [];
  for await (const record of records) all.push(record as Told);
  return all;
}

export const readAll = async (content: string | Uint8Array, asked?: Asked, size?: number): Promise<Told[]> =>
  recordsIn(await read(content, asked, size));

/** One book for each text, as its title. */
export const titlesIn = async (content: string | Uint8Array, size?: number) =>
  (await readAll(content, {}, size)).map(({ fields }) => fields.titre);
