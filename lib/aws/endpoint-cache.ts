/**
 * Stands for the SDK's cache of discovered endpoints in the bundles (`alias` in serverless.yml): our client
 * discovers none (`endpointDiscoveryEnabled`), and the cache brings two packages along.
 */
export class EndpointCache {}
