import * as z from 'zod/mini';
import { Policy } from '../policy/policy.ts';

/**
 * The lending policy. The build puts politique.yml, compiled, in place of the variable: an environment of Lambda holds
 * 4 KB at most, and no file is read at a cold start. A policy that is malformed or missing stops at its start every
 * function that needs one, because it must not decide a loan. A function that needs none does not import this.
 */
function read(): Policy {
  const compiled = process.env.POLITIQUE_COMPILEE;
  if (!compiled) throw new Error('Politique de prêt absente : POLITIQUE_COMPILEE');
  const parsed = z.safeParse(Policy, JSON.parse(compiled));
  if (parsed.success) return parsed.data;
  throw new Error(`Politique de prêt refusée : ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
}

export const policy = read();

/** The names that a request may give, the default first. */
export const categories = policy.categories.map(({ name }) => name);
export const { types } = policy;
