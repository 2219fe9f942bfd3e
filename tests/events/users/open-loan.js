import { free } from '../seeded.js';

// No account has this version: the sample shows the command, and leaves nothing behind.
export const event = {
  utilisateur_id: free[0].id,
  emprunt_id: '5b0c2a3e-7d41-4f7b-9a50-2f6d1c8e9b10',
  date_echeance: '2099-12-31',
  type: 'livre',
  livre_id: 'd425b8cf-e802-48db-90c8-f2039af53a46',
  version: 0,
};
export { event as 'module.exports' };
