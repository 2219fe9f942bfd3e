import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { argumentsIn } from '../import/arguments.ts';
import { Refusal } from '../import/refusal.ts';
import { EXPORTS, type Export } from './exports.ts';

/** What a librarian says on the command line. */

const NAMES = Object.keys(EXPORTS).join(', ');

const USAGE = `Usage : npm run export -- <fichier> [--url <adresse>]

Le nom du fichier dit ce qui sort : ${NAMES}.
Un dossier peut le précéder. Un fichier qui existe n’est pas écrasé. Le jeton d’une autre bibliothèque que celle de cette machine est dans JETON.`;

/** What was corrected in a file of that name would be lost. */
const present = (file: string, name: string): string =>
  `« ${file} » existe déjà, et un export n’écrase rien : renommez-le ou supprimez-le, ou nommez un autre dossier, comme sortie/${name}.`;

export interface Options {
  file: string;
  write: Export;
  url: string | undefined;
}

/** @throws Refusal that says what is wrong */
export function optionsIn(args: readonly string[]): Options {
  const { file, values } = argumentsIn(args, { url: { type: 'string' } }, USAGE);
  const name = basename(file);
  const write = Object.hasOwn(EXPORTS, name) && EXPORTS[name];
  if (!write) throw new Refusal(`« ${name} » n’est le nom d’aucun export : il y a ${NAMES}.`);
  if (existsSync(file)) throw new Refusal(present(file, name));
  return { file, write, url: values.url };
}
