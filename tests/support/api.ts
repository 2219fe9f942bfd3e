import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import { clockHeader } from './clock-header.ts';
import { conforming } from './conformance.ts';
import { invoke } from './gateway.ts';
import { tokenOf } from './tokens.ts';

/**
 * Calls the API: in this process, or over HTTP when `API_URL` names a running system. Of that nobody can move the clock,
 * and it may hold much else; but for the stand-in, which has an address for `INVOKE_URL` as well.
 */
export const overHttp = process.env.API_URL !== undefined && process.env.INVOKE_URL === undefined;

export type { Answer };

export interface Options {
  /** `null` for a call without a token; a librarian's when absent. */
  token?: string | null;
  /** An object is sent as JSON, a string as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Tests move the clock by months: their tokens outlast that. */
const exp = 4_102_444_800;
export const librarian = await tokenOf({ exp });
export const member = (userId: string): Promise<string> =>
  tokenOf({ exp, role: 'adherent', sub: userId, utilisateur_id: userId });

export async function call(method: string, path: string, { token, body, headers = {} }: Options = {}): Promise<Answer> {
  const sent: Record<string, string> = {};
  if (token !== null) sent.authorization = `Bearer ${token ?? librarian}`;
  if (body !== undefined) sent['content-type'] = 'application/json';
  for (const [name, value] of Object.entries(headers)) sent[name.toLowerCase()] = value;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return conforming(method, path, await (process.env.API_URL ? fetched : invoke)(method, path, sent, text));
}

/**
 * On AWS what is read of a global index follows its table after a moment: against a deployed system `API_LAG_MS` says how
 * many milliseconds after the last write it is asked for.
 */
const LAG_MS = Number(process.env.API_LAG_MS ?? 0);
const OF_AN_INDEX =
  /^\/(utilisateurs|livres)\/[^/]+\/(emprunts|reservations)\b|^\/emprunts\/retards|^\/(penalites|reservations)(\?|$)/;
let lastWrite = Number.NEGATIVE_INFINITY;

async function untilIndexesFollow(path: string): Promise<void> {
  const wait = lastWrite + LAG_MS - performance.now();
  if (OF_AN_INDEX.test(path) && wait > 0) await sleep(wait);
}

async function fetched(method: string, path: string, headers: Record<string, string>, body: string | undefined) {
  await untilIndexesFollow(path);
  const sent = { ...headers, ...clockHeader() };
  const response = await fetch(process.env.API_URL + path, { method, headers: sent, body: body ?? null });
  const text = await response.text();
  if (method !== 'GET') lastWrite = performance.now();
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

let names = 0;

/** Somebody who has no account yet. */
export const someone = (over: object = {}) => {
  names += 1;
  return { nom: `Nom${names}`, prenom: `Prénom${names}`, email: `${randomUUID()}@exemple.fr`, ...over };
};

/** What a call has made. */
export function made({ status, body }: Answer): Answer['body'] {
  if (status !== 201) throw new Error(`nothing made: ${JSON.stringify(body)}`);
  return body;
}

/** A new account. */
export const newUser = async (over: object = {}) => made(await call('POST', '/utilisateurs', { body: someone(over) }));
