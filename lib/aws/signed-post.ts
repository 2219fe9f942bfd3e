import { AwsClient } from 'aws4fetch';
import { credentials, environment } from '../runtime/config.ts';
import { requireInvocation } from '../runtime/invocation.ts';
import { lazy } from '../runtime/lazy.ts';

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
  const response = await signer().fetch(endpoint + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ms),
    aws: { service, region: environment.AWS_REGION },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const signer = lazy(() => new AwsClient({ ...credentials, retries: 0 }));
