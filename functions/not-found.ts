import { behindGateway } from '../lib/entry/http/stack.ts';
import { Failure } from '../lib/values/failure.ts';

/** Every method and path that no operation takes. */
export const handler = behindGateway(({ requestContext: { http } }) => {
  throw new Failure('route_introuvable', { detail: `Aucune opération ne répond à ${http.method} ${http.path}.` });
});
