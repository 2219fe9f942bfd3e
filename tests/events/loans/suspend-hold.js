import { request } from '../request.js';
import { waiting } from '../seeded.js';

const event = request('POST /reservations/{id}/suspension', {
  path: { id: waiting[1].id },
  body: { jusqu_au: '2099-12-31' },
});

export { event as 'module.exports' };
