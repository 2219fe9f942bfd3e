import type { LoanItem, UserItem } from '../read.ts';
import { said } from './said.ts';

const isPointer = ({ pk }: Item): boolean => pk.startsWith('REPONSES#');

type Item = UserItem | LoanItem;

/** Whom an answer is about: a person's account tells a first name, whatever else names its person. */
function personIn(answer: string): string | undefined {
  const body = JSON.parse(answer);
  return 'prenom' in body ? body.id : body.utilisateur_id;
}

/**
 * What is wrong among the first answers of a table: one about a person must be found by its pointer.
 * @param people the ids of those who have an account, or had one whose deletion goes on
 */
export function wrongAnswers(items: Item[], people: ReadonlySet<string>): string[] {
  const pointers = new Map(items.filter(isPointer).map(({ pk, sk, expire_a }) => [`${pk} ${sk}`, expire_a]));
  const answers = items.flatMap(({ pk, sk, reponse, expire_a }) => {
    const person = sk === 'IDEMPOTENCE' && reponse !== undefined ? personIn(reponse) : undefined;
    if (person === undefined) return [];
    const pointer = `REPONSES#${person} ${pk.replace('IDEMPOTENCE#', '')}`;
    return said(pk, { [`is not found by ${pointer}`]: pointers.get(pointer) !== expire_a });
  });
  const strays = items.filter((item) => isPointer(item) && !people.has(item.pk.replace('REPONSES#', '')));
  return [...answers, ...strays.map(({ pk }) => `${pk} leads to a person who is gone`)];
}
