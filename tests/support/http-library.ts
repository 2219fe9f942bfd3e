import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '../../dev/import/client.ts';
import { librarian } from './api.ts';
import { invoke } from './gateway.ts';

/** The library of this process behind HTTP, for a client that knows nothing of it but an address. */

interface Told {
  method: string;
  path: string;
  number: number;
}

/** Does something else with a request than to answer it. @returns whether it has */
type Spoil = (request: Told, response: ServerResponse) => boolean;

export class HttpLibrary {
  /** The requests that have come, as `POST /livres`. */
  readonly requests: string[] = [];
  spoil: Spoil = () => false;
  /** What is waited for before a request is looked at. */
  hold: (request: Told) => Promise<void> = () => Promise.resolve();
  /** What is done after a request was carried out, before it is answered. */
  answer: Spoil = () => false;
  address = '';
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** @param address where it was opened before; without it, at any free port */
  async start(address = 'http://127.0.0.1:0'): Promise<void> {
    const port = Number(new URL(address).port);
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.address = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  client = (token = librarian): Client => new Client(this.address, token);

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { method = '', url: path = '' } = request;
    const told = { method, path, number: this.requests.length };
    this.requests.push(`${method} ${path.split('?')[0]}`);
    await this.hold(told);
    if (this.spoil(told, response)) return;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = parts.length > 0 ? Buffer.concat(parts).toString() : undefined;
    const { status, headers: sent, body: answer } = await invoke(method, path, headers, body);
    if (this.answer(told, response)) return;
    response.writeHead(status, sent);
    response.end(answer === undefined ? undefined : JSON.stringify(answer));
  }
}
