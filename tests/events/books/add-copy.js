import { request } from '../request.js';
import { onShelf } from '../seeded.js';

const event = request('POST /livres/{id}/exemplaires', { path: { id: onShelf[0].id }, body: { cote: 'R ABC' } });

export { event as 'module.exports' };
