export { search as handler } from '../handlers.ts';
