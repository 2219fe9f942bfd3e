import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { said, texts } from '../openapi/texts.ts';
import { isOurName } from './doors.ts';
import { pageAudience, signToken } from './keys.ts';
import { addresses } from './stage.ts';

/** Where the reference page asks as whom it may call. No function answers there, and so no deployed stage. */
const ADDRESS = '/docs/jetons.json';

/** The librarian, and the member of whom the reference's examples speak, unless that account is gone. */
async function people() {
  const librarian = await signToken('bibliothecaire', undefined, pageAudience);
  const id = said(texts.path, 'utilisateurs').example as string;
  const account = await fetch(`${addresses.api}/utilisateurs/${id}`, {
    headers: { authorization: `Bearer ${librarian}` },
  });
  const all = [{ nom: 'bibliothécaire', jeton: librarian }];
  if (!account.ok) return all;
  const { prenom, nom } = (await account.json()) as { prenom: string; nom: string };
  return [...all, { nom: `adhérent (${prenom} ${nom})`, jeton: await signToken('adherent', id, pageAudience) }];
}

/**
 * Whether the page of this very system asks. A page of another origin is not told the answer in any case, since nothing
 * here lets it in. Whoever has an account on this machine can ask as well: they can read the local database too, and
 * these tokens open nothing else.
 */
const isFromOwnPage = (request: IncomingMessage, port: number): boolean =>
  request.method === 'GET' && isOurName(request, port) && request.headers['sec-fetch-site'] === 'same-origin';

async function answer(request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
  const isOwn = isFromOwnPage(request, port);
  const content = isOwn ? JSON.stringify(await people()) : undefined;
  response.writeHead(isOwn ? 200 : 403, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}

/** Has the gateway's server hand out tokens at one address, before the framework sees the request. */
export function offerTokens(gateway: number): void {
  subscribe('tracing:net.server.listen:asyncEnd', (message) => {
    const { server } = message as { server: Server };
    if ((server.address() as AddressInfo).port !== gateway) return;
    const listeners = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url === ADDRESS) answer(request, response, gateway).catch(() => response.writeHead(500).end());
      else for (const listener of listeners) listener.call(server, request, response);
    });
  });
}
