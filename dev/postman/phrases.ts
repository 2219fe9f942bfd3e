import { created, type Step } from './model.ts';
import type { SchemaName } from './schemas.ts';

/** What several folders say in the same words. */

/** A well-formed id that nothing has. */
export const NOWHERE = { id: '00000000-0000-4000-8000-000000000000' };

/** A key for the request and for those that send it again. */
export const NEW_KEY = `
pm.collectionVariables.set('cle', pm.variables.replaceIn('{{$guid}}'));`;

/** That a list has come to show what a collection variable names. */
export const listed = (variable: string): string =>
  `elements.some(({ id }) => id === pm.collectionVariables.get('${variable}'))`;

/** The request before, sent again: the first answer comes back, and nothing happens twice. */
export const sameKey = ({
  kept,
  schema,
  ...step
}: Pick<Step, 'name' | 'route' | 'body' | 'shows'> & { about?: string; schema: SchemaName; kept: string }): Step => ({
  about:
    'La même demande renvoyée avec la même `Idempotency-Key`, comme après une réponse perdue : ' +
    'la première réponse revient, `Idempotent-Replayed: true`, et rien n’est fait deux fois.',
  headers: { 'Idempotency-Key': '{{cle}}' },
  reply: created(schema),
  checks: {
    'est la première réponse': `
pm.expect(pm.response.headers.get('Idempotent-Replayed')).to.equal('true');
pm.expect(reponse.id).to.equal(pm.collectionVariables.get('${kept}'));`,
  },
  ...step,
});
