import { request } from '../request.js';
import { onShelf } from '../seeded.js';

const event = request('PATCH /livres/{id}', { path: { id: onShelf[0].id }, body: { exemplaires: 4 } });

export { event as 'module.exports' };
