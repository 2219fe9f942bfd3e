import { request } from '../request.js';
import { waiting } from '../seeded.js';

const event = request('GET /reservations/{id}', { path: { id: waiting[0].id } });

export { event as 'module.exports' };
