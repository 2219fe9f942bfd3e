import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands for the SDK's default chain in the bundles (`alias` in serverless.yml): Lambda gives a function
 * its role's credentials in the environment, so the other ways to find some would only be loaded.
 */
export const defaultProvider = () => fromEnv();
