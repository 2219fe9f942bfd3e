import type { LoanItem, UserItem } from './items.ts';
import { said } from './said.ts';

type Item = UserItem | LoanItem;

const isPointer = ({ pk }: Item): boolean => pk.startsWith('REPONSES#');

/** DynamoDB removes what has expired one by one, within days: nothing is to be said of it. */
const isExpired = ({ expire_a }: Item): boolean => expire_a !== undefined && expire_a * 1000 < Date.now();

/** What has expired may be there for two days more, in seconds: its pointer must be there for as long. */
const SLOWEST = 2 * 24 * 3600;

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
  const pointers = new Map(kept.filter(isPointer).map((pointer) => [`${pointer.pk} ${pointer.sk}`, pointer]));
  const answers = kept.flatMap(({ pk, sk, reponse, expire_a }) => {
    const person = sk === 'IDEMPOTENCE' && reponse !== undefined ? personIn(reponse) : undefined;
    if (person === undefined) return [];
    const key = `REPONSES#${person} ${pk.replace('IDEMPOTENCE#', '')}`;
    const pointer = pointers.get(key);
    return said(pk, {
      [`ne se retrouve pas par ${key}`]: pointer?.reponse_expire_a !== expire_a,
      [`reste quand ${key} expire`]: pointer !== undefined && Number(pointer.expire_a) - Number(expire_a) < SLOWEST,
    });
  });
  const strays = kept.filter((item) => isPointer(item) && !people.has(item.pk.replace('REPONSES#', '')));
  return [...answers, ...strays.map(({ pk }) => `${pk} mène à une personne qui n’existe plus`)];
}
