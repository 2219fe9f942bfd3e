import { request } from '../request.js';
import { partlyPaid } from '../seeded.js';

const { id, utilisateur_id, mouvements } = partlyPaid.at(-1);

const event = request('POST /utilisateurs/{id}/penalites/{penalite_id}/paiements/{mouvement_id}/annulation', {
  path: { id: utilisateur_id, penalite_id: id, mouvement_id: mouvements[0].id },
  body: { motif: 'Saisi deux fois' },
});

export { event as 'module.exports' };
