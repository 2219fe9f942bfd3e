import { request } from '../request.js';
import { overdue } from '../seeded.js';

const event = request('POST /emprunts/{id}/perte', { path: { id: overdue.at(-1).id }, body: { montant: 18.5 } });

export { event as 'module.exports' };
