import { request } from '../request.js';
import { copyOf, onShelf } from '../seeded.js';

const { id, livre_id } = copyOf(onShelf[4]);
const event = request('DELETE /livres/{id}/exemplaires/{exemplaire_id}', { path: { id: livre_id, exemplaire_id: id } });

export { event as 'module.exports' };
