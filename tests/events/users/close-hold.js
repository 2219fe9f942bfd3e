import { event as opened } from './open-hold.js';

const { utilisateur_id, reservation_id } = opened;

const event = { utilisateur_id, reservation_id };

export { event as 'module.exports' };
