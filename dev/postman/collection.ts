import { books } from './books.ts';
import { loans } from './loans.ts';
import type { Folder } from './model.ts';
import { type Example, LIBRARIAN, renderFolder } from './render.ts';
import { SCHEMAS, schemaVariable } from './schemas.ts';
import { story } from './story.ts';
import { users } from './users.ts';

export const FILE = new URL('../../postman/bibliotheque.postman_collection.json', import.meta.url);

export const folders: readonly Folder[] = [story, books, users, loans];

const ABOUT = `Les trois services de la bibliothèque : livres, utilisateurs, emprunts.

1. Lancez le système : \`npm start\`. Il écrit \`postman/local.postman_environment.json\`, avec des jetons de 30 jours.
2. Importez cette collection et cet environnement, et choisissez l’environnement « Bibliothèque (locale) ».
3. Lancez le dossier « Démonstration » (Run), ou envoyez ses requêtes une à une, dans l’ordre.

Pour AWS, importez \`postman/aws.postman_environment.json\` et remplissez-le.

Chaque dossier se lance seul, autant de fois qu’on veut : il crée ce dont il a besoin et range en partant.
Les requêtes d’un dossier s’enchaînent par des variables de collection.`;

/** In every answer of the API, and in every line of its journal about the request. */
const EVERY_ANSWER = [
  "if (pm.request.url.toString().startsWith(pm.environment.get('base_url'))) {",
  "  pm.test('porte un x-request-id', () => pm.response.to.have.header('x-request-id'));",
  '}',
];

/** The whole collection; an example is found by its request's path. */
export const collectionWith = (exampleOf: (path: string) => Example | undefined) => ({
  info: {
    // Always the same: imported again, the collection takes the place of the former one.
    _postman_id: 'b6a5f3a0-5d0c-4a0b-9a43-3f0f6f2f7c11',
    name: 'Bibliothèque',
    description: ABOUT,
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
  auth: LIBRARIAN,
  event: [{ listen: 'test', script: { type: 'text/javascript', exec: EVERY_ANSWER } }],
  variable: SCHEMAS.map(({ name, schema }) => ({ key: schemaVariable(name), value: JSON.stringify(schema) })),
  item: folders.map((folder) => renderFolder(folder, exampleOf)),
});
