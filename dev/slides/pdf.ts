import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const SOFFICE = process.env.SOFFICE ?? 'soffice';

/**
 * Makes the PDF of a presentation beside it, or in another folder, by LibreOffice.
 * @throws Error when LibreOffice is not installed
 */
export async function toPdf(file: URL, folder = dirname(fileURLToPath(file))): Promise<void> {
  // A profile of its own, so that a LibreOffice that is open elsewhere is no obstacle.
  const profile = await mkdtemp(join(tmpdir(), 'diapositives-'));
  try {
    await promisify(execFile)(SOFFICE, [
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      fileURLToPath(file),
    ]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
