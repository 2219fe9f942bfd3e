import { request } from '../request.js';
import { copyOf, onShelf } from '../seeded.js';

const { code_barres } = copyOf(onShelf[0]);
const event = request('GET /exemplaires/{code_barres}', { path: { code_barres } });

export { event as 'module.exports' };
