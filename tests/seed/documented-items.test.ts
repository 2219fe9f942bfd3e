import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seed } from '../../seed/seed.ts';
import { codeOf } from '../structure/pages.ts';
import { restartClock, stopClock } from '../support/clock.ts';
import { emptyTables, readTables } from '../support/read.ts';

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

let items: Item[];
beforeAll(async () => {
  stopClock();
  await emptyTables();
  await seed();
  const { users, books, loans } = await readTables();
  items = [...users, ...books, ...loans] as unknown as Item[];
});
afterAll(async () => {
  restartClock();
  await emptyTables();
});

test('the page shows an item of each kind', () => {
  const kindOf = ({ pk, sk }: Item) => `${pk.split('#')[0]} ${sk.startsWith('PENALITE#') ? 'PENALITE' : ''}`;
  const kinds = new Set(items.filter(({ sk }) => sk !== 'SEMIS').map(kindOf));
  expect(new Set(examples.map(([, item]) => kindOf(item)))).toEqual(kinds);
});

test.each(examples)('the attributes of %s are those that are stored', (_, shown) => {
  const stored = items.find(({ pk, sk }) => isStartOf(shown.pk, pk) && isStartOf(shown.sk, sk));
  expect(Object.keys(shown).sort()).toEqual(Object.keys(stored ?? {}).sort());
});
