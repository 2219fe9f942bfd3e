import { request } from '../request.js';
import { waiting } from '../seeded.js';

const event = request('POST /reservations/{id}/reprise', { path: { id: waiting[1].id } });

export { event as 'module.exports' };
