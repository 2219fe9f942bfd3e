import { request } from '../request.js';

const body = { nom: 'Ferrand', prenom: 'Camille', email: `camille.ferrand.${Date.now()}@example.org` };

const event = request('POST /utilisateurs', { body });

export { event as 'module.exports' };
