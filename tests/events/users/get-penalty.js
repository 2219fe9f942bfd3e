import { request } from '../request.js';
import { unpaid } from '../seeded.js';

const [{ id, utilisateur_id }] = unpaid;

const event = request('GET /utilisateurs/{id}/penalites/{penalite_id}', {
  path: { id: utilisateur_id, penalite_id: id },
});

export { event as 'module.exports' };
