import { expect, test } from '@jest/globals';
import { ASSOCIATIONS } from '../../seed/model/associations.ts';
import { TABLES } from '../../seed/model/tables.ts';

/** The conceptual model, the tables and the drawings say the same. */

const table = (name: string) => {
  const found = TABLES.find((table) => table.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};

/** The foreign keys that stand for an association. */
const keysOf = (verb: string) =>
  TABLES.flatMap(({ name, references = {} }) =>
    Object.values(references)
      .filter((reference) => reference.verb === verb)
      .map(({ columns: [column = ''], table }) => ({ holder: name, column, target: table })),
  );

test('each association is a foreign key between its two tables, and each foreign key an association', () => {
  const verbs = ASSOCIATIONS.map(({ verb }) => verb);
  const used = TABLES.flatMap(({ references = {} }) => Object.values(references).map(({ verb }) => verb));
  expect([...new Set(used)].sort()).toEqual(verbs.toSorted());
  for (const { verb, legs } of ASSOCIATIONS)
    for (const { target, holder } of keysOf(verb)) expect([target, holder]).toEqual(legs.map(([entity]) => entity));
});

/** That every account has its membership is kept by the application: a key cannot ask for what points to it. */
const KEPT_BY_THE_APPLICATION = { ADHERER: '1,1' };

test.each(ASSOCIATIONS)('the cardinalities of $verb are what its foreign keys allow', ({ verb, legs }) => {
  const keys = keysOf(verb);
  const [{ holder, column } = { holder: '', column: '' }] = keys;
  const { columns, unique = {} } = table(holder);
  const isUnique =
    Object.keys(columns)[0] === column || Object.values(unique).some((of) => of.length === 1 && of[0] === column);
  const [[, atTarget], [, atHolder]] = legs;
  expect(atHolder).toBe(`${columns[column]?.isOptional ? 0 : 1},${keys.length}`);
  expect(atTarget).toBe({ ...KEPT_BY_THE_APPLICATION }[verb] ?? `0,${isUnique ? 1 : 'n'}`);
});
