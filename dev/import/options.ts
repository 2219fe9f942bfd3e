import { argumentsIn } from './arguments.ts';
import type { Kind as Genre } from './csv/columns.ts';
import { MODES, type Mode } from './kind.ts';
import { Refusal } from './refusal.ts';

/** What a librarian says on the command line. */

const USAGE = `Usage : npm run import -- <fichier> [options]

  --genre livres|utilisateurs     ce que contient le fichier, s’il ne se devine pas
  --format csv|marc               sa forme, si elle ne se devine pas
  --dialecte unimarc|marc21       pour un fichier MARC, si cela ne se devine pas
  --colonnes <fichier.yml>        les noms de ses colonnes, pour un CSV qui en a d’autres
  --existants ignorer|exemplaires|completer
                                  ce que devient ce que la bibliothèque a déjà (ignorer)
  --simulation                    dit ce qui serait fait, sans rien faire
  --url <adresse>                 une autre bibliothèque que celle de cette machine ; son jeton est dans JETON`;

export interface Options {
  file: string;
  genre: Genre | undefined;
  format: 'csv' | 'marc' | undefined;
  dialect: 'unimarc' | 'marc21' | undefined;
  columns: string | undefined;
  mode: Mode;
  isSimulation: boolean;
  url: string | undefined;
}

const text = { type: 'string' } as const;
const KNOWN = {
  genre: text,
  format: text,
  dialecte: text,
  colonnes: text,
  existants: text,
  url: text,
  simulation: { type: 'boolean' },
} as const;

/** @throws Refusal that says what is wrong, with the usage */
export function optionsIn(args: readonly string[]): Options {
  const { file, values } = argumentsIn(args, KNOWN, USAGE);
  return {
    file,
    genre: oneOf('genre', ['livres', 'utilisateurs'], values.genre),
    format: oneOf('format', ['csv', 'marc'], values.format),
    dialect: oneOf('dialecte', ['unimarc', 'marc21'], values.dialecte),
    columns: values.colonnes,
    mode: oneOf('existants', MODES, values.existants) ?? 'ignorer',
    isSimulation: values.simulation ?? false,
    url: values.url,
  };
}

function oneOf<const T extends string>(name: string, values: readonly T[], given: string | undefined): T | undefined {
  if (given === undefined || values.includes(given as T)) return given as T | undefined;
  throw new Refusal(`--${name} est ${values.join(', ')}, et non « ${given} ».`);
}
