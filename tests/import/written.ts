import fc from 'fast-check';
import * as z from 'zod/mini';
import { NewBook, NewCopy } from '../../lib/books/schema-requests.ts';
import { NewUser } from '../../lib/users/schema-requests.ts';
import { isbn13 } from '../support/isbn.ts';

/** Whatever the API takes, as a library may come to have it. */

/** What spreadsheets, the cleaning of MARC records, XML and the ends of words take for something else. */
const SIGNS = [
  ...[...'=+-@\'";,.a7 \u00a0\u2028\u200e\u0301éÃ©٣œßЖعש漢🐈[]¬'],
  ...[' : ', ' / ', ' ; ', ' = ', '...', '« ', ' »', '«Le »', 'par ', 'Tome 2', '$a', '<&>', ']]>', '&amp;', '&#x41;'],
];

const anyText = (max: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: max }),
    fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: max }),
  );

/** What a schema makes of what it takes. */
function taken<S extends z.ZodMiniType>(schema: S, given: fc.Arbitrary<unknown>): fc.Arbitrary<z.output<S>> {
  const results = given.map((value) => z.safeParse(schema, value));
  return results.filter(({ success }) => success).map(({ data }) => data as z.output<S>);
}

const maybe = (given: fc.Arbitrary<unknown>) => fc.option(given);
const code = fc.stringMatching(/^[A-Za-z0-9-]{4,20}$/);

const { titre, auteur, tome, editeur, annee, type } = NewBook.shape;
const copies = fc.array(
  fc.record({
    code_barres: code,
    cote: taken(NewCopy.shape.cote, maybe(anyText(20))),
    note: taken(NewCopy.shape.note, maybe(anyText(20))),
  }),
  { maxLength: 4 },
);

export const someBook = taken(
  NewBook,
  fc.record({
    titre: taken(titre, anyText(30)),
    auteur: taken(auteur, maybe(anyText(30))),
    isbn: maybe(fc.stringMatching(/^978\d{9}$/).map(isbn13)),
    tome: taken(tome, maybe(anyText(10))),
    annee: taken(annee, maybe(fc.integer({ min: -5000, max: 2026 }))),
    editeur: taken(editeur, maybe(anyText(20))),
    type: taken(type, fc.constantFrom('livre', 'bd', 'dvd')),
    exemplaires: fc.oneof(fc.nat(4), taken(NewBook.shape.exemplaires, copies)),
  }),
);

const day = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const someDay = maybe(day.map((date) => date.toISOString().slice(0, 10)));
const word = fc.string({ unit: fc.constantFrom(..."abc019!#$%&'*+/=?^_`{|}~-"), minLength: 1, maxLength: 9 });

export const someUser = taken(
  NewUser,
  fc.record({
    nom: taken(NewUser.shape.nom, anyText(30)),
    prenom: taken(NewUser.shape.prenom, anyText(30)),
    email: taken(NewUser.shape.email, maybe(word.map((name) => `${name}@exemple.fr`))),
    adhesion: fc.record({
      numero_carte: code,
      categorie: fc.constantFrom('adulte', 'jeune'),
      date_naissance: someDay,
      date_fin: someDay,
    }),
  }),
);
