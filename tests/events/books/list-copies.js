import { request } from '../request.js';
import { onShelf } from '../seeded.js';

const event = request('GET /livres/{id}/exemplaires', { path: { id: onShelf[0].id } });

export { event as 'module.exports' };
