import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Policy } from '../../lib/policy/policy.ts';
import { type LineFault, readLines } from './lines.ts';
import { policyOf } from './schema.ts';

/** Compiles politique.yml. Everything that starts, packages or imports functions comes here first. */

/** The policy is refused; the message names every fault with its line, for the person who wrote the file. */
export class PolicyRefused extends Error {}

const SHIPPED = fileURLToPath(new URL('../../politique.yml', import.meta.url));

/** `POLITIQUE` names another file, relative to the folder in which the command was typed. */
const chosenFile = (): string => {
  const { POLITIQUE, INIT_CWD = '.' } = process.env;
  return POLITIQUE ? resolve(INIT_CWD, POLITIQUE) : SHIPPED;
};

const byLine = (faults: LineFault[]) => faults.sort((one, other) => one.line - other.line);

/** Makes the policy of a file's text, or tells every fault of it, by line. */
export function parsePolicy(text: string): { policy: Policy | undefined; faults: LineFault[] } {
  const { content, faults, lineOf } = readLines(text);
  if (content === undefined) return { policy: undefined, faults: byLine(faults) };
  const { policy, faults: others } = policyOf(content);
  const told = others.map(({ path, message }) => ({ line: lineOf(path), message: [...path, message].join(' : ') }));
  const all = byLine([...faults, ...told]);
  return { policy: all.length === 0 ? policy : undefined, faults: all };
}

/** Reads and compiles a file. @throws PolicyRefused */
export function readPolicy(file = chosenFile()): Policy {
  const { policy, faults } = parsePolicy(textOf(file));
  if (policy) return policy;
  const lines = faults.map(({ line, message }) => `- ligne ${line} : ${message}`);
  throw new PolicyRefused([`La politique de prêt est refusée. À corriger dans ${file} :`, ...lines].join('\n'));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new PolicyRefused(`La politique de prêt ne peut pas être lue : il n’y a pas de fichier ${file}`);
  }
}

/** Gives this process what the build gives a function. @throws PolicyRefused */
export function standForPolicy(): void {
  process.env.POLITIQUE_COMPILEE = JSON.stringify(readPolicy());
}

/** What the bundler writes into functions in place of the variable. @throws PolicyRefused */
export const definedPolicy = () => ({
  'process.env.POLITIQUE_COMPILEE': JSON.stringify(JSON.stringify(readPolicy())),
});
