import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { write } from '../../../lib/aws/dynamodb/write.ts';
import { readShelf } from '../../../lib/books/store/holds.ts';
import { putBook } from '../../../lib/books/store/titles.ts';
import { fewAtOnce } from '../../support/books.ts';
import { emptyTables } from '../../support/read.ts';

/** More titles have a copy set aside until one same day than are read at once. */

const TITLES = 130;
const DATE = '2026-11-28T09:00:00.000Z';

const numbered = (kind: string, n: number): string => `${kind}-${String(n).padStart(3, '0')}`;
/** The titles come in one order, and their holds in the other. */
const holdId = (n: number): string => numbered('attente', TITLES - 1 - n);

/** A title with one copy, which is set aside as it is written: somebody waits for it. */
const waitedFor = (n: number) => ({
  id: numbered('livre', n),
  titre: 'L’Étranger',
  auteur: null,
  isbn: null,
  tome: null,
  annee: null,
  editeur: null,
  type: 'livre',
  date_creation: DATE,
  exemplaires: {
    exemplaire: {
      code_barres: numbered('BM', n),
      etat: 'en_service' as const,
      date_entree: DATE.slice(0, 10),
      fiche: false,
    },
  },
  emprunts: {},
  reservations: { [holdId(n)]: { utilisateur_id: 'ana', date_reservation: DATE, place: 1 } },
  serie: null,
});

beforeAll(async () => {
  await emptyTables();
  await fewAtOnce(TITLES, (n) => write([putBook(undefined, waitedFor(n)).step]));
});
afterAll(emptyTables);

test('the list of what is set aside has every hold once and in its order, whatever the size of its pages', async () => {
  const all = Array.from({ length: TITLES }, (_, n) => holdId(n)).sort();
  for (const limit of [7, 30, 100]) {
    const listed: string[] = [];
    let after: string | undefined;
    do {
      const { elements, next } = await readShelf({ limit, after });
      listed.push(...elements.map(({ hold }) => hold.id));
      after = next;
    } while (after !== undefined);
    expect([limit, listed]).toEqual([limit, all]);
  }
});
