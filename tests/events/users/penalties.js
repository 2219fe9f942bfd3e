import { unpaid } from '../seeded.js';

const [{ id, utilisateur_id }] = unpaid;

const event = { penalites: [{ utilisateur_id, id }] };

export { event as 'module.exports' };
