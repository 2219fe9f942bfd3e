import { checkDigit } from '../../../lib/values/check-digit.ts';
import { add, book, type Damage, first, hasOut, NOBODY, values, without } from './ways.ts';

/** Done to the books' table. */
export const BOOKS: Record<string, Damage> = {
  '^ALIEN#… n’est d’aucune sorte connue$': add('books', { pk: 'ALIEN#x', sk: 'ALIEN' }),
  '^LIVRE#\\S+ n’existe pas et reste dans le catalogue$': add('books', { pk: 'CATALOGUE', sk: `a\t\t${NOBODY}` }),
  'prête deux fois un exemplaire$': book((one) => {
    const [lent] = values(one.emprunts);
    Object.assign(one.emprunts as object, { [NOBODY]: lent });
  }, hasOut),
  'prête un exemplaire qu’il n’a pas$': book((one) => Object.assign(one, { exemplaires: {} }), hasOut),
  'prête un exemplaire qui n’est pas en service$': book((one) => {
    for (const copy of values(one.exemplaires)) copy.etat = 'perdu';
  }, hasOut),
  'ne garde pas sa série de codes-barres$': without('books', ({ sk, livre_id }) => sk === 'SERIE' && Boolean(livre_id)),
  '^LIVRE#\\S+ \\S+ n’est gardé par rien$': without('books', ({ sk }) => sk === 'EXEMPLAIRE'),
  'est à deux exemplaires$': book(
    (one) => {
      const [copy] = values(one.exemplaires);
      Object.assign(one.exemplaires as object, { [NOBODY]: copy });
    },
    ({ exemplaires }) => values(exemplaires).length > 0,
  ),
  'est d’une série qui le refera$': (tables) => {
    const maker = first(tables.books, ({ serie }) => Boolean(serie));
    const other = first(tables.books, ({ id, exemplaires }) => id !== maker.id && values(exemplaires).length > 0);
    const digits = `${maker.serie?.numero}9999`;
    for (const copy of values(other.exemplaires)) copy.code_barres = digits + checkDigit(digits);
  },
  'n’est à aucun exemplaire$': add('books', { pk: 'EXEMPLAIRE#x', sk: 'EXEMPLAIRE' }),
  '^SERIE#\\S+ est gardé pour un livre qui ne l’a pas$': add('books', { pk: 'SERIE#1', sk: 'SERIE', livre_id: NOBODY }),
  '^ISBN#\\S+ est gardé pour un livre qui ne l’a pas$': add('books', { pk: 'ISBN#1', sk: '\t', livre_id: NOBODY }),
  'garde 0 fois son ISBN': without('books', ({ pk }) => pk.startsWith('ISBN#')),
  'ne se trouve pas à CATALOGUE$': without('books', ({ pk }) => pk === 'CATALOGUE'),
  'ne se trouve pas à MOT#': without('books', ({ pk }) => pk.startsWith('MOT#')),
  'se trouve à tort à MOT#z zzz$': book(({ id }, { books }) => void books.push({ pk: 'MOT#z', sk: `zzz\t${id}` })),
};
