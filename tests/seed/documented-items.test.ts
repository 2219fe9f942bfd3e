import { expect, test } from '@jest/globals';
import { today } from '../../lib/runtime/clock.ts';
import { bookGroups } from '../../seed/books/seed.ts';
import { seedData } from '../../seed/data.ts';
import { loanGroups } from '../../seed/loans/seed.ts';
import { userGroups } from '../../seed/users/seed.ts';
import { codeOf } from '../structure/pages.ts';

/** The items that docs/dynamodb.md shows are items of the seed: each has the attributes that it is said to have. */

type Item = Record<string, unknown> & { pk: string; sk: string };

/** These are not in the seed, which deletes nobody and answers nothing. */
const OTHERS = /"(IDEMPOTENCE|REPONSES)#|"SUPPRESSION"/;

/** An example leaves out the end of a long key, and has `…` there. */
const isStartOf = (shown: string, whole: string): boolean => whole.startsWith(shown.replace(/…$/, ''));

const blocks = codeOf('docs/dynamodb.md').filter((code) => code.startsWith('```json'));
const texts = blocks.flatMap((block) => {
  const json = block.slice('```json'.length, -'```'.length).trim();
  return json.includes('\n{') ? json.split('\n') : [json];
});
const examples = texts
  .filter((text) => text.includes('"pk"') && !OTHERS.test(text))
  .map((text): [string, Item] => {
    const item: Item = JSON.parse(text);
    return [`${item.pk} ${item.sk}`, item];
  });

const data = seedData(today());
const items = [userGroups(data), bookGroups(data), loanGroups(data)].flat(2) as Item[];

test('the page shows an item of each kind', () => {
  const kindOf = ({ pk, sk }: Item) => `${pk.split('#')[0]} ${sk.startsWith('PENALITE#') ? 'PENALITE' : ''}`;
  const kinds = new Set(items.map(kindOf));
  expect(new Set(examples.map(([, item]) => kindOf(item)))).toEqual(kinds);
});

test.each(examples)('the attributes of %s are those that are stored', (_, shown) => {
  const stored = items.find(({ pk, sk }) => isStartOf(shown.pk, pk) && isStartOf(shown.sk, sk));
  expect(Object.keys(shown).sort()).toEqual(Object.keys(stored ?? {}).sort());
});
