import { plain } from '../lib/entry/http/plain.ts';
import { Failure } from '../lib/values/failure.ts';

/** Every method and path that no operation takes. */
export const handler = plain(async ({ requestContext: { http } }) => {
  throw new Failure('route_introuvable', { detail: `Aucune opération ne répond à ${http.method} ${http.path}.` });
});
