import { newBook, newIsbn, readersBook, WORD } from './actors.ts';
import { call, type Operation } from './operation.ts';

const path = (id: string) => `/livres/${id}`;

export const booksOperations: Operation[] = [
  {
    name: 'POST /livres',
    detail: '4 mots, ISBN',
    prepare: async () => {
      const body = { titre: 'Les Misérables', auteur: 'Victor Hugo', isbn: newIsbn(), annee: 1862, exemplaires: 3 };
      return () => call('POST', '/livres', { body });
    },
  },
  {
    name: 'GET /livres',
    detail: 'un mot, page de 20',
    prepare: async () => () => call('GET', `/livres?titre=${WORD}`),
  },
  {
    name: 'GET /livres',
    detail: 'par ISBN',
    prepare: async () => () => call('GET', `/livres?isbn=${readersBook.isbn}`),
  },
  { name: 'GET /livres/{id}', prepare: async () => () => call('GET', path(readersBook.id)) },
  {
    name: 'PATCH /livres/{id}',
    detail: 'exemplaires',
    prepare: async () => {
      const { id } = await newBook();
      return () => call('PATCH', path(id), { body: { exemplaires: 4 } });
    },
  },
  {
    name: 'PATCH /livres/{id}',
    detail: 'titre de 2 mots',
    prepare: async () => {
      const { id } = await newBook();
      return () => call('PATCH', path(id), { body: { titre: 'Les Misérables' } });
    },
  },
  {
    name: 'DELETE /livres/{id}',
    detail: '3 mots, ISBN',
    prepare: async () => {
      const { id } = await newBook();
      return () => call('DELETE', path(id));
    },
  },
  {
    name: 'GET /livres/{id}/disponibilite',
    prepare: async () => () => call('GET', `${path(readersBook.id)}/disponibilite`),
  },
];
