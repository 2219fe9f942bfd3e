import { copyOf, onShelf } from '../seeded.js';

// No book has this version: the sample shows the command, and leaves nothing behind.
export const event = {
  livre_id: onShelf[1].id,
  emprunt_id: '5b0c2a3e-7d41-4f7b-9a50-2f6d1c8e9b10',
  exemplaire_id: copyOf(onShelf[1]).id,
  date_echeance: '2099-12-31',
  reservation_id: null,
  version: 0,
};
export { event as 'module.exports' };
