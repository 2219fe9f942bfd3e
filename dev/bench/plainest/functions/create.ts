export { create as handler } from '../handlers.ts';
