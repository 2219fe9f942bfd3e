import { request } from '../request.js';
import { free } from '../seeded.js';

const event = request('DELETE /utilisateurs/{id}', { path: { id: free.at(-1).id } });

export { event as 'module.exports' };
