import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { plural } from '../../lib/values/plural.ts';
import { newFindings } from './marc/model.ts';
import { readMarc } from './marc/read.ts';
import type { BookFields, SourceRecord } from './record.ts';

/**
 * npm run import:yaz -- <file.mrc> <encoding> holds what is read of an ISO 2709 file against what `yaz-marcdump`
 * (Debian's package `yaz`) makes of it: yaz takes the records apart and decodes them, in the encoding that it is told, as
 * `utf8`, `marc8` or `iso5426`. It names each field of ours that comes out otherwise, and fails when there is one.
 */

async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<SourceRecord<BookFields>[]> {
  const records: SourceRecord<BookFields>[] = [];
  for await (const record of readMarc(bytes, { findings: newFindings() })) records.push(record);
  return records;
}

const [file, encoding] = process.argv.slice(2);
if (!file || !encoding) {
  console.error('Usage : npm run import:yaz -- <fichier.mrc> utf8|marc8|iso5426');
  process.exit(1);
}

const yaz = spawn('yaz-marcdump', ['-i', 'marc', '-f', encoding, '-t', 'utf8', '-o', 'marcxml', file], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [ours, theirs] = await Promise.all([readAll(createReadStream(file)), readAll(yaz.stdout)]);

let differences = ours.length === theirs.length ? 0 : 1;
if (differences > 0) console.log(`${plural(ours.length, 'notice')} ici, ${theirs.length} pour yaz`);
for (const [n, { fields, faults }] of ours.entries()) {
  const other: Partial<BookFields> = theirs[n]?.fields ?? {};
  const names = new Set([...Object.keys(fields), ...Object.keys(other)]) as Set<keyof BookFields>;
  for (const name of names) {
    if (isDeepStrictEqual(fields[name], other[name])) continue;
    differences += 1;
    console.log(`notice ${n + 1}, ${name} :`, fields[name], '≠', other[name]);
  }
  for (const { champ, raison } of faults) console.log(`notice ${n + 1} refusée, ${champ} : ${raison}`);
}
console.log(`${plural(ours.length, 'notice')} lue${ours.length > 1 ? 's' : ''}, ${plural(differences, 'différence')}`);
process.exitCode = differences > 0 ? 1 : 0;
