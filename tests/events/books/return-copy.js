import { event as taken } from './take-copy.js';

const { livre_id, emprunt_id, exemplaire_id } = taken;

const event = { livre_id, emprunt_id, exemplaire_id, fin: 'retour' };

export { event as 'module.exports' };
