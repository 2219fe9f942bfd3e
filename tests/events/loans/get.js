import { request } from '../request.js';
import { overdue } from '../seeded.js';

const event = request('GET /emprunts/{id}', { path: { id: overdue[0].id } });

export { event as 'module.exports' };
