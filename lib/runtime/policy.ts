import type { Policy } from '../policy/policy.ts';

/**
 * The lending policy. The build checks politique.yml and puts it, compiled, in place of the variable: an environment of
 * Lambda holds 4 KB at most, and no file is read at a cold start. A function that needs a policy and was built without
 * one stops at its start, because it must not decide a loan. One that needs none does not import this.
 */
function read(): Policy {
  const compiled = process.env.POLITIQUE_COMPILEE;
  if (!compiled) throw new Error('Politique de prêt absente : POLITIQUE_COMPILEE');
  return JSON.parse(compiled);
}

export const policy = read();

/** The names that a request may give, the default first. */
export const categories = policy.categories.map(({ name }) => name);
export const { types } = policy;
