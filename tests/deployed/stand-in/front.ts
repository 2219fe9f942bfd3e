import { Agent, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { AwsV4Signer } from 'aws4fetch';
import { neededFor } from '../../support/needed.ts';
import type { Instance, Lambda } from './lambda.ts';
import { type Mailing, mailIsAllowed } from './mail.ts';
import { type Asked, allowedBy } from './policy.ts';
import { arn, REGION, type Statement } from './template.ts';

/**
 * What the functions take for DynamoDB, Lambda and SES: verifies the signature of each request, holds everything that it
 * touches against the rights of the function that has signed it, and passes it on.
 */

export interface FrontOptions {
  tls: { key: string; cert: string };
  lambda: Lambda;
  dynamodb: string;
  mailing: Mailing;
  /** The address of the issuer's keys, and what is there. */
  keys: { url: string; jwks: string };
  /** What a role allows, when it is not what the template says. */
  statementsOf: (instance: Instance) => Statement[];
  /** Told each right that was used, and each thing that was denied. */
  tell: (kind: 'used' | 'denied', sender: string, right: string) => void;
}

/** A request that the front has read, and knows the sender of. */
export interface Signed {
  instance: Instance;
  /** `GetItem`, `Invoke bibliotheque-essai-users-standing`, `SendEmail`. */
  kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: each service has its own
  input: any;
}

const HOSTS: Record<string, string> = {
  [`dynamodb.${REGION}.amazonaws.com`]: 'dynamodb',
  [`lambda.${REGION}.amazonaws.com`]: 'lambda',
  [`email.${REGION}.amazonaws.com`]: 'ses',
};
/** A signature is good for so long. */
const SKEW_MS = 300_000;
/** DynamoDB Local asks for a signature, and looks at nothing in it. */
const ANYBODY =
  'AWS4-HMAC-SHA256 Credential=standin/20200101/eu-west-3/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

class Refused extends Error {
  readonly status: number;
  readonly type: string;
  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

export class Front {
  readonly server: Server;
  /** Asked about each request before it goes on: `true` ends its sender there and then. */
  cut: (request: Signed) => boolean | Promise<boolean> = () => false;
  /** How many connections have been made. */
  connections = 0;
  readonly #options: FrontOptions;
  readonly #sockets = new Map<Instance, Set<Socket>>();
  readonly #busy = new Set<Socket>();
  readonly #agent = new Agent({ keepAlive: true });

  constructor(options: FrontOptions) {
    this.#options = options;
    this.server = createServer({ ...options.tls, keepAliveTimeout: 0, requestTimeout: 0 }, (asked, response) => {
      this.#busy.add(asked.socket);
      response.once('close', () => this.#busy.delete(asked.socket));
      // By this header the SDK corrects a clock that is wrong.
      response.setHeader('date', new Date(options.lambda.clock ?? Date.now()).toUTCString());
      this.#serve(asked, response).catch((error) => refuse(response, error));
    });
    this.server.on('secureConnection', () => {
      this.connections += 1;
    });
  }

  /** Closes the connections that an instance keeps without using them, as the services do after a while. */
  closeIdle(instance: Instance): void {
    for (const socket of this.#sockets.get(instance) ?? []) if (!this.#busy.has(socket)) socket.end();
  }

  async #serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const { keys, lambda, dynamodb, mailing } = this.#options;
    const body = await buffer(asked);
    const host = asked.headers.host ?? '';
    if (`https://${host}${asked.url}` === keys.url) return void response.end(keys.jwks);
    const service = HOSTS[host];
    if (!service) throw new Error(`A function has called ${host}${asked.url}`);
    const instance = await this.#senderOf(asked, body, service);
    const sockets = this.#sockets.get(instance) ?? new Set();
    this.#sockets.set(instance, sockets.add(asked.socket));
    const input = JSON.parse(String(body));

    if (service === 'dynamodb') {
      const kind = String(asked.headers['x-amz-target']).split('.')[1] as string;
      const needed = neededFor(kind, input);
      if (needed.length === 0) throw new Error(`The stand-in does not know what ${kind} needs`);
      const resource = ({ table, index }: (typeof needed)[0]) =>
        arn('dynamodb', index ? `table/${table}/index/${index}` : `table/${table}`);
      this.#require(
        instance,
        needed.map((one) => ({ action: one.action, resource: resource(one) })),
      );
      if (await this.#cuts({ instance, kind, input })) return;
      return this.#pass(`${dynamodb}/`, { ...asked.headers, authorization: ANYBODY }, body, response);
    }
    if (service === 'ses') {
      const { needed, rejected } = mailIsAllowed(mailing, input);
      this.#require(instance, needed);
      if (rejected) throw new Refused(400, 'MessageRejected', rejected);
      if (await this.#cuts({ instance, kind: 'SendEmail', input })) return;
      return this.#pass(`${mailing.emulator}${asked.url}`, asked.headers, body, response);
    }
    const [, name = ''] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(asked.url ?? '') ?? [];
    this.#require(instance, [{ action: 'lambda:InvokeFunction', resource: arn('lambda', `function:${name}`) }]);
    if (await this.#cuts({ instance, kind: `Invoke ${name}`, input })) return;
    const { status, payload, failure } = await lambda.invoke(name, String(body));
    if (failure) response.setHeader('x-amz-function-error', failure);
    if (status === 429) response.setHeader('x-amzn-errortype', 'TooManyRequestsException');
    response.writeHead(status).end(payload);
  }

  /** Who has signed a request. @throws Refused when nobody has */
  async #senderOf({ method, url, headers }: IncomingMessage, body: Buffer, service: string): Promise<Instance> {
    const { authorization = '', host } = headers;
    const instance = this.#options.lambda.instanceWith(String(headers['x-amz-security-token']));
    if (!instance) throw new Refused(403, 'UnrecognizedClientException', 'The security token is invalid.');
    const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
    const datetime = String(headers['x-amz-date']);
    const signer = new AwsV4Signer({
      method: method as string,
      url: `https://${host}${url}`,
      headers: Object.fromEntries(signed.map((name) => [name, String(headers[name])])),
      body,
      ...instance.credentials,
      service,
      region: REGION,
      datetime,
      allHeaders: true,
    });
    const at = Date.parse(datetime.replace(/(....)(..)(..T..)(..)(..)/, '$1-$2-$3:$4:$5'));
    const isNow = Math.abs((this.#options.lambda.clock ?? Date.now()) - at) < SKEW_MS;
    if (!isNow || (await signer.authHeader()) !== authorization)
      throw new Refused(403, 'InvalidSignatureException', 'The request signature we calculated does not match.');
    return instance;
  }

  /** @throws Refused when the role does not allow all of it */
  #require(instance: Instance, needed: Asked[]): void {
    const { statementsOf, tell } = this.#options;
    for (const asked of needed) {
      const rights = allowedBy(statementsOf(instance), asked);
      for (const right of rights) tell('used', instance.of.name, right);
      if (rights.length > 0) continue;
      tell('denied', instance.of.name, `${asked.action} ${asked.resource}`);
      const said = `${instance.of.name} is not authorized to perform: ${asked.action} on resource: ${asked.resource}`;
      throw new Refused(asked.action.startsWith('dynamodb:') ? 400 : 403, 'AccessDeniedException', said);
    }
  }

  async #cuts(request: Signed): Promise<boolean> {
    return (await this.cut(request)) && this.#options.lambda.kill(request.instance);
  }

  #pass(url: string, headers: IncomingHttpHeaders, body: Buffer, response: ServerResponse): Promise<void> {
    return new Promise((resolve, reject) => {
      const { host: _, 'x-amz-security-token': _token, ...sent } = headers;
      request(url, { method: 'POST', agent: this.#agent, headers: sent }, async (answer) => {
        const { date: _date, ...received } = answer.headers;
        response.writeHead(answer.statusCode as number, received).end(await text(answer));
        resolve();
      })
        .on('error', reject)
        .end(body);
    });
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  const { status, type, message } = error instanceof Refused ? error : new Refused(500, 'StandInFailed', String(error));
  if (type === 'StandInFailed') console.error(error);
  response.writeHead(status, { 'x-amzn-errortype': type, 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message }));
}
