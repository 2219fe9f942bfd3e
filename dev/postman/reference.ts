import { OPERATIONS, type Operation } from './document.ts';
import type { Folder, Step } from './model.ts';
import { UNDO } from './scripts.ts';
import { bodyOf, THINGS, type Way } from './things.ts';
import { again, nowhere, takes, wayOf } from './ways.ts';

/**
 * The three reference folders, made from docs/openapi.yaml: for each operation a right request, and one for each
 * refusal that a request can bring about. Each makes what it acts on through the API and takes it away again, so
 * that it can be sent alone.
 */

/** A request in such a way, after the calls that make what it names, and what those name in turn. */
function stepIn({ things, calls = [], faults: _, ...over }: Way, right: Step): Step {
  const step = { ...right, ...over };
  const prepare = [...calls];
  for (const [nom, call] of Object.entries(THINGS).reverse()) {
    const named = JSON.stringify([step.route, step.body, things, prepare]);
    if (named.includes(`{{${nom}}}`)) prepare.unshift({ ...call, nom });
  }
  const creates = prepare.length > 0 || !(step.refused || step.route.startsWith('GET'));
  return { ...step, prepare, ...(creates && { after: UNDO }) };
}

function rightStep(operation: Operation): Step {
  const { operationId, route, summary, description, parameters } = operation;
  const thing = [...route.matchAll(/(\w+)s\/\{/g)].at(-1)?.[1];
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const body = bodyOf(operation);
  return {
    name: summary,
    about: description,
    // `/livres/{id}` is `/livres/{{livre_id}}`.
    route: route.replace(/(\w+)s\/\{id\}/, '$1s/{{$1_id}}').replaceAll(/\/\{(\w+)\}/g, '/{{$1}}'),
    query: Object.fromEntries(inQuery.flatMap(({ name, example }) => (example ? [[name, example]] : []))),
    unused: inQuery.flatMap(({ name, description, example }) => (example ? [] : [{ key: name, description }])),
    headers: {
      ...(takes(operation, 'Idempotency-Key') && { 'Idempotency-Key': '{{marque}}' }),
      ...(takes(operation, 'If-Match') && { 'If-Match': `{{etag_${thing}_id}}` }),
    },
    ...(body && { body }),
    ...(operationId === 'loans-notify-overdue' && { needs: 'inbox' }),
  };
}

/** The statuses of requests that are refused whatever they act on: it need not be there. */
const IDLE = [400, 401, 403, 415];

function refusedSteps(operation: Operation): Step[] {
  const { needs: _, ...right } = rightStep(operation);
  const idle: Step = JSON.parse(nowhere(JSON.stringify(right)));
  return Object.entries(operation.responses).flatMap(([key, { content }]) => {
    const status = Number(key);
    const examples = Object.entries(content?.['application/problem+json']?.examples ?? {});
    return examples.flatMap(([code, { summary, value }]) =>
      ((value.motifs as string[]) ?? [undefined]).flatMap((motif?: string) => {
        const way = wayOf(motif ?? code, right, operation);
        if (!way) return [];
        const refused = { status, code, ...(motif && { motifs: [motif] }), ...(way.faults && { faults: way.faults }) };
        const name = `${right.name} : ${status} ${code}${motif ? ` (${motif})` : ''}`;
        const from = { ...(IDLE.includes(status) ? idle : right), refused };
        return [{ ...stepIn(way, from), name, about: `${summary}.` }];
      }),
    );
  });
}

/** The right request; then, where the operation has such, the same again, the next page, and a member's own. */
function grantedSteps(operation: Operation): Step[] {
  const right = rightStep(operation);
  const content = Object.values(operation.responses)[0]?.content;
  const [champ = ''] = Object.keys(content?.['application/json']?.example ?? {});
  const replayed = `
pm.expect(pm.response.headers.get('Idempotent-Replayed')).to.equal('true');
pm.expect(String(reponse.${champ})).to.equal(pm.collectionVariables.get('premiere'));`;
  const more: Record<string, Way | false> = {
    'même clé': takes(operation, 'Idempotency-Key') && {
      about: 'La demande renvoyée, comme après une réponse perdue : la première réponse revient, rien n’est refait.',
      calls: [{ ...again(right), nom: 'premiere', champ }],
      checks: { 'est la première réponse': replayed },
    },
    'page suivante': takes(operation, 'curseur') &&
      !right.route.includes('{{') && {
        about: '`curseur` est le `curseur_suivant` de la page d’avant, tel quel ; la dernière page n’en a pas.',
        calls: [{ demande: `${right.route}?limite=1`, nom: 'curseur', champ: 'curseur_suivant' }],
        query: { limite: '1', curseur: '{{curseur}}' },
        unused: [],
      },
    'par l’adhérent': operation.security.length > 1 &&
      right.route.match(/\{\{.*?\}\}/g)?.join() === '{{utilisateur_id}}' && {
        about: 'Ses propres données, avec son propre jeton.',
        as: 'adherent',
        needs: 'jeton_adherent',
        route: right.route.replace('utilisateur_id', 'adherent_id'),
      },
  };
  const named = Object.entries(more).flatMap(([how, way]) => (way ? { ...way, name: `${right.name} : ${how}` } : []));
  return [{}, ...named].map((way) => stepIn(way, right));
}

const folder = (service: string, name: string, about: string): Folder => ({
  name,
  about,
  steps: OPERATIONS.filter(({ operationId }) => operationId.startsWith(`${service}-`)).map((operation) => ({
    name: operation.summary,
    about: operation.description,
    steps: [...grantedSteps(operation), ...refusedSteps(operation)],
  })),
});

export const REFERENCE: readonly Folder[] = [
  folder('books', 'Référence des livres', 'Le catalogue et ses exemplaires. La lecture est ouverte à tous.'),
  folder('users', 'Référence des utilisateurs', 'Les comptes, leurs pénalités et le droit d’emprunter.'),
  folder(
    'loans',
    'Référence des emprunts',
    'Le prêt, le retour, la prolongation, les retards et leurs rappels, et les réservations.',
  ),
];
