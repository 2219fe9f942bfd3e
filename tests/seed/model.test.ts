import { expect, test } from '@jest/globals';
import { ASSOCIATIONS } from '../../seed/model/associations.ts';
import { TABLES } from '../../seed/model/tables.ts';

test('each foreign key stands for an association of the conceptual model, between its two tables', () => {
  const keys = TABLES.flatMap(({ name, references = {} }) =>
    Object.values(references).map(({ verb, table }) => `${verb} ${table} ${name}`),
  );
  const told = ASSOCIATIONS.map(({ verb, legs: [[entity], [holder]] }) => `${verb} ${entity} ${holder}`);
  expect([...new Set(keys)].sort()).toEqual(told.sort());
});
