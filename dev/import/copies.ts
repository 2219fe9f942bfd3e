import { CopyChanges, NewCopy } from '../../lib/books/schema-copies.ts';
import type { Client } from './client.ts';
import type { CopyFields, Fault } from './record.ts';
import { judged } from './shapes.ts';
import type { Step } from './verdict.ts';

/** The copies of a title, and the requests that make them. */

/** One request makes a title with so many copies of which something is said. */
const MOST_AT_ONCE = 20;

export interface JudgedCopy {
  copy: NewCopy;
  etat: string;
}

const IN_SERVICE = 'en_service';

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
