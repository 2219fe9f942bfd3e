import { NAME } from './kept.ts';
import type { addresses } from './stage.ts';
import { OPEN } from './terminal.mjs';

/** What is said when the library is open. */

const TO_BEGIN_ANEW = `${NAME}, à effacer pour repartir à neuf`;

/** What becomes of what is entered, by where it is kept. */
const DATA = {
  memory: [
    "neuves à chaque démarrage, et perdues à l'arrêt ;",
    'pour les garder, dès le premier : npm start -- --garder',
  ],
  fresh: [`gardées dans ${TO_BEGIN_ANEW}`],
  found: [`retrouvées dans ${TO_BEGIN_ANEW}`],
  aged: [`retrouvées dans ${TO_BEGIN_ANEW}`, "leurs dates n'ont pas bougé : les retards ont grandi"],
  elsewhere: ['dans le DynamoDB de DYNAMODB_ENDPOINT, qui les garde'],
};

export type Data = keyof typeof DATA;

interface Opening extends Pick<typeof addresses, 'api' | 'inbox'> {
  data: Data;
  token: string;
  /** The address of another library, to which Postman's environment was left. */
  owner: string | undefined;
}

const COLUMN = 15;

/** The lines, of which a person sees the last ones: where to click, what to send, how to stop. */
export function welcome({ api, inbox, data, token, owner }: Opening): string {
  const environment = owner
    ? `(environnement laissé à la bibliothèque déjà ouverte sur ${owner})`
    : 'postman/local.postman_environment.json';
  const rows = [
    ['Documentation', `${api}/docs`],
    ['Courriels', inbox],
    ['Postman', 'postman/bibliotheque.postman_collection.json'],
    ['', environment],
    ...DATA[data].map((text, n) => [n === 0 ? 'Données' : '', text]),
    ['Jeton', 'de bibliothécaire, pour 30 jours :'],
  ];
  const table = rows.map(([name = '', text]) => `  ${name.padEnd(COLUMN)}${text}`);
  return ['', `${OPEN} : ${api}`, '', ...table, '', token, '', 'Pour arrêter : Ctrl-C', ''].join('\n');
}
