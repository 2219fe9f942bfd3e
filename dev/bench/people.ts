import { marshall } from '@aws-sdk/util-dynamodb';
import { faker } from '@faker-js/faker/locale/fr';
import { directoryItems } from '../../lib/users/store/directory.ts';

/** Members with names that many share, and the searches for them that are measured. */

export const PEOPLE_SEARCHES = [
  ...['marie', 'mar', 'm', 'le', 'martin', 'marquez'],
  ...['marie martin', 'marie zola', 'jean pierre', 'ma le'],
];

/** One member in four has one of these, as in a country where a few first names are everywhere. */
const COMMON = ['Marie', 'Marie', 'Marie', 'Jean', 'Pierre', 'Jean-Pierre', 'Martine', 'Marine', 'Mathieu', 'Léa'];

function namesOf(n: number) {
  faker.seed(n);
  const nom = faker.datatype.boolean({ probability: 0.02 }) ? 'Martin' : faker.person.lastName();
  const isCommon = faker.datatype.boolean({ probability: 0.25 });
  return { nom, prenom: isCommon ? faker.helpers.arrayElement(COMMON) : faker.person.firstName() };
}

/** The partitions that the searches read: that of everybody, and those of the beginnings of the words. */
const PARTITIONS = new Set(
  ['', ...PEOPLE_SEARCHES.flatMap((q) => q.split(' '))].map(
    (word) => `ANNUAIRE#${word.slice(0, word.length < 3 ? 1 : 3)}`,
  ),
);

type Item = Record<string, { S: string }>;

/** The account's item gets other names, and the items that lead a search to it are made from them. */
export function withNames(item: Item, n: number): Item[] {
  const names = namesOf(n);
  const listed = directoryItems({ id: item.id?.S as string, ...names }).filter(({ pk }) => PARTITIONS.has(pk));
  return [{ ...item, ...marshall(names) }, ...listed.map((each) => marshall(each))] as Item[];
}
