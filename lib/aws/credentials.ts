import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Replaces the SDK's default chain in the bundles (`alias` in serverless.yml). Lambda gives a function its
 * role's credentials in the environment, so the other providers would only make the bundle larger.
 */
export const defaultProvider = () => fromEnv();
