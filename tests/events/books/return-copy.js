import { event as taken } from './take-copy.js';

const { livre_id, emprunt_id } = taken;

const event = { livre_id, emprunt_id, est_perdu: false };

export { event as 'module.exports' };
