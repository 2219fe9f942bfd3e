import { credentials } from '../runtime/config.ts';

/**
 * Replaces the SDK's default chain in the bundles (`alias` in serverless.yml). Lambda gives a function its
 * role's credentials in the environment, so the providers of the SDK would only make the bundle larger.
 */
export const defaultProvider = () => async () => credentials;
