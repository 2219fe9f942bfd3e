// serverless.yml can read values from a .js file, not from a .ts one.
export { sections } from './issuer.ts';
