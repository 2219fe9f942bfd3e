// serverless.yml can read values from a .js file, not from a .ts one.
import { audience, pageAudience } from './keys.ts';

export { issuer, jwksUrl } from './keys.ts';
export { addresses, HOST as host, ports } from './stage.ts';

export const audiences = `${audience},${pageAudience}`;
