import { request } from '../request.js';

const event = request('GET /emprunts/retards', { query: { limite: '3' } });

export { event as 'module.exports' };
