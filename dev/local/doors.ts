import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Obstacle } from './checks.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
/** The status with which a request is refused at the door. */
type Refusal = (request: IncomingMessage) => number | undefined;

/**
 * A caller who is about to use a connection again must be answered before that connection is closed. Looks are counted,
 * not milliseconds: on a busy machine this process may be suspended for longer, and find calls waiting afterwards.
 */
const QUIET_LOOKS = 25;
const LOOK_MS = 20;
/** Below the ten seconds after which the start ends the framework outright. */
const LONGEST_CLOSING_MS = 8_000;

/** A browser lets the form of any page send these anywhere, without asking the server first. */
const FORM = /^(text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)/i;

/** Another name that leads here may be that of a page, which would then be of one origin with us. */
export const isOurName = ({ headers: { host } }: IncomingMessage, port: number): boolean =>
  host === `localhost:${port}` || host === `127.0.0.1:${port}`;

const isFromPage = ({ headers }: IncomingMessage) =>
  'origin' in headers || 'sec-fetch-site' in headers || FORM.test(headers['content-type'] ?? '');

/** The inbox is emptied by its own page, and by no other. */
const isFromAnotherPage = (request: IncomingMessage) =>
  request.method !== 'GET' && isFromPage(request) && request.headers.origin !== `http://${request.headers.host}`;

/**
 * Stands before the servers of the gateway, of Lambda and of the inbox: refuses what a web page may not ask, and when
 * the system stops lets the calls in hand be answered first.
 *
 * The plugins keep their servers to themselves, but Node tells of each server that begins to listen.
 */
export class Doors {
  readonly #refusals: Map<number, Refusal>;
  readonly #inHand = new Set<ServerResponse>();
  #isHeard = false;
  #isClosing = false;

  constructor(gateway: number, lambda: number, inbox: number) {
    this.#refusals = new Map<number, Refusal>([
      [gateway, () => (this.#isClosing ? 503 : undefined)],
      [lambda, (request) => (isOurName(request, lambda) && !isFromPage(request) ? undefined : 403)],
      [inbox, (request) => (isOurName(request, inbox) && !isFromAnotherPage(request) ? undefined : 403)],
    ]);
    subscribe('tracing:net.server.listen:asyncEnd', (message) => this.#stand((message as { server: Server }).server));
  }

  #stand(server: Server): void {
    const { port } = server.address() as AddressInfo;
    const refusal = this.#refusals.get(port);
    if (!refusal) return;
    this.#refusals.delete(port);
    for (const event of ['request', 'checkContinue']) {
      const listeners = server.listeners(event) as Listener[];
      server.removeAllListeners(event);
      server.on(event, (request: IncomingMessage, response: ServerResponse) => {
        this.#inHand.add(response);
        response.once('close', () => {
          this.#inHand.delete(response);
          this.#isHeard = true;
        });
        const status = refusal(request);
        // The request is read to its end first: to close a connection on which data still arrives loses the answer.
        if (status) request.resume().once('end', () => response.writeHead(status, { connection: 'close' }).end());
        else for (const listener of listeners) listener.call(server, request, response);
      });
    }
  }

  /** @throws Obstacle when one of the servers listens without us */
  check(): void {
    if (this.#refusals.size > 0)
      throw new Obstacle('Les portes locales ne sont pas gardées : prenez un Node plus récent');
  }

  /** Answers the calls in hand, and refuses those that come; a loan in hand may still send its private commands. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const response of this.#inHand) if (!response.headersSent) response.setHeader('connection', 'close');
    const latest = Date.now() + LONGEST_CLOSING_MS;
    for (let quiet = 0; quiet < QUIET_LOOKS && Date.now() < latest; quiet += 1) {
      await sleep(LOOK_MS);
      if (this.#inHand.size > 0 || this.#isHeard) quiet = 0;
      this.#isHeard = false;
    }
  }
}
