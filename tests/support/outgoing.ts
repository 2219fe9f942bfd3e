/**
 * Every command and every mail that leaves this process goes by `fetch`, and so passes here: it can be
 * looked at, kept back, or cut off. All else that is fetched is let through.
 */
export interface Outgoing {
  kind: 'Invoke' | 'SendEmail';
  /** The function invoked. */
  functionName: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it expects
  body: any;
}

export type Guard = (outgoing: Outgoing, send: () => Promise<Response>) => Promise<Response>;

const guards: Guard[] = [];

/** Has everything that goes out pass there. @returns takes it away again */
export function guard(next: Guard): () => void {
  guards.push(next);
  return () => void guards.splice(guards.indexOf(next), 1);
}

const INVOKE = /\/2015-03-31\/functions\/([^/]+)\/invocations$/;

async function outgoing(request: Request): Promise<Outgoing | undefined> {
  const functionName = INVOKE.exec(request.url)?.[1];
  const isMail = request.url === `${process.env.SES_ENDPOINT}/v2/email/outbound-emails`;
  if (!functionName && !isMail) return undefined;
  return { kind: isMail ? 'SendEmail' : 'Invoke', functionName, body: await request.clone().json() };
}

const reallyFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const found = input instanceof Request ? await outgoing(input) : undefined;
  const send = () => reallyFetch(input, init);
  if (!found) return send();
  // As they stand now: one that is taken away meanwhile has let its request pass.
  return guards.reduceRight<() => Promise<Response>>((next, pass) => () => pass(found, next), send)();
};

/** What comes of a request whose answer nobody has waited for. */
export const noAnswerInTime = () => Object.assign(new Error('no answer in time (injected)'), { name: 'TimeoutError' });

/** What `fetch` throws when the connection failed so, in that system call. */
export const brokenOff = (code: string, syscall?: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(), { code, syscall }) });
