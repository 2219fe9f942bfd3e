import { request } from '../request.js';
import { free } from '../seeded.js';

const event = request('PUT /utilisateurs/{id}/blocage', {
  path: { id: free[0].id },
  body: { motif: 'Carte prêtée à un tiers', jusqu_au: '2027-01-31' },
});

export { event as 'module.exports' };
