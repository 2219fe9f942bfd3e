// serverless.yml can read values from a .js file, not from a .ts one.
export { origins } from './parameters.ts';
