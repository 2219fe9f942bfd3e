import { request } from '../request.js';

const event = request('GET /livres', { query: { titre: 'etranger', auteur: 'camus' } });

export { event as 'module.exports' };
