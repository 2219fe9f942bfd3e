import { SignatureV4 } from '@smithy/signature-v4';
import { credentials, environment } from '../runtime/config.ts';
import { requireInvocation } from '../runtime/invocation.ts';
import { lazy } from '../values/lazy.ts';
import { Sha256 } from './sha256.ts';

/**
 * Sends one signed POST of JSON to Lambda or SES. Their clients in the SDK would be a quarter of a
 * function's bundle. It sends once: a request without an answer may still be carried out, and only the
 * caller knows whether to send it again.
 * @param endpoint the service's address, without a final slash
 * @param ms how long to wait for the whole answer
 * @throws the error of `fetch` when there is no answer; Failure `service_indisponible` when the invocation is over
 */
export async function post(service: 'lambda' | 'ses', endpoint: string, path: string, body: object, ms: number) {
  requireInvocation();
  const url = new URL(endpoint + path);
  const request = { method: 'POST', body: JSON.stringify(body) };
  const { headers } = await signer().sign(
    {
      ...request,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      headers: { host: url.host, 'content-type': 'application/json' },
    },
    { signingService: service },
  );
  const response = await fetch(url, { ...request, headers, signal: AbortSignal.timeout(ms) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const signer = lazy(
  () => new SignatureV4({ credentials, region: environment.AWS_REGION, service: 'lambda', sha256: Sha256 }),
);
