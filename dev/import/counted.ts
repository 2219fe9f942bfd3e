import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Refusal } from './refusal.ts';

/** A file as a stream of bytes, of which is told how far it has been read. */

const DIGITS = 32;

/** The digest of a file, whatever its size, and its size. @throws Refusal when it cannot be read */
export async function measured(path: string): Promise<{ digest: string; size: number }> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return { digest: hash.digest('hex').slice(0, DIGITS), size: (await stat(path)).size };
  } catch (error) {
    throw new Refusal(
      REASONS[(error as NodeJS.ErrnoException).code ?? '']?.(path) ??
        `« ${path} » ne peut pas être lu : ${(error as Error).message}`,
    );
  }
}

const REASONS: Record<string, (path: string) => string> = {
  ENOENT: (path) => `« ${path} » n’existe pas.`,
  EISDIR: (path) => `« ${path} » est un dossier : donnez un fichier.`,
  EACCES: (path) => `« ${path} » ne peut pas être ouvert : les droits manquent.`,
};

/** @param onRead is told how many bytes have been taken so far */
export async function* bytesOf(path: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of createReadStream(path)) {
    count += chunk.length;
    onRead(count);
    yield chunk;
  }
}
