import { request } from '../request.js';
import { allOut, free } from '../seeded.js';

const event = request('POST /reservations', { body: { utilisateur_id: free[0].id, livre_id: allOut[0].id } });

export { event as 'module.exports' };
