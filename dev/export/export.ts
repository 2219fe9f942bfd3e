import { createWriteStream, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openLibrary } from '../import/access.ts';
import { Halted } from '../import/client.ts';
import { Refusal } from '../import/refusal.ts';
import { optionsIn } from './options.ts';

/** npm run export -- <file>: takes a library out, whole, through the API. The name of the file says what of it. */

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'son dossier n’existe pas.',
  ENOTDIR: 'son dossier n’en est pas un.',
  EISDIR: 'c’est un dossier.',
  EACCES: 'les droits manquent.',
  ENOSPC: 'le disque est plein.',
};

/** What was cut off is no export: the file has its name when it is whole. Nobody else on the machine reads it. */
async function takeOut(): Promise<void> {
  const { file, write, url } = optionsIn(process.argv.slice(2));
  const { client, address } = await openLibrary(url, (reason) => console.error(`Pause : ${reason}.`));
  const partial = `${file}.partiel`;
  process.on('SIGINT', () => {
    rmSync(partial, { force: true });
    process.exit(1);
  });
  try {
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
