export { lend as handler } from '../handlers.ts';
