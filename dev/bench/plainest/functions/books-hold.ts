export { hold as handler } from '../handlers.ts';
