/**
 * Stands for `node:fs/promises` in the bundles (`alias` in serverless.yml): a function has no file from which the SDK
 * could take its settings, and a cold start would load the module for nothing.
 */
export const readFile = (): Promise<never> => Promise.reject(new Error('A function reads no file.'));
