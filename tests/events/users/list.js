import { request } from '../request.js';

const event = request('GET /utilisateurs', { query: { nom: 'le', limite: '3' } });

export { event as 'module.exports' };
