import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

/** What stands on the command line of a program that takes one file and options. */

/** @throws Refusal that says what is wrong, with the usage */
export function argumentsIn<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
) {
  const { values, positionals } = parsed(args, options, usage);
  const [file, ...rest] = positionals;
  if (file === undefined) throw new Refusal(`Quel fichier ?\n\n${usage}`);
  if (rest.length > 0) throw new Refusal(`Un seul fichier à la fois : « ${rest[0]} » est de trop.\n\n${usage}`);
  return { file, values };
}

function parsed<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const option = /'(--?[^' =]+)/.exec((error as Error).message)?.[1] ?? '';
    throw new Refusal(`L’option ${option} n’existe pas, ou sa valeur manque ou est de trop.\n\n${usage}`);
  }
}
