import { copyOf, onShelf } from '../seeded.js';

// The copy is not lost: the sample shows the command, and changes nothing.
const { id, livre_id } = copyOf(onShelf[1]);
const event = { livre_id, exemplaire_id: id };

export { event as 'module.exports' };
