import { request } from '../request.js';
import { overdue } from '../seeded.js';

const event = request('POST /emprunts/{id}/retour', { path: { id: overdue[0].id } });

export { event as 'module.exports' };
