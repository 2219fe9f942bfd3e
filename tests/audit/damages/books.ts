import { checkDigit } from '../../../lib/values/check-digit.ts';
import { add, book, type Damage, first, hasOut, type Item, NOBODY, values, without } from './ways.ts';

const hasCopies = ({ exemplaires }: Item) => values(exemplaires).length > 0;

/** Done to the books' table. */
export const BOOKS: Record<string, Damage> = {
  '^ALIEN#… n’est d’aucune sorte connue$': add('books', { pk: 'ALIEN#x', sk: 'ALIEN' }),
  '^LIVRE#\\S+ n’existe pas et reste dans le catalogue$': add('books', { pk: 'CATALOGUE', sk: `a\t\t${NOBODY}` }),
  'prête deux fois un exemplaire$': book(({ emprunts }) => {
    emprunts[NOBODY] = values(emprunts)[0];
  }, hasOut),
  'prête un exemplaire qu’il n’a pas$': book({ exemplaires: {} }, hasOut),
  'prête un exemplaire qui n’est pas en service$': book(({ exemplaires }) => {
    for (const copy of values(exemplaires)) copy.etat = 'perdu';
  }, hasOut),
  'ne garde pas sa série de codes-barres$': without('books', ({ sk, livre_id }) => sk === 'SERIE' && livre_id),
  '^LIVRE#\\S+ \\S+ n’est gardé par rien$': without('books', ({ sk }) => sk === 'EXEMPLAIRE'),
  'est à deux exemplaires$': book(({ exemplaires }) => {
    exemplaires[NOBODY] = values(exemplaires)[0];
  }, hasCopies),
  'est d’une série qui le refera$': ({ books }) => {
    const maker = first(books, ({ serie }) => serie);
    const other = first(books, (one) => one.id !== maker.id && hasCopies(one));
    const digits = `${maker.serie.numero}9999`;
    for (const copy of values(other.exemplaires)) copy.code_barres = digits + checkDigit(digits);
  },
  'n’est à aucun exemplaire$': add('books', { pk: 'EXEMPLAIRE#x', sk: 'EXEMPLAIRE' }),
  '^SERIE#\\S+ est gardé pour un livre qui ne l’a pas$': add('books', { pk: 'SERIE#1', sk: 'SERIE', livre_id: NOBODY }),
  '^ISBN#\\S+ est gardé pour un livre qui ne l’a pas$': add('books', { pk: 'ISBN#1', sk: '\t', livre_id: NOBODY }),
  'garde 0 fois son ISBN': without('books', ({ pk }) => pk.startsWith('ISBN#')),
  'ne se trouve pas à CATALOGUE$': without('books', ({ pk }) => pk === 'CATALOGUE'),
  'ne se trouve pas à MOT#': without('books', ({ pk }) => pk.startsWith('MOT#')),
  'se trouve à tort à MOT#z zzz$': book(({ id }, { books }) => books.push({ pk: 'MOT#z', sk: `zzz\t${id}` })),
};
