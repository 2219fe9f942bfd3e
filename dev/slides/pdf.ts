import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SOFFICE = process.env.SOFFICE ?? 'soffice';

/** LibreOffice, and fonts as wide as those of PowerPoint. */
const PACKAGES = 'libreoffice-impress-nogui fonts-crosextra-caladea fonts-crosextra-carlito fonts-liberation';

/**
 * Makes the PDF of a presentation beside it, by LibreOffice.
 * @throws Error when LibreOffice is not installed
 */
export async function toPdf(file: URL): Promise<void> {
  // A profile of its own, so that a LibreOffice that is open elsewhere is no obstacle.
  const profile = await mkdtemp(join(tmpdir(), 'diapositives-'));
  try {
    await run(SOFFICE, [
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      dirname(fileURLToPath(file)),
      fileURLToPath(file),
    ]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`Le PDF n’est pas fait : LibreOffice manque (apt-get install ${PACKAGES}).`);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
