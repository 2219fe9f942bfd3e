import { free } from '../seeded.js';

const event = { utilisateur_ids: [free[0].id] };

export { event as 'module.exports' };
