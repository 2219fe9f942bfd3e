import { behindGateway } from '../lib/entry/http/stack.ts';
import { Failure } from '../lib/values/failure.ts';

/** Every method and path that no operation takes. */
export const handler = behindGateway(({ requestContext: { http } }) => {
  // API Gateway hands a preflight to this route, adds the headers that allow the call, and keeps the status, which a
  // browser wants to be 2xx.
  if (http.method === 'OPTIONS') return { statusCode: 204 };
  throw new Failure('route_introuvable', { detail: `Aucune opération ne répond à ${http.method} ${http.path}.` });
});
