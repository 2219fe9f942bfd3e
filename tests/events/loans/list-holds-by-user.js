import { request } from '../request.js';
import { waiting } from '../seeded.js';

const event = request('GET /utilisateurs/{id}/reservations', { path: { id: waiting[0].utilisateur_id } });

export { event as 'module.exports' };
