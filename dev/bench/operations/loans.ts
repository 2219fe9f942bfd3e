import { randomUUID } from 'node:crypto';
import { dueSoon, newBook, newLoan, newUser, reader, readersLoan } from './actors.ts';
import { call, type Operation } from './operation.ts';

const lend = (key?: string): Operation['prepare'] => {
  return async () => {
    const [user, book] = [await newUser(), await newBook()];
    const body = { utilisateur_id: user.id, livre_id: book.id };
    return () => call('POST', '/emprunts', { body, ...(key && { key }) });
  };
};

const giveBack = (late: boolean, keyed = false): Operation['prepare'] => {
  return async () => {
    const { id } = await newLoan({ late });
    return () => call('POST', `/emprunts/${id}/retour`, keyed ? { key: randomUUID() } : {});
  };
};

export const loansOperations: Operation[] = [
  { name: 'POST /emprunts', prepare: lend() },
  { name: 'POST /emprunts', detail: 'avec une clé', prepare: () => lend(randomUUID())() },
  { name: 'GET /emprunts/{id}', prepare: async () => () => call('GET', `/emprunts/${readersLoan.id}`) },
  {
    name: 'GET /utilisateurs/{id}/emprunts',
    detail: '5 en cours',
    prepare: async () => () => call('GET', `/utilisateurs/${reader.id}/emprunts`),
  },
  {
    name: 'GET /utilisateurs/{id}/emprunts',
    detail: 'rendus, page de 20',
    prepare: async () => () => call('GET', `/utilisateurs/${reader.id}/emprunts?statut=rendu`),
  },
  { name: 'POST /emprunts/{id}/retour', detail: "à l'heure", prepare: giveBack(false) },
  { name: 'POST /emprunts/{id}/retour', detail: "à l'heure, avec une clé", prepare: giveBack(false, true) },
  { name: 'POST /emprunts/{id}/retour', detail: 'en retard', prepare: giveBack(true) },
  {
    name: 'POST /emprunts/{id}/prolongation',
    prepare: async () => {
      const { id } = await newLoan();
      return () => call('POST', `/emprunts/${id}/prolongation`);
    },
  },
  { name: 'GET /emprunts/retards', detail: 'page de 20', prepare: async () => () => call('GET', '/emprunts/retards') },
  {
    name: 'POST /emprunts/retards/notifications',
    detail: '20 rappels',
    prepare: async () => {
      await dueSoon();
      return () => call('POST', '/emprunts/retards/notifications');
    },
  },
];
