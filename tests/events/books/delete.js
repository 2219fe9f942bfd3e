import { request } from '../request.js';
import { onShelf } from '../seeded.js';

const event = request('DELETE /livres/{id}', { path: { id: onShelf.at(-1).id } });

export { event as 'module.exports' };
