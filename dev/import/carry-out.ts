import { createHash } from 'node:crypto';
import { type Answer, type Client, detailOf, type Problem } from './client.ts';
import type { Fault } from './record.ts';
import { fieldAt } from './shapes.ts';
import type { Plan, Step } from './verdict.ts';

/** Sends the requests of a plan, each under a key of its own, so that the plan can be carried out again at any time. */

export interface CarriedOut {
  /** Of what was made or changed; empty when nothing was. */
  id: string;
  /** Why the library has refused a request of the plan; none when all is done. */
  faults: Fault[];
  /** How many requests it has carried out. */
  carriedOut: number;
}

export async function carryOut(client: Client, plan: Plan, key: string): Promise<CarriedOut> {
  let id = plan.id ?? '';
  let last = '';
  for (const [n, step] of plan.steps.entries()) {
    const path = step.path.replace('{id}', id).replace('{dernier}', last);
    const answer = await client.send<{ id: string }>(step.method, path, {
      body: step.body,
      ...(step.method === 'POST' && { key: keyOf(key, n, step) }),
      ...(step.version && { version: step.version }),
    });
    if (answer.status >= 400 && !(await isDoneAlready(client, step, path, answer)))
      return { id, faults: faultsOf(answer, n), carriedOut: n };
    if (step.method === 'POST') last = answer.body.id;
    if (id === '') id = last;
  }
  return { id, faults: [], carriedOut: plan.steps.length };
}

/** A plan that is made anew for the same record has other keys where it sends something else. */
const keyOf = (key: string, n: number, { body }: Step): string =>
  `${key}-${n}-${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}`;

/** A change that was carried out before, and its answer lost, finds another version than the one that it asked for. */
async function isDoneAlready(client: Client, { body }: Step, path: string, { status }: Answer): Promise<boolean> {
  if (status !== 412) return false;
  const present = await client.send('GET', path);
  return present.status === 200 && isMatch(present.body, body);
}

/** Whether a thing has what was to be changed in it. */
const isMatch = (present: unknown, wanted: unknown): boolean =>
  wanted !== null && typeof wanted === 'object'
    ? Object.entries(wanted).every(([field, value]) => isMatch((present as Record<string, unknown>)?.[field], value))
    : present === wanted;

/** @param carriedOut how many requests of the plan the library has carried out before it refused one */
function faultsOf({ body }: Answer, carriedOut: number): Fault[] {
  const { erreurs = [], code } = (body ?? {}) as Partial<Problem>;
  const partly = carriedOut > 0 ? PARTLY : '';
  const reason = code === 'version_perimee' ? CHANGED : detailOf(body);
  if (erreurs.length === 0) return [{ champ: FIELDS[code ?? ''] ?? '', raison: reason + partly }];
  return erreurs.map(({ chemin, message }) => ({ champ: fieldAt(chemin), raison: message + partly }));
}

/** The library speaks of a header, which whoever has the file knows nothing of. */
const CHANGED = 'quelqu’un l’a modifié entre-temps : importez cet enregistrement de nouveau';

const PARTLY = ' (le début a été fait : corrigez le reste, puis importez-le avec --existants exemplaires ou completer)';

/** The field that a refusal is about. */
const FIELDS: Record<string, string> = {
  isbn_deja_utilise: 'isbn',
  code_barres_deja_utilise: 'code_barres',
  exemplaires_trop_nombreux: 'exemplaires',
  email_deja_utilise: 'email',
  numero_carte_deja_utilise: 'numero_carte',
  responsable_refuse: 'responsable',
};
