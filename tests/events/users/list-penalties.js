import { request } from '../request.js';
import { unpaid } from '../seeded.js';

const event = request('GET /utilisateurs/{id}/penalites', { path: { id: unpaid[0].utilisateur_id } });

export { event as 'module.exports' };
