import { event as opened } from './open-loan.js';

const { utilisateur_id, emprunt_id } = opened;

const event = { utilisateur_id, emprunt_id, penalites: [] };

export { event as 'module.exports' };
