import { request } from '../request.js';
import { free } from '../seeded.js';

const event = request('POST /utilisateurs/{id}/penalites', {
  path: { id: free[1].id },
  body: { montant: 12.5, description: 'Livre rendu taché' },
});

export { event as 'module.exports' };
