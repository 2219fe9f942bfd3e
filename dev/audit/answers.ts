import type { LoanItem, UserItem } from './items.ts';
import { said } from './said.ts';

type Item = UserItem | LoanItem;

const isPointer = ({ pk }: Item): boolean => pk.startsWith('REPONSES#');

/** DynamoDB removes what has expired one by one, within days: nothing is to be said of it. */
const isExpired = ({ expire_a }: Item): boolean => expire_a !== undefined && expire_a * 1000 < Date.now();

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
  const kept = items.filter((item) => !isExpired(item));
  const pointers = new Map(kept.filter(isPointer).map(({ pk, sk, expire_a }) => [`${pk} ${sk}`, expire_a]));
  const answers = kept.flatMap(({ pk, sk, reponse, expire_a }) => {
    const person = sk === 'IDEMPOTENCE' && reponse !== undefined ? personIn(reponse) : undefined;
    if (person === undefined) return [];
    const pointer = `REPONSES#${person} ${pk.replace('IDEMPOTENCE#', '')}`;
    return said(pk, { [`ne se retrouve pas par ${pointer}`]: pointers.get(pointer) !== expire_a });
  });
  const strays = kept.filter((item) => isPointer(item) && !people.has(item.pk.replace('REPONSES#', '')));
  return [...answers, ...strays.map(({ pk }) => `${pk} mène à une personne qui n’existe plus`)];
}
