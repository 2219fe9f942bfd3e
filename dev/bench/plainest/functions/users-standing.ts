export { standing as handler } from '../handlers.ts';
