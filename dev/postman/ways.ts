import { type Body, type Operation, schemaAt } from './document.ts';
import type { Call, Step } from './model.ts';
import { OWN, REFUSALS, type Way } from './things.ts';

/** How a request is made to be refused, for each reason that a request can bring about. */

/** A well-formed id that nothing has. */
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** A well-formed barcode that no copy has. */
const NO_BARCODE = 'NULLE-PART';

/** A text with that id in the place of every variable that names a thing: a day to come is none. */
export const nowhere = (text: string) =>
  text.replaceAll('{{code_barres}}', NO_BARCODE).replaceAll(/\{\{(?!dans_)\w+\}\}/g, NOWHERE);

export const takes = ({ parameters }: Operation, name: string): boolean => parameters.some((one) => one.name === name);

/** Another right value of a field that does not take any text. */
const OTHERS: Record<string, string> = { code_barres: NO_BARCODE, jusqu_au: '2099-12-31' };

/** What reference.yml says of the reason, if it says something for this operation. */
function told(reason: string, { route }: Step, operation: Operation): Way | undefined {
  const { routes, ...usual } = REFUSALS[reason] ?? {};
  const { instead, ...way } = routes?.[operation.route] ?? usual;
  if (Object.keys(way).length + Object.keys(instead ?? {}).length === 0) return undefined;
  const replaced = Object.entries(instead ?? {}).reduce((all, [one, other]) => all.replace(one, other), route);
  return { ...(instead && { route: replaced }), ...way };
}

export function wayOf(reason: string, right: Step, operation: Operation): Way | undefined {
  const way = told(reason, right, operation);
  if (way) return way;
  const body = right.body as Body | undefined;
  if (reason.endsWith('_introuvable')) {
    const name = reason.replace('introuvable', 'id');
    return body && name in body
      ? { body: { ...body, [name]: NOWHERE } }
      : { route: right.route.replace(`{{${name}}}`, NOWHERE) };
  }
  if (reason === 'non_authentifie')
    return operation.security.length > 0 ? { as: 'personne' } : { headers: { Authorization: 'Bearer faux' } };
  if (reason === 'requete_invalide') return mistaken(operation);
  if (reason === 'cle_idempotence_reutilisee') {
    const [[name, value] = ['', '']] = Object.entries(body ?? {});
    const another = OTHERS[name] ?? (name in OWN ? NOWHERE : 'Autre');
    const other = typeof value === 'number' ? value / 2 : another;
    return {
      calls: [again(right)],
      ...(body ? { body: { ...body, [name]: other } } : { route: nowhere(right.route) }),
    };
  }
  return undefined;
}

/** A request with a mistake, and where the answer finds it. */
function mistaken(operation: Operation): Way {
  const { required, oneOf, minProperties } = schemaAt(operation.requestBody?.content['application/json'].schema.$ref);
  if (minProperties) return { body: {}, faults: ['corps'] };
  const [either] = (oneOf ?? []) as { required: string[] }[];
  const wanted = (required ?? either?.required ?? []) as string[];
  if (operation.requestBody) return { body: { inconnu: true }, faults: [...wanted, 'inconnu'] };
  const name = takes(operation, 'curseur') ? 'curseur' : 'inconnu';
  return { query: { [name]: 'abime' }, faults: [name] };
}

/** The request as a call before it, under its own key. */
export const again = (step: Step): Call => ({ demande: step.route, corps: step.body as Body, cle: true });
