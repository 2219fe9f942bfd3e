import { request } from '../request.js';
import { free, onShelf } from '../seeded.js';

const event = request('POST /emprunts', { body: { utilisateur_id: free[0].id, livre_id: onShelf[2].id } });

export { event as 'module.exports' };
