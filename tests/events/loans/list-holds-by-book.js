import { request } from '../request.js';
import { waiting } from '../seeded.js';

const event = request('GET /livres/{id}/reservations', { path: { id: waiting[0].livre_id } });

export { event as 'module.exports' };
