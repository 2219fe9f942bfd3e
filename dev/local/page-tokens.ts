import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { said, texts } from '../openapi/texts.ts';
import { signToken } from './keys.ts';

/** Where the reference page asks as whom it may call. No function answers there, and so no deployed stage. */
const ADDRESS = '/docs/jetons.json';

/** The librarian, and the member of whom the reference's examples speak. */
async function people() {
  const { prenom, nom } = said(texts.schemas, 'Utilisateur').example as { prenom: string; nom: string };
  return [
    { nom: 'bibliothécaire', jeton: await signToken('bibliothecaire') },
    {
      nom: `adhérent (${prenom} ${nom})`,
      jeton: await signToken('adherent', said(texts.path, 'utilisateurs').example),
    },
  ];
}

/**
 * Whether the page of this very system asks. A page of another origin is not told the answer in any case, since nothing
 * here lets it in; a name of its own that it makes lead to this machine would be its own origin, and is no name of ours.
 */
function isFromOwnPage({ headers, method }: IncomingMessage, port: number): boolean {
  const isOurName = [`localhost:${port}`, `127.0.0.1:${port}`].includes(headers.host ?? '');
  return method === 'GET' && isOurName && headers['sec-fetch-site'] === 'same-origin';
}

async function answer(request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
  const isOwn = isFromOwnPage(request, port);
  response.writeHead(isOwn ? 200 : 403, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(isOwn ? JSON.stringify(await people()) : undefined);
}

/** Has the gateway's server hand out tokens at one address, before the framework sees the request. */
export function offerTokens(gateway: number): void {
  subscribe('tracing:net.server.listen:asyncEnd', (message) => {
    const { server } = message as { server: Server };
    if ((server.address() as AddressInfo).port !== gateway) return;
    const listeners = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url === ADDRESS) answer(request, response, gateway);
      else for (const listener of listeners) listener.call(server, request, response);
    });
  });
}
