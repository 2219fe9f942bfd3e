// serverless.yml can read values from a .js file, not from a .ts one.
export { audience, issuer, jwksUrl } from './keys.ts';
export { addresses, HOST as host, ports } from './stage.ts';
