export { renew as handler } from '../handlers.ts';
