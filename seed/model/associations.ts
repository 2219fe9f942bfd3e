type Cardinality = '0,1' | '1,1' | '0,n' | '0,2';

/**
 * An association of the conceptual model: a verb between two entities, and how often each takes part in it. The
 * entity whose table has the foreign key comes last.
 */
export interface Association {
  verb: string;
  legs: [[entity: string, cardinality: Cardinality], [holder: string, cardinality: Cardinality]];
}

const association = (
  verb: string,
  entity: string,
  cardinality: Cardinality,
  holder: string,
  held: Cardinality,
): Association => ({
  verb,
  legs: [
    [entity, cardinality],
    [holder, held],
  ],
});

export const ASSOCIATIONS: Association[] = [
  association('ADHERER', 'utilisateur', '1,1', 'adhesion', '1,1'),
  association('REPONDRE', 'utilisateur', '0,n', 'adhesion', '0,1'),
  association('DEVOIR', 'utilisateur', '0,n', 'penalite', '1,1'),
  association('REGLER', 'penalite', '0,n', 'mouvement', '1,1'),
  association('SANCTIONNER', 'penalite', '0,1', 'emprunt', '0,2'),
  association('EFFECTUER', 'utilisateur', '0,n', 'emprunt', '0,1'),
  association('CONCERNER', 'exemplaire', '0,n', 'emprunt', '1,1'),
  association('COMPORTER', 'livre', '0,n', 'exemplaire', '1,1'),
  association('DEMANDER', 'utilisateur', '0,n', 'reservation', '1,1'),
  association('PORTER', 'livre', '0,n', 'reservation', '1,1'),
  association('RETENIR', 'exemplaire', '0,1', 'reservation', '0,1'),
];
