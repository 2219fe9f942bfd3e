import { free, onShelf } from '../seeded.js';

// No book has this version: the sample shows the command, and leaves nothing behind.
export const event = {
  livre_id: onShelf[1].id,
  reservation_id: '019ad3c2-1f4e-7a60-8b7d-3c5e9f012a64',
  utilisateur_id: free[0].id,
  date_reservation: '2026-11-28T10:00:00.000Z',
  version: 0,
};
export { event as 'module.exports' };
