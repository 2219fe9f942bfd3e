import { generate } from '../dev/generated.ts';
import { dataText } from './sql/data.ts';
import type { Dialect } from './sql/dialect.ts';
import { mysql } from './sql/mysql.ts';
import { postgresql } from './sql/postgresql.ts';
import { schemaText } from './sql/schema.ts';
import { sqlite } from './sql/sqlite.ts';

/**
 * Writes the model and the demonstration data as SQL, a file for each engine.
 *
 *   npm run seed:sql               rewrites the files
 *   npm run seed:sql -- --check    exits 1 when one of them is stale
 */

const HEAD = `
Ce script est fait par « npm run seed:sql » : il ne se modifie pas à la main. Le modèle est expliqué dans docs/mcd.md,
et dix questions lui sont posées dans docs/requetes.md.

Il se charge autant de fois qu'on veut : il efface d'abord les tables et les vues qu'il a créées, AVEC CE QU'ELLES
CONTIENNENT, et n'en touche aucune autre. Pour saisir une ligne à la main, l'identifiant, les dates du jour et l'état de
départ se remplissent d'eux-mêmes :

  INSERT INTO penalite (utilisateur_id, montant, description)
  VALUES ('c59e67d9-fa0d-475e-b625-b56a83cc9ebd', 2.50, 'Couverture abîmée');

Les dates des emprunts, des réservations et des pénalités sont relatives au jour du chargement : un livre à rendre
aujourd'hui le reste quel que soit ce jour.`.split('\n');

const comment = (lines: string[]): string => lines.map((line) => `-- ${line}`.trimEnd()).join('\n');

const sqlText = (dialect: Dialect): string =>
  [
    comment(['Bibliothèque municipale : modèle relationnel et jeu de données', '', ...dialect.head, ...HEAD]),
    '',
    dialect.opening,
    schemaText(dialect),
    `-- Données\n\n${dialect.beforeData}${dataText(dialect)}`,
    dialect.closing,
  ].join('\n');

for (const dialect of [postgresql, mysql, sqlite])
  generate(new URL(dialect.file, import.meta.url), sqlText(dialect), 'seed:sql');
