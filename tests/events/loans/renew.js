import { request } from '../request.js';
import { renewable } from '../seeded.js';

const event = request('POST /emprunts/{id}/prolongation', { path: { id: renewable[0].id } });

export { event as 'module.exports' };
