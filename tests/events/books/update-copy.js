import { request } from '../request.js';
import { copyOf, onShelf } from '../seeded.js';

const { id, livre_id } = copyOf(onShelf[3]);
const event = request('PATCH /livres/{id}/exemplaires/{exemplaire_id}', {
  path: { id: livre_id, exemplaire_id: id },
  body: { etat: 'en_reparation' },
});

export { event as 'module.exports' };
