import { generate } from '../generated.ts';
import { COMPONENTS } from './document.ts';
import { REFERENCE } from './reference.ts';
import { LIBRARIAN, renderFolder } from './render.ts';
import { FILE } from './run.ts';
import { functions, story } from './story.ts';

/** Writes the collection; with `--check`, only says whether it is what would be written. */

const ABOUT = `Les trois services de la bibliothèque : livres, utilisateurs, emprunts.

1. Lancez le système : \`npm start\`. Il écrit \`postman/local.postman_environment.json\`, avec des jetons de 30 jours.
2. Importez cette collection et cet environnement, et choisissez l’environnement « Bibliothèque (locale) ».
3. Ouvrez le dossier « Les neuf fonctions » et envoyez une requête : chacune prépare ce qu’il lui faut et range en partant.

Ensuite :

- « Démonstration » raconte toute la bibliothèque en neuf chapitres. Les chapitres 1 à 5, ensemble dans leur dossier, sont
  le chemin de cinq minutes ; avec les chapitres 6 à 9, l’histoire en demande dix. Chaque chapitre se lance seul.
- Les trois dossiers de référence ont, pour chaque opération, une requête juste et une pour chaque refus. Chacune crée ce
  dont elle a besoin et range en partant : elle s’envoie seule, autant de fois qu’on veut.

Pour AWS, importez \`postman/aws.postman_environment.json\` et remplissez-le.`;

const text = `${JSON.stringify(
  {
    info: {
      // Always the same: imported again, the collection takes the place of the former one.
      _postman_id: 'b6a5f3a0-5d0c-4a0b-9a43-3f0f6f2f7c11',
      name: 'Bibliothèque',
      description: ABOUT,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: LIBRARIAN,
    variable: [{ key: 'schemas', value: JSON.stringify(COMPONENTS) }],
    item: [functions, story, ...REFERENCE].map(renderFolder),
  },
  null,
  2,
)}\n`;

generate(FILE, text, 'postman');
