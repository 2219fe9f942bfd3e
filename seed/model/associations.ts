import { TABLES } from './tables.ts';

type Leg = [entity: string, cardinality: string];

/**
 * An association of the conceptual model: a verb between two entities, and how often each takes part in it. The
 * entity whose table has the foreign key comes last.
 */
export interface Association {
  verb: string;
  legs: [entity: Leg, holder: Leg];
}

/** The order in which they are drawn. */
const VERBS = [
  ...['ADHERER', 'REPONDRE', 'DEVOIR', 'REGLER', 'SANCTIONNER', 'EFFECTUER'],
  ...['CONCERNER', 'COMPORTER', 'DEMANDER', 'PORTER', 'RETENIR'],
];

/** That every account has its membership is kept by the application: a key cannot ask for what points to it. */
const KEPT_BY_THE_APPLICATION = 'ADHERER';

const KEYS = TABLES.flatMap(({ name: holder, columns, unique = {}, references = {} }) =>
  Object.values(references).map(({ verb, table, columns: [column = ''] }) => {
    const alone = [Object.keys(columns).slice(0, 1), ...Object.values(unique)].filter(({ length }) => length === 1);
    const isUnique = alone.some(([only]) => only === column);
    return { verb, entity: table, holder, isUnique, isOptional: columns[column]?.isOptional };
  }),
);

/** What the foreign keys allow. */
export const ASSOCIATIONS: Association[] = VERBS.map((verb) => {
  const keys = KEYS.filter((key) => key.verb === verb);
  const [{ entity, holder, isUnique, isOptional }] = keys as [(typeof KEYS)[number]];
  const least = verb === KEPT_BY_THE_APPLICATION ? 1 : 0;
  return {
    verb,
    legs: [
      [entity, `${least},${isUnique ? 1 : 'n'}`],
      [holder, `${isOptional ? 0 : 1},${keys.length}`],
    ],
  };
});
