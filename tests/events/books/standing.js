import { onShelf } from '../seeded.js';

const event = { livre_ids: [onShelf[1].id] };

export { event as 'module.exports' };
