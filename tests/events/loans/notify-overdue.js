import { request } from '../request.js';

const event = request('POST /emprunts/retards/notifications');

export { event as 'module.exports' };
