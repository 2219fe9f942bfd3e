import { request } from '../request.js';
import { copyOf, onShelf } from '../seeded.js';

const { code_barres } = copyOf(onShelf[0]);
const event = request('POST /retours', { body: { code_barres } });

export { event as 'module.exports' };
