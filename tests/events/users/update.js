import { request } from '../request.js';
import { free } from '../seeded.js';

const event = request('PATCH /utilisateurs/{id}', { path: { id: free[0].id }, body: { prenom: 'Dominique' } });

export { event as 'module.exports' };
