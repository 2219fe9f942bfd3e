export { get as handler } from '../handlers.ts';
