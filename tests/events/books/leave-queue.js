import { event as placed } from './place-hold.js';

const { livre_id, reservation_id } = placed;

const event = { livre_id, reservation_id };

export { event as 'module.exports' };
