import { request } from '../request.js';
import { free } from '../seeded.js';

const event = request('DELETE /utilisateurs/{id}/blocage', { path: { id: free[0].id } });

export { event as 'module.exports' };
