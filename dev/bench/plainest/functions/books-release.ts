export { release as handler } from '../handlers.ts';
