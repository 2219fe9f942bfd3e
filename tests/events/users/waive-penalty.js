import { request } from '../request.js';
import { unpaid } from '../seeded.js';

const { id, utilisateur_id } = unpaid[1];

const event = request('POST /utilisateurs/{id}/penalites/{penalite_id}/annulation', {
  path: { id: utilisateur_id, penalite_id: id },
  body: { motif: 'Livre retrouvé en rayon', rembourser: true },
});

export { event as 'module.exports' };
