import type { Client } from '../import/client.ts';
import { booksAsCsv, booksAsIso2709, booksAsXml } from './books.ts';
import { holdsAsCsv, loansAsCsv, usersAsCsv } from './people.ts';

/** What can be taken out, by the name of the file. */

export type Export = (client: Client) => AsyncIterable<string | Uint8Array>;

export const EXPORTS: Readonly<Record<string, Export>> = {
  'livres.csv': booksAsCsv,
  'livres.mrc': booksAsIso2709,
  'livres.xml': booksAsXml,
  'utilisateurs.csv': usersAsCsv,
  'emprunts.csv': loansAsCsv,
  'reservations.csv': holdsAsCsv,
};
