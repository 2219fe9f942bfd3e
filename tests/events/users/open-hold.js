import { free } from '../seeded.js';

// No account has this version: the sample shows the command, and leaves nothing behind.
export const event = {
  utilisateur_id: free[0].id,
  reservation_id: '019ad3c2-1f4e-7a60-8b7d-3c5e9f012a64',
  livre_id: 'd425b8cf-e802-48db-90c8-f2039af53a46',
  version: 0,
};
export { event as 'module.exports' };
