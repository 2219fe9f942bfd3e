import { request } from '../request.js';

const event = request('GET /penalites', { query: { statut: 'impayee', limite: '3' } });

export { event as 'module.exports' };
