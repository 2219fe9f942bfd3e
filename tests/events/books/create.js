import { request } from '../request.js';

const event = request('POST /livres', { body: { titre: "L'Écume des jours", auteur: 'Boris Vian', exemplaires: 2 } });

export { event as 'module.exports' };
