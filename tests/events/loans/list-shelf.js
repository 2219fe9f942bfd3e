import { request } from '../request.js';

const event = request('GET /reservations', { query: { statut: 'mise_de_cote' } });

export { event as 'module.exports' };
