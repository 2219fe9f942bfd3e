import { request } from '../request.js';
import { unpaid } from '../seeded.js';

const event = request('GET /utilisateurs/{id}/verification', {
  path: { id: unpaid[0].utilisateur_id },
  query: { nom: 'Martin' },
});

export { event as 'module.exports' };
