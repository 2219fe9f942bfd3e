export { giveBack as handler } from '../handlers.ts';
