import type { Copy } from '../../lib/books/schema-copies.ts';
import { CopyChanges, NewCopy } from '../../lib/books/schema-requests.ts';
import type { Client } from './client.ts';
import type { CopyFields, Fault } from './record.ts';
import { judged } from './shapes.ts';
import type { Plan, Step } from './verdict.ts';

/** The copies of a title, and the requests that make them. */

/** One request makes a title with so many copies of which something is said. */
const MOST_AT_ONCE = 20;

export interface JudgedCopy {
  copy: NewCopy;
  etat: string;
}

const IN_SERVICE = 'en_service';
const GONE = 'retire';

export function judgedCopy({ etat = IN_SERVICE, ...fields }: CopyFields): JudgedCopy | Fault[] {
  const copy = judged(NewCopy, fields);
  const state = judged(CopyChanges, { etat });
  const faults = [copy, state].flatMap((part) => (Array.isArray(part) ? part : []));
  return faults.length > 0 ? faults : { copy: copy as NewCopy, etat };
}

/** A copy of which nothing is said is one of a number. */
const isSaid = ({ copy, etat }: JudgedCopy): boolean =>
  copy.code_barres !== undefined || copy.cote !== null || copy.note !== null || etat !== IN_SERVICE;

/** What the request that makes a title makes of its copies, and those that are added after it. */
export function firstCopies(copies: JudgedCopy[]): [atOnce: number | NewCopy[], later: JudgedCopy[]] {
  const said = copies.filter(isSaid);
  const others = copies.length - said.length;
  if (others > 0 || said.length === 0) return [others, said];
  const inService = said.filter(({ etat }) => etat === IN_SERVICE).slice(0, MOST_AT_ONCE);
  return [inService.map(({ copy }) => copy), said.filter((one) => !inService.includes(one))];
}

/** The copies of a title that was begun, of which only the first were made. */
export interface Rest {
  added: JudgedCopy[];
  /** Copies that were made, and are not yet in the state that is said of them. */
  states: Step[];
}

/**
 * Finds out how far a plan has come. Copies with a barcode are known by it. The others are counted, in the order in
 * which the plan makes them.
 * @param present the copies of the title
 */
export function restOf(copies: JudgedCopy[], present: readonly Copy[], { result, steps }: Plan): Rest {
  const [, later] = firstCopies(copies);
  const inOrder = result === 'cree' ? [...copies.filter((one) => !later.includes(one)), ...later] : copies;
  const barcodes = new Set(copies.map(({ copy }) => copy.code_barres));
  const counted = present.filter(({ code_barres, etat }) => !barcodes.has(code_barres) && etat !== GONE);
  const byBarcode = new Map(present.map((copy) => [copy.code_barres, copy]));
  const named = inOrder.filter(({ copy }) => copy.code_barres !== undefined);
  const others = inOrder.filter(({ copy }) => copy.code_barres === undefined);
  const planned = new Set(steps.map(({ body }) => (body as Partial<NewCopy>).code_barres));
  return {
    added: [...named.filter(({ copy }) => !byBarcode.has(copy.code_barres as string)), ...others.slice(counted.length)],
    states: named.flatMap(({ copy, etat }) => {
      const made = planned.has(copy.code_barres) ? byBarcode.get(copy.code_barres as string) : undefined;
      if (made?.etat !== IN_SERVICE || etat === IN_SERVICE) return [];
      return { method: 'PATCH' as const, path: `/livres/{id}/exemplaires/${made.id}`, body: { etat } };
    }),
  };
}

/** Whether it can be found out how far a plan has come: one copy without a barcode is like the other. */
export const isTold = (copies: readonly JudgedCopy[], isAlone: boolean): boolean =>
  copies.every(({ copy, etat }) => copy.code_barres !== undefined || (isAlone && etat === IN_SERVICE));

/** The copy comes in service; what the library says of it otherwise is the next request. */
export const addition = ({ copy, etat }: JudgedCopy): Step[] => [
  { method: 'POST', path: '/livres/{id}/exemplaires', body: copy },
  ...(etat === IN_SERVICE
    ? []
    : [{ method: 'PATCH' as const, path: '/livres/{id}/exemplaires/{dernier}', body: { etat } }]),
];

/** @returns a fault for each barcode that a copy of the library has */
export async function taken(client: Client, copies: readonly JudgedCopy[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { code_barres } of copies.map(({ copy }) => copy)) {
    if (code_barres === undefined) continue;
    const { status, body } = await client.send<{ livre: { titre: string } }>('GET', `/exemplaires/${code_barres}`);
    if (status === 200)
      faults.push({
        champ: 'code_barres',
        raison: `${code_barres} est le code-barres d’un exemplaire de « ${body.livre.titre} »`,
      });
  }
  return faults;
}
