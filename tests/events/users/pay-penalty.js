import { request } from '../request.js';
import { unpaid } from '../seeded.js';

const [{ id, utilisateur_id }] = unpaid;

const event = request('POST /utilisateurs/{id}/penalites/{penalite_id}/paiements', {
  path: { id: utilisateur_id, penalite_id: id },
  body: { montant: 0.1, moyen: 'carte' },
});

export { event as 'module.exports' };
