import { event as placed } from './place-hold.js';

const { livre_id, reservation_id, version } = placed;

const event = { livre_id, reservation_id, jusqu_au: '2099-12-31', version };

export { event as 'module.exports' };
