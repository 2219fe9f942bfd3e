import { randomUUID } from 'node:crypto';
import { NAME, newPenalty, newUser, reader, readersPenalty } from './actors.ts';
import { call, type Operation } from './operation.ts';

const someone = () => ({ nom: 'Durand', prenom: 'Camille', email: `${randomUUID()}@exemple.fr` });
const path = (id: string) => `/utilisateurs/${id}`;
const penaltyPath = ({ utilisateur_id, id }: { utilisateur_id: string; id: string }) =>
  `${path(utilisateur_id)}/penalites/${id}`;

export const usersOperations: Operation[] = [
  { name: 'POST /utilisateurs', prepare: async () => () => call('POST', '/utilisateurs', { body: someone() }) },
  {
    name: 'POST /utilisateurs',
    detail: 'avec une clé',
    prepare: async () => () => call('POST', '/utilisateurs', { body: someone(), key: randomUUID() }),
  },
  {
    name: 'GET /utilisateurs',
    detail: 'par nom, page de 20',
    prepare: async () => () => call('GET', `/utilisateurs?nom=${NAME}`),
  },
  {
    name: 'GET /utilisateurs',
    detail: 'par e-mail',
    prepare: async () => () => call('GET', `/utilisateurs?email=${reader.email}`),
  },
  { name: 'GET /utilisateurs/{id}', prepare: async () => () => call('GET', path(reader.id)) },
  {
    name: 'PATCH /utilisateurs/{id}',
    detail: 'nom',
    prepare: async () => {
      const { id } = await newUser();
      return () => call('PATCH', path(id), { body: { nom: 'Durand' } });
    },
  },
  {
    name: 'PATCH /utilisateurs/{id}',
    detail: 'e-mail',
    prepare: async () => {
      const { id } = await newUser();
      return () => call('PATCH', path(id), { body: { email: someone().email } });
    },
  },
  {
    name: 'DELETE /utilisateurs/{id}',
    detail: 'une pénalité',
    prepare: async () => {
      const { user } = await newPenalty(false);
      return () => call('DELETE', path(user.id));
    },
  },
  {
    name: 'GET /utilisateurs/{id}/verification',
    prepare: async () => () => call('GET', `${path(reader.id)}/verification?nom=Durand`),
  },
  {
    name: 'POST /utilisateurs/{id}/penalites',
    prepare: async () => {
      const { id } = await newUser();
      return () => call('POST', `${path(id)}/penalites`, { body: { montant: 10, description: 'Couverture abîmée' } });
    },
  },
  {
    name: 'GET /utilisateurs/{id}/penalites',
    detail: 'page de 20',
    prepare: async () => () => call('GET', `${path(reader.id)}/penalites`),
  },
  {
    name: 'GET /utilisateurs/{id}/penalites/{penalite_id}',
    prepare: async () => () => call('GET', penaltyPath(readersPenalty)),
  },
  {
    name: 'POST /utilisateurs/{id}/penalites/{penalite_id}/paiements',
    prepare: async () => {
      const { penalty } = await newPenalty(true);
      return () => call('POST', `${penaltyPath(penalty)}/paiements`, { body: { montant: 10 } });
    },
  },
  {
    name: 'POST /utilisateurs/{id}/penalites/{penalite_id}/annulation',
    prepare: async () => {
      const { penalty } = await newPenalty(true);
      return () => call('POST', `${penaltyPath(penalty)}/annulation`, { body: { motif: 'Geste commercial' } });
    },
  },
];
