import autocannon from 'autocannon';
import { quantile } from '../../support/figures.ts';

export interface Target {
  operation: string;
  system: string;
  url: string;
  status: number;
  /** Called for each call, so that each can be another one. */
  request: () => autocannon.Request;
}

export interface Figures {
  rps: number;
  p50: number;
  p99: number;
}

/** An answer that was not the one expected: nothing else may be counted. */
export class Unexpected extends Error {}

/** What so many callers get, each sending its next call when its last is answered. @throws Unexpected */
export async function measure(
  { operation, system, url, status, request }: Target,
  connections: number,
  duration: number,
): Promise<Figures> {
  const times: number[] = [];
  let came: string | undefined;
  const setupClient = (client: autocannon.Client) => {
    let body: Buffer | undefined;
    client.on('body', (chunk) => {
      body = chunk;
    });
    client.on('response', (code, _bytes, ms) => {
      times.push(ms);
      if (code !== status) came ??= `${code} ${body}`;
    });
  };
  const setupRequest = (previous: autocannon.Request) => Object.assign(previous, request());
  // Sampling is also how often it looks at the clock, in milliseconds.
  const options = { url, connections, duration, sampleInt: 20, setupClient, requests: [{ setupRequest }] };
  const result = await autocannon(options);
  if (result.errors > 0) came ??= `${result.errors} appels sans réponse`;
  if (came !== undefined) throw new Unexpected(`${operation}, ${system} : ${status} attendu, reçu ${came}`);
  return { rps: times.length / result.duration, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
