import { request } from '../request.js';
import { overdue } from '../seeded.js';

const event = request('GET /utilisateurs/{id}/emprunts', { path: { id: overdue[0].utilisateur_id } });

export { event as 'module.exports' };
