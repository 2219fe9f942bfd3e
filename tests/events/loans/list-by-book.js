import { request } from '../request.js';
import { overdue } from '../seeded.js';

const event = request('GET /livres/{id}/emprunts', { path: { id: overdue[0].livre_id } });

export { event as 'module.exports' };
