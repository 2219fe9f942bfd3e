import { request } from '../request.js';
import { waiting } from '../seeded.js';

const event = request('POST /reservations/{id}/annulation', { path: { id: waiting[0].id } });

export { event as 'module.exports' };
