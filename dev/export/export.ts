import { createWriteStream, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openLibrary } from '../import/access.ts';
import { Halted } from '../import/client.ts';
import { Refusal } from '../import/refusal.ts';
import { EXPORTS, type Export } from './exports.ts';

/** npm run export -- <file>: takes a library out, whole, through the API. The name of the file says what of it. */

const USAGE = `Usage : npm run export -- <fichier> [--url <adresse>]

Le nom du fichier dit ce qui sort : ${Object.keys(EXPORTS).join(', ')}.
Un dossier peut le précéder. Le jeton d’une autre bibliothèque que celle de cette machine est dans JETON.`;

function asked(): { file: string; url: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
    const [file, ...rest] = positionals;
    if (file !== undefined && rest.length === 0 && Object.hasOwn(EXPORTS, basename(file)))
      return { file, url: values.url };
  } catch {
    // An option that there is none of is told like a file that there is none of.
  }
  throw new Refusal(USAGE);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'son dossier n’existe pas.',
  ENOTDIR: 'son dossier n’en est pas un.',
  EISDIR: 'c’est un dossier.',
  EACCES: 'les droits manquent.',
  ENOSPC: 'le disque est plein.',
};

/** What was cut off is no export: the file has its name when it is whole. Nobody else on the machine reads it. */
async function takeOut(): Promise<void> {
  const { file, url } = asked();
  const { client, address } = await openLibrary(url, (reason) => console.error(`Pause : ${reason}.`));
  const partial = `${file}.partiel`;
  process.on('SIGINT', () => {
    rmSync(partial, { force: true });
    process.exit(1);
  });
  try {
    const write = EXPORTS[basename(file)] as Export;
    await pipeline(Readable.from(write(client)), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    const { syscall, code = '', message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new Refusal(`« ${file} » ne peut pas être écrit : ${REASONS[code] ?? message}`, { cause: error });
  }
  console.log(`${file} : tout est sorti de ${address}`);
}

try {
  await takeOut();
} catch (error) {
  if (!(error instanceof Refusal || error instanceof Halted)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
